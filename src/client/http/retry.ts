import { isClientError } from '#src/client/http/errors.ts';

const MAX_WAIT_S = 60;

/** True if a failed read is retried. For reads only: a request that changes something is never sent again. */
export function shouldRetry(failures: number, error: Error): boolean {
  if (!isClientError(error) || error.kind !== 'http') return failures < 1;
  // The service asks to retry later.
  if (error.status === 429 || error.status === 503) return failures < 3;
  return error.status >= 500 && failures < 1;
}

/** The delay before a retry in milliseconds, with jitter so that pages do not retry at the same moment. */
export function retryAfterMs(failures: number, error: Error, random = Math.random): number {
  const asked = isClientError(error) && error.kind === 'http' ? error.retryAfterS : undefined;
  const seconds = asked === undefined ? 2 ** failures : Math.min(asked, MAX_WAIT_S);
  return Math.round(seconds * 1000 * (1 + random() / 4));
}
