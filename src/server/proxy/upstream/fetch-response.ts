import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { joinBytes } from '#src/server/http/body/read-body.ts';
import { watchForExcess } from './excess-bytes.ts';
import {
  MAX_RESPONSE_BYTES,
  UpstreamFailure,
  type UpstreamResponse,
  type UpstreamRequest,
} from './upstream.ts';

/** Most headers of an answer; gateways send about twenty. */
const MAX_RESPONSE_HEADERS = 200;
/** Most answers of 1xx before the real one. */
const MAX_INTERIM = 20;

/** The request took too long as a whole. */
export class OutOfTime extends Error {}

export interface FetchResponseOptions {
  /** In milliseconds. */
  readonly totalMs: number;
  readonly explain: (error: Error) => UpstreamFailure;
}

/**
 * Sends one request and collects its answer, at most {@link MAX_RESPONSE_BYTES}, within `totalMs`. It uses undici's
 * `dispatch()` because the moment of sending and surplus bytes are not visible through `request()`.
 * Rejects with the result of `explain` for undici's errors and {@link OutOfTime}, or with UpstreamFailure too_large;
 * bad_answer for an answer with bytes after its end, more than {@link MAX_RESPONSE_HEADERS} headers, or more than
 * {@link MAX_INTERIM} interim answers before it.
 */
export function fetchResponse(
  pool: Pick<Dispatcher, 'dispatch'>,
  { method, path, headers, body }: UpstreamRequest,
  { totalMs, explain }: FetchResponseOptions,
): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let status = 0;
    let responseHeaders: IncomingHttpHeaders = {};
    let sent: Dispatcher.DispatchController | undefined;
    let isLate = false;
    let interim = 0;
    let hasExcess = () => false;
    /** Rejects and closes the connection; only the first call counts. */
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error instanceof UpstreamFailure ? error : explain(error));
      sent?.abort(error);
    };
    const timer = setTimeout(() => {
      isLate = true;
      // While connecting, the connector's own timeout knows better what is wrong, and that nothing was sent.
      if (sent !== undefined) fail(new OutOfTime('out of time'));
    }, totalMs);
    const count = (bytes: number) => {
      size += bytes;
      if (size > MAX_RESPONSE_BYTES) fail(new UpstreamFailure('too_large', true));
    };
    pool.dispatch(
      { method: method as 'GET', path, headers, body: body ?? null },
      {
        onRequestStart(controller) {
          sent = controller;
          hasExcess = watchForExcess();
          if (isLate) fail(new OutOfTime('out of time'));
        },
        onResponseStart(_controller, code, received) {
          const isOdd = Object.keys(received).length > MAX_RESPONSE_HEADERS;
          if (isOdd) fail(new UpstreamFailure('bad_answer', true));
          // 1xx: the answer itself is still to come.
          if (code < 200) {
            interim += 1;
            if (interim > MAX_INTERIM) fail(new UpstreamFailure('bad_answer', true));
            return;
          }
          status = code;
          responseHeaders = received;
          if (Number(single(received['content-length']) ?? 0) > MAX_RESPONSE_BYTES) count(Infinity);
        },
        onResponseData(_controller, chunk) {
          count(chunk.byteLength);
          chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(timer);
          const response: UpstreamResponse = {
            status,
            headers: { get: (name) => single(responseHeaders[name]) },
            // Copied: the pieces lie in larger buffers, which would be kept with them.
            body: joinBytes(chunks, size),
          };
          // The parser looks at surplus bytes only after this.
          setImmediate(() => {
            if (hasExcess()) fail(new UpstreamFailure('bad_answer', true));
            else resolve(response);
          });
        },
        onResponseError: (_controller, error) => fail(error),
      },
    );
  });
}

function single(value: string | string[] | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : (value[0] ?? null);
}
