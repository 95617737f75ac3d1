import { jsonHeaders } from './json-headers.ts';

/** Every error code of the server itself, with its HTTP status and meaning. */
const problemStatus = {
  /** The server does not accept this Host header. */
  'BUILDER.host_refused': 403,
  /** A page of another origin, or a browser request without `X-Ief-Builder: 1`. */
  'BUILDER.origin_refused': 403,
  /** The connection did not come through a trusted proxy. */
  'BUILDER.peer_refused': 403,
  /** The server signs in to this target itself, and the request has no session. */
  'BUILDER.access_needed': 401,
  /** The access secret is wrong. */
  'BUILDER.access_refused': 401,
  /** A browser's request body without a JSON Content-Type. */
  'BUILDER.type_refused': 415,
  /** The request line or a header violates HTTP or one of our limits. */
  'BUILDER.bad_request': 400,
  /** No such page, file or route. */
  'BUILDER.not_found': 404,
  /** No target with this id is configured. */
  'BUILDER.unknown_target': 404,
  /** The target is restricted to another project or instance. */
  'BUILDER.not_this_project': 404,
  /** The route exists, but not for this method. */
  'BUILDER.method_not_allowed': 405,
  /** A project ID that is not 32 hexadecimal digits, for a live target. */
  'BUILDER.bad_project': 400,
  /** An unknown or repeated query key, or an invalid value. */
  'BUILDER.bad_query': 400,
  /** A forwarded header has an invalid value. */
  'BUILDER.bad_header': 400,
  /** The target needs an `X-Auth-Token`, and the request has none. */
  'BUILDER.token_missing': 401,
  /** The target does not accept the caller's token for this project. */
  'BUILDER.token_refused': 401,
  /** There is no store, so there are no rollouts. */
  'BUILDER.rollouts_off': 503,
  /** The store of rollouts cannot be reached, or it refuses to read or write. */
  'BUILDER.store_failed': 503,
  /** The rollout, or one of its rows, is in a state that does not allow this. */
  'BUILDER.rollout_state': 409,
  /** The body is not UTF-8 JSON. */
  'BUILDER.not_json': 400,
  /** The body is nested deeper than 64 levels. */
  'BUILDER.too_deep': 400,
  /** The body has more than 100,000 values, or more than 50,000 keys. */
  'BUILDER.too_many_values': 400,
  /** The body is over 1 MiB. */
  'BUILDER.payload_too_large': 413,
  /** The body is compressed. */
  'BUILDER.encoding_refused': 415,
  /**
   * The Idempotency-Key belongs to another caller or body. External scripts depend on this code (docs/sources.md,
   * section 7).
   */
  key_reused: 409,
  /** Too many requests to a live target, or too many wrong secrets. */
  'BUILDER.rate_limited': 429,
  /** Nothing was sent to the target: refused, name not found, certificate, connect timeout. */
  'BUILDER.not_sent': 502,
  /** Sent, but no usable response arrived. The target may have acted on it. */
  'BUILDER.outcome_unknown': 502,
  /** Like `outcome_unknown`, because the target took too long. */
  'BUILDER.outcome_unknown_timeout': 504,
  /** The target or IAM refused the server's credentials; `reason` has the details. Nothing was done. */
  'BUILDER.credentials_refused': 502,
  /** The target responded with a redirect, which is never followed. */
  'BUILDER.upstream_redirect': 502,
  /** The target does not implement the API: it refused method, length or type of the request. */
  'BUILDER.upstream_contract': 502,
  /** The target refused, with a body that is not JSON. The status is the target's. */
  'BUILDER.upstream_refused': 502,
  /** The server is at its limits. */
  'BUILDER.busy': 503,
  /** A bug in the server; the log has details under the request id. */
  'BUILDER.internal': 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;

export interface ProblemExtras {
  /** Overrides the status of the table, to keep the target's own. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Distinguishes the cases of one code for programs, such as `reset` or `not_json`. */
  readonly reason?: string;
  readonly cause?: unknown;
}

/** An error response of the server itself, thrown where the error is detected; the app turns it into a Response. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly reason: string | undefined;

  constructor(code: ProblemCode, message: string, extras: ProblemExtras = {}) {
    super(message, { cause: extras.cause });
    this.name = 'HttpProblem';
    this.code = code;
    this.status = extras.status ?? problemStatus[code];
    this.headers = extras.headers ?? {};
    this.reason = extras.reason;
  }
}

/**
 * Returns the Response for anything thrown: an {@link HttpProblem} with its own message, anything else as a 500 that
 * does not reveal the cause. Never throws.
 */
export function makeProblemResponse(error: unknown, requestId: string): Response {
  const problem =
    error instanceof HttpProblem
      ? error
      : new HttpProblem('BUILDER.internal', 'The server failed. See its log for details.');
  const body = {
    // Clients see one code: the timeout only differs in status.
    error_code: problem.code.replace('_timeout', ''),
    error_msg: problem.message,
    request_id: requestId,
    ...(problem.reason === undefined ? {} : { reason: problem.reason }),
  };
  return Response.json(body, {
    status: problem.status,
    headers: { ...jsonHeaders, ...problem.headers },
  });
}
