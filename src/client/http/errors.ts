import type { Mismatch } from './answer-mismatch.ts';

/** No response arrived: offline, server down, or the connection broke. A create may or may not have happened. */
export class NetworkError extends Error {
  readonly kind = 'network';
}

/** No response arrived in time. A create may or may not have happened. */
export class TimeoutError extends Error {
  readonly kind = 'timeout';
  readonly seconds: number;
  constructor(seconds: number) {
    super(`no answer within ${seconds} s`);
    this.seconds = seconds;
  }
}

interface HttpAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
  readonly reason: string;
  readonly retryAfterS: number | undefined;
  readonly clockOffsetMs: number | undefined;
  readonly serverOffsetMs?: number | undefined;
}

/** The server or the service refused the request. */
export class HttpError extends Error {
  readonly kind = 'http';
  readonly status: number;
  /** The service's own code, such as `IEF.100012`; empty if it sent none. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** The cause behind a code of our own server, such as `certificate` or `reset`; empty if it sent none. */
  readonly reason: string;
  /** Seconds the service asks to wait before a retry. */
  readonly retryAfterS: number | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if the response carried no time. */
  readonly clockOffsetMs: number | undefined;
  /** The target's clock minus that of our server, in milliseconds; undefined unless the response carried both. */
  readonly serverOffsetMs: number | undefined;
  constructor(answer: HttpAnswer) {
    super(answer.message);
    this.status = answer.status;
    this.code = answer.code;
    this.requestId = answer.requestId;
    this.reason = answer.reason;
    this.retryAfterS = answer.retryAfterS;
    this.clockOffsetMs = answer.clockOffsetMs;
    this.serverOffsetMs = answer.serverOffsetMs;
  }
}

/** The response has a success status, but not the content that the API promises. A create has probably happened. */
export class ContractError extends Error {
  readonly kind = 'contract';
}

/** The response to a create has a success status, but is about another deployment. The create may have happened. */
export class MismatchError extends Error {
  readonly kind = 'mismatch';
  readonly mismatches: readonly Mismatch[];
  readonly status: number;
  /** ID of the deployment that the response is about. */
  readonly answeredId: string;
  readonly requestId: string | undefined;
  constructor(
    mismatches: readonly Mismatch[],
    answer: { status: number; answeredId: string; requestId: string | undefined },
  ) {
    super('the answer is about another deployment');
    this.mismatches = mismatches;
    this.status = answer.status;
    this.answeredId = answer.answeredId;
    this.requestId = answer.requestId;
  }
}

export type ClientError = NetworkError | TimeoutError | HttpError | ContractError | MismatchError;

export function isClientError(error: unknown): error is ClientError {
  return (
    error instanceof NetworkError ||
    error instanceof TimeoutError ||
    error instanceof HttpError ||
    error instanceof ContractError ||
    error instanceof MismatchError
  );
}

/** Codes of our own server with a 5xx status, although the target has certainly done nothing. */
const nothingDoneCodes = new Set([
  'BUILDER.not_sent',
  'BUILDER.busy',
  'BUILDER.upstream_redirect',
  'BUILDER.upstream_contract',
  'BUILDER.credentials_refused',
]);

/** Codes that the vendor documents for a refused body or address, whatever the status (docs/sources.md, section 4). */
const refusalCodes = new Set([
  'IEF.011002',
  'IEF.011005',
  'IEF.100001',
  'IEF.100009',
  'IEF.100010',
  'IEF.100011',
  'IEF.100012',
  'IEF.100013',
  'IEF.100020',
  'IEF.100021',
]);

/**
 * True if the request may have taken effect although it failed. That includes `key_reused`: a request was already sent
 * under the key, and its outcome is not shown to this caller.
 */
export function isOutcomeUnknown(error: ClientError): boolean {
  if (error.kind !== 'http' || error.code === 'key_reused') return true;
  if (error.status < 500) return false;
  return !nothingDoneCodes.has(error.code) && !refusalCodes.has(error.code);
}
