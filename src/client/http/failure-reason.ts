import { NetworkError, TimeoutError } from './errors.ts';

/**
 * Why a list could not be loaded, as part of a sentence. If no response arrived, the reason is `noAnswer`: the messages
 * of browsers differ and are not in the language of the page.
 */
export function reasonOf(error: Error | null, noAnswer: string): string {
  if (error instanceof NetworkError || error instanceof TimeoutError) return noAnswer;
  return error?.message ?? '';
}
