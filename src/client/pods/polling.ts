import { isClientError } from '../http/errors.ts';

/** While they are shown, a deployment and its instances are read this often. */
export const POLL_MS = 3000;

/** Refusals that only the user can change: asking again would only repeat them. */
export function isFinalRefusal(error: Error | null): boolean {
  return isClientError(error) && error.kind === 'http' && [401, 403].includes(error.status);
}
