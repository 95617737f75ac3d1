import { builderCodes, pageCodes } from './error-codes-builder.ts';
import { mockCodes } from './error-codes-mock.ts';
import { gatewayWords, iamCodes, iefCodes } from './error-codes-service.ts';
import { pointsToQuota, quotaWords } from './quota-errors.ts';
import { reasonWords } from './error-reasons.ts';
import type { ErrorTable, ErrorWords } from './error-words.ts';

/** The parts of an error that determine its explanation. */
interface Refusal {
  /** `http` for a response, otherwise one of the page's own kinds. */
  readonly kind: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * Explains an error of IEF, its gateway, IAM, our own server, the mock or the page. Undefined for undocumented codes,
 * which are shown as received, unless their message mentions a quota.
 */
export function explainError({ kind, code = '', status, reason = '', message = '' }: Refusal) {
  if (kind !== 'http') return wordsIn(pageCodes, kind);
  const known =
    wordsIn(iefCodes, code) ??
    gatewayWords(code, status) ??
    wordsIn(builderCodes, code) ??
    wordsIn(mockCodes, code) ??
    wordsIn(iamCodes, code) ??
    (isRefused(status) && pointsToQuota({ message }) ? quotaWords : undefined);
  const cause = reasonWords(reason);
  return known && cause ? { ...known, cause } : known;
}

function isRefused(status = 0): boolean {
  return status >= 400 && status < 500;
}

function wordsIn(table: ErrorTable, code: string): ErrorWords | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
