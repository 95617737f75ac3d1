import type { NamedDeployment } from '#src/client/deployments.ts';
import { isSamePlace } from '#src/client/place.ts';
import type { Where } from '#src/client/session.ts';

/** A deployment that a document created, and where. */
export interface OwnDeployment {
  readonly place: Where;
  readonly id: string;
}

/** The names that deployments of others have at a place: what the document in hand created there itself is no clash. */
export function namesOfOthers(
  all: readonly NamedDeployment[],
  own: readonly OwnDeployment[],
  here: Where,
): readonly string[] {
  const mine = new Set(own.filter(({ place }) => isSamePlace(place, here)).map(({ id }) => id));
  return all.filter(({ id }) => !mine.has(id)).map(({ name }) => name);
}
