import { ConnectionFault } from './mock-ief/faults/connection-fault.ts';
import type { MockIef } from './mock-ief/mock-ief.ts';
import { UpstreamFailure, type FailureReason, type Upstream } from './proxy/upstream/upstream.ts';

const reasons = {
  refused: 'refused',
  reset: 'reset',
  closed: 'closed',
  cut: 'cut',
} as const satisfies Record<ConnectionFault['kind'], FailureReason>;

/**
 * Calls the embedded mock directly, without a port. Its connection faults become the failures of a real network; a
 * response later than `firstByteMs` is a timeout.
 */
export function createEmbeddedUpstream(mock: MockIef, firstByteMs: number): Upstream {
  return async ({ method, path, headers, body }) => {
    const request = new Request(`http://mock-ief.internal${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(firstByteMs),
      ...(body === undefined ? {} : { body }),
    });
    try {
      const response = await mock(request);
      return {
        status: response.status,
        headers: response.headers,
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (error) {
      if (!(error instanceof ConnectionFault)) throw error;
      if (request.signal.aborted) throw new UpstreamFailure('timeout', true, error);
      throw new UpstreamFailure(reasons[error.kind], error.sent === 'maybe', error);
    }
  };
}
