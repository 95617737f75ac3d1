import type { Attempt } from '../attempt/attempt.ts';
import { foundBy, type Search } from '#src/domain/lookup/lookup.ts';
import type { SearchTools } from '#src/domain/lookup/run-lookup.ts';
import type { World } from './submission-deps.ts';

const noToken = new Error('There is no token for the place of the attempt.');

/** What the search for an attempt needs of the world: its place alone is asked, with a token for that place. */
export function searchTools(attempt: Attempt, world: World): SearchTools {
  return {
    ...world,
    // Not even asked without a token for that very place: the one in hand may be for another.
    list: async (signal) => {
      if (!world.hasToken(attempt.place)) throw noToken;
      return world.find(attempt, signal);
    },
    troubleOf: (error) =>
      error === noToken ? { kind: 'signIn', message: '' } : world.troubleOf(error),
  };
}

/** The attempt with what its search found. */
export function concluded(attempt: Attempt, search: Search): Attempt {
  const answer = foundBy(search);
  const { sighting } = search;
  return { ...attempt, ...(answer && { answer }), ...(sighting && { sighting }) };
}
