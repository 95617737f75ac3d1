import { builderCodes, pageCodes } from './error-codes-builder.ts';
import { mockCodes } from './error-codes-mock.ts';
import { gatewayWords, iamCodes, iefCodes } from './error-codes-service.ts';
import { reasonWords } from './error-reasons.ts';
import type { ErrorTable, ErrorWords } from './error-words.ts';

/** What an answer that says no is explained by. */
interface Refusal {
  /** How the page got to know: `http` for an answer, else a kind of the page's own. */
  readonly kind: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * An error in words: of IEF, of the gateway before it, of IAM, of our own server, of the mock, or of the page
 * itself. Undefined for codes that nobody has documented: they are shown as they came.
 */
export function explainError({ kind, code = '', status, reason = '' }: Refusal) {
  if (kind !== 'http') return wordsIn(pageCodes, kind);
  const known =
    wordsIn(iefCodes, code) ??
    gatewayWords(code, status) ??
    wordsIn(builderCodes, code) ??
    wordsIn(mockCodes, code) ??
    wordsIn(iamCodes, code);
  const cause = reasonWords(reason);
  return known && cause ? { ...known, cause } : known;
}

function wordsIn(table: ErrorTable, code: string): ErrorWords | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
