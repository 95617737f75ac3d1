import { missingSignIn, signInRefusal } from '../queries/access.ts';
import { tokenFor, type NamedPlace } from '../session/place.ts';
import type { RequestSignIn } from './connection.ts';

/** Runs a request, and once more after the user has signed in, if the target refused it for that reason. */
export type AskAgain = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * Lets work at a place go on after its token has expired. A request that was refused for its token had no effect, so it
 * may be sent again. A user who cancels is not asked again for the same token.
 */
export function askAgainAt(place: NamedPlace, requestSignIn: RequestSignIn): AskAgain {
  let cancelledFor: string | undefined;
  return async (run) => {
    try {
      return await run();
    } catch (error) {
      const missing = missingSignIn(error);
      const token = tokenFor(place);
      const canSignIn = missing === 'access' || (missing === 'token' && place.needsToken);
      if (!canSignIn || cancelledFor === token) throw error;
      if (await requestSignIn(missing, place, signInRefusal(error))) return run();
      cancelledFor = token;
      throw error;
    }
  };
}
