import { buildConnector, errors, Pool, type Dispatcher } from 'undici';
import { fetchResponse, OutOfTime } from './fetch-response.ts';
import { createGuardedLookup } from './guarded-lookup.ts';
import { createTunnel, ProxyFailed, type ProxyAddress } from './proxy-tunnel.ts';
import {
  UpstreamFailure,
  type FailureReason,
  type Upstream,
  type UpstreamTimeouts,
} from './upstream.ts';

export interface LiveOptions {
  /** An origin. It only comes from the configuration. */
  readonly endpoint: string;
  /** An additional certificate authority, PEM. */
  readonly ca?: string | undefined;
  readonly allowPrivate: boolean;
  readonly timeouts: UpstreamTimeouts;
  /** Undefined to connect directly. */
  readonly proxy?: ProxyAddress | undefined;
}

/** Wraps connection failures: no byte of a request was written. */
class ConnectFailed extends Error {}

/**
 * Sends requests to a live target: one connection pool, direct or through a proxy, no redirects, no retries, limits
 * on time and size. See docs/sources.md, section 8.
 */
export function createLiveUpstream(options: LiveOptions): Upstream {
  const dispatcher = createDispatcher(options);
  const { totalMs } = options.timeouts;
  return (request) => fetchResponse(dispatcher, request, { totalMs, explain: toFailure });
}

function createDispatcher(options: LiveOptions): Pick<Dispatcher, 'dispatch'> {
  const { endpoint, ca, allowPrivate, timeouts, proxy } = options;
  const pool: Pool.Options = {
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 131_072,
    headersTimeout: timeouts.firstByteMs,
    bodyTimeout: timeouts.idleMs,
  };
  const tls: buildConnector.BuildOptions = {
    timeout: timeouts.connectMs,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  };
  if (proxy !== undefined) {
    const { connectMs } = timeouts;
    return createTunnel({ endpoint, proxy, connectMs, requestTls: tls, pool, mark: markFailures });
  }
  const connect = buildConnector({ ...tls, lookup: createGuardedLookup(allowPrivate) });
  return new Pool(endpoint, { ...pool, connect: markFailures(connect) });
}

function markFailures(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(new ConnectFailed('no connection', { cause: error }), null);
    });
  };
}

function toFailure(error: unknown): UpstreamFailure {
  if (error instanceof ConnectFailed) {
    return new UpstreamFailure(connectReason(error.cause), false, error);
  }
  if (
    error instanceof OutOfTime ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError
  ) {
    return new UpstreamFailure('timeout', true, error);
  }
  const code = codeOf(error);
  if (code === 'ECONNRESET' || code === 'EPIPE') return new UpstreamFailure('reset', true, error);
  if (code === 'UND_ERR_SOCKET') return new UpstreamFailure('closed', true, error);
  if (code.startsWith('UND_ERR_RES') || code.startsWith('UND_ERR_ABORTED')) {
    return new UpstreamFailure('cut', true, error);
  }
  return new UpstreamFailure('bad_answer', true, error);
}

const connectReasons: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'name_not_found',
  EAI_AGAIN: 'name_not_found',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  ETIMEDOUT: 'connect_timeout',
  ADDRESS_REFUSED: 'address_refused',
};

function connectReason(error: unknown): FailureReason {
  if (error instanceof ProxyFailed) return error.reason;
  const code = codeOf(error);
  if (/CERT|SIGNATURE|ISSUER|VERIFY|ALTNAME/.test(code)) return 'certificate';
  if (/TLS|SSL|EPROTO/.test(code)) return 'tls';
  return connectReasons[code] ?? 'unreachable';
}

function codeOf(error: unknown): string {
  // If several addresses of a name fail, the result is an AggregateError with a code of its own.
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
