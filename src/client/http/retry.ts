import { isClientError } from '#src/client/http/errors.ts';

const LONGEST_WAIT_S = 60;

/** Whether a question is put again by itself. Questions only: what changes something is never sent again. */
export function shallRetry(failures: number, error: Error): boolean {
  if (!isClientError(error) || error.kind !== 'http') return failures < 1;
  // Told to come again later: up to three times, as late as it says.
  if (error.status === 429 || error.status === 503) return failures < 3;
  return error.status >= 500 && failures < 1;
}

/** How long to wait before the next try, in milliseconds; never two pages at the same moment. */
export function retryAfterMs(failures: number, error: Error, random = Math.random): number {
  const asked = isClientError(error) && error.kind === 'http' ? error.retryAfterS : undefined;
  const seconds = asked === undefined ? 2 ** failures : Math.min(asked, LONGEST_WAIT_S);
  return Math.round(seconds * 1000 * (1 + random() / 4));
}
