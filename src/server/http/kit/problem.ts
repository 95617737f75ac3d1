import { jsonHeaders } from './json-headers.ts';

/** Every error code of the server itself, with its HTTP status and meaning. */
const problemStatus = {
  /** The Host header is not one the server answers to. */
  'BUILDER.host_refused': 403,
  /** A page of another origin, or a browser request without `X-Ief-Builder: 1`. */
  'BUILDER.origin_refused': 403,
  /** The connection did not come through one of the trusted proxies. */
  'BUILDER.peer_refused': 403,
  /** The server opens this target itself, and the request shows no session. */
  'BUILDER.access_needed': 401,
  /** Not the secret of this server. */
  'BUILDER.access_refused': 401,
  /** A body of a browser that is not announced as JSON. */
  'BUILDER.type_refused': 415,
  /** The request line or a header breaks HTTP or one of our limits. */
  'BUILDER.bad_request': 400,
  /** No such page, file or route. */
  'BUILDER.not_found': 404,
  /** No target of this id is configured. */
  'BUILDER.unknown_target': 404,
  /** The target is bound to another project or instance. */
  'BUILDER.not_this_project': 404,
  /** The route is known, the method is not. */
  'BUILDER.method_not_allowed': 405,
  /** A project ID that is not 32 hexadecimal digits, for a live target. */
  'BUILDER.bad_project': 400,
  /** A query key the route does not have, or one given twice; a value it cannot have. */
  'BUILDER.bad_query': 400,
  /** A header we pass on has a form it cannot have. */
  'BUILDER.bad_header': 400,
  /** No `X-Auth-Token` for a target that needs one. */
  'BUILDER.token_missing': 401,
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
  /** The Idempotency-Key belongs to another caller or body. A fixed word: docs/sources.md, section 7. */
  key_reused: 409,
  /** Too many requests to a live target, or too many tries of the secret. */
  'BUILDER.rate_limited': 429,
  /** Nothing was sent to the target: refused, name not found, certificate, connect timeout. */
  'BUILDER.not_sent': 502,
  /** Sent, but no usable answer came back. It may have been acted on. */
  'BUILDER.outcome_unknown': 502,
  /** As `outcome_unknown`, because the target took too long. */
  'BUILDER.outcome_unknown_timeout': 504,
  /** The target or IAM refuses what this server is configured with; `reason` says what. Nothing was done. */
  'BUILDER.credentials_refused': 502,
  /** The target answered with a redirect, which is never followed. */
  'BUILDER.upstream_redirect': 502,
  /** The target does not speak the API: it refused method, length or type of the request. */
  'BUILDER.upstream_contract': 502,
  /** The target refused, with a body that is not JSON. The status is the target's. */
  'BUILDER.upstream_refused': 502,
  /** The server is at its limits. */
  'BUILDER.busy': 503,
  /** A mistake of ours; details are in the log under the request id. */
  'BUILDER.internal': 500,
} as const satisfies Record<string, number>;

/** A code of {@link problemStatus}. */
export type ProblemCode = keyof typeof problemStatus;

/** What a problem may carry besides code and message. */
export interface ProblemExtras {
  /** Overrides the status of the table, where the target's own is kept. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A word for programs that tells apart the cases of one code, such as `reset` or `not_json`. */
  readonly reason?: string;
  readonly cause?: unknown;
}

/** An error answer of the server itself. It is thrown where it is detected; the app turns it into a Response. */
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
 * The Response for anything thrown: a {@link HttpProblem} with its own message, anything else as a 500
 * that does not reveal the cause. Never throws.
 */
export function makeProblemResponse(error: unknown, requestId: string): Response {
  const problem =
    error instanceof HttpProblem
      ? error
      : new HttpProblem('BUILDER.internal', 'The server failed. Its log has the details.');
  const body = {
    // Programs see one code: the timeout only differs in status.
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
