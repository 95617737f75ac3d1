import { missingSignIn } from '#src/client/queries/access.ts';
import { isClientError } from '#src/client/http/errors.ts';
import type { LookupError } from '#src/domain/lookup/lookup.ts';
import { messageOf } from './error-message.ts';

/** Classifies the error of a query for a lookup. */
export function toLookupError(error: unknown): LookupError {
  const http = isClientError(error) && error.kind === 'http' ? error : undefined;
  const kind =
    missingSignIn(error) !== undefined ? 'signIn' : http?.status === 403 ? 'refused' : 'other';
  return { kind, message: messageOf(error), retryAfterS: http?.retryAfterS, cause: error };
}
