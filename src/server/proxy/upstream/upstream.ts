import type { Bytes } from '#src/server/http/body/read-body.ts';

/** A request to a target, built from scratch: nothing from the caller is copied unchecked. */
export interface UpstreamRequest {
  readonly method: string;
  /** From the root, with the query, assembled from checked parts. */
  readonly path: string;
  /** Lower-case names; the transport sets host and length. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes | undefined;
}

/** A target's response. The body is complete and dechunked, but not decoded otherwise. */
export interface UpstreamResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Bytes;
}

/** Resolves to a target's response, whatever its status; rejects only with {@link UpstreamFailure}. */
export type Upstream = (request: UpstreamRequest) => Promise<UpstreamResponse>;

export type FailureReason =
  | 'refused'
  | 'name_not_found'
  | 'connect_timeout'
  | 'certificate'
  | 'tls'
  | 'address_refused'
  | 'unreachable'
  | 'proxy_unreachable'
  | 'proxy_credentials'
  | 'proxy_refused'
  | 'reset'
  | 'closed'
  | 'cut'
  | 'timeout'
  | 'too_large'
  | 'bad_answer';

const words: Record<FailureReason, string> = {
  refused: 'The target refused the connection.',
  name_not_found: "The target's name could not be resolved.",
  connect_timeout: 'The target could not be reached in time.',
  certificate: "The target's certificate is not trusted.",
  tls: 'The TLS connection to the target failed.',
  address_refused: "The target's name resolves to an address that is not allowed.",
  unreachable: 'The target could not be reached.',
  proxy_unreachable: 'The proxy of this server could not be reached or did not respond.',
  proxy_credentials: 'The proxy of this server refused its user or password.',
  proxy_refused: 'The proxy of this server refused to connect to the target.',
  reset: 'The connection was reset before a response arrived.',
  closed: 'The connection was closed without a response.',
  cut: 'The response was cut off.',
  timeout: 'The target did not respond in time.',
  too_large: 'The response is larger than 10 MiB.',
  bad_answer: 'The response is not valid HTTP.',
};

/** Why an {@link Upstream} got no usable response. */
export class UpstreamFailure extends Error {
  /** False only if no byte of the request was sent, so that it is safe to send it again. */
  readonly mayHaveArrived: boolean;
  readonly reason: FailureReason;

  constructor(reason: FailureReason, mayHaveArrived: boolean, cause?: unknown) {
    const end = mayHaveArrived ? 'The request may have been carried out.' : 'Nothing was sent.';
    super(`${words[reason]} ${end}`, { cause });
    this.name = 'UpstreamFailure';
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** In milliseconds (docs/sources.md, section 8). */
export interface UpstreamTimeouts {
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

/** The defaults of docs/sources.md, section 8. */
export const defaultTimeouts: UpstreamTimeouts = {
  connectMs: 5_000,
  firstByteMs: 30_000,
  idleMs: 10_000,
  totalMs: 60_000,
};

/** In bytes (docs/sources.md, section 8). */
export const MAX_RESPONSE_BYTES = 10 * 1024 * 1024;
