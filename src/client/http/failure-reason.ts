import { NetworkError, TimeoutError } from './errors.ts';

/**
 * Why a list could not be loaded, as part of a sentence. `noAnswer` is said where no answer came: what the browser
 * says of that differs from one to the next, and is not in the language of the page.
 */
export function reasonOf(error: Error | null, noAnswer: string): string {
  if (error instanceof NetworkError || error instanceof TimeoutError) return noAnswer;
  return error?.message ?? '';
}
