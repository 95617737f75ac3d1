import { buildConnector, errors, Pool } from 'undici';
import { exchange, OutOfTime } from './exchange.ts';
import { createGuardedLookup } from './guarded-lookup.ts';
import {
  UpstreamFailure,
  type FailureReason,
  type Upstream,
  type UpstreamTimeouts,
} from './upstream.ts';

/** What is needed to reach a live target. */
export interface LiveOptions {
  /** Origin, from configuration alone. */
  readonly endpoint: string;
  /** A further certificate authority, PEM. */
  readonly ca?: string | undefined;
  readonly allowPrivate: boolean;
  readonly timeouts: UpstreamTimeouts;
}

/** Wraps what failed before a connection stood: then no byte of a request was written. */
class ConnectFailed extends Error {}

/**
 * The way to a live target: one pool of connections, no redirects, no proxy from the environment,
 * no retry, limits on time and size. See docs/sources.md, section 8.
 */
export function createLiveUpstream(options: LiveOptions): Upstream {
  const { endpoint, timeouts } = options;
  const pool = new Pool(endpoint, {
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 131_072,
    headersTimeout: timeouts.firstByteMs,
    bodyTimeout: timeouts.idleMs,
    connect: createConnector(options),
  });
  return (request) => exchange(pool, request, { totalMs: timeouts.totalMs, explain: toFailure });
}

function createConnector({ ca, allowPrivate, timeouts }: LiveOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeouts.connectMs,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    lookup: createGuardedLookup(allowPrivate),
    ...(ca === undefined ? {} : { ca }),
  });
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
  const code = codeOf(error);
  if (/CERT|SIGNATURE|ISSUER|VERIFY|ALTNAME/.test(code)) return 'certificate';
  if (/TLS|SSL|EPROTO/.test(code)) return 'tls';
  return connectReasons[code] ?? 'unreachable';
}

function codeOf(error: unknown): string {
  // Several addresses of one name fail together, as an AggregateError with a code of its own.
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
