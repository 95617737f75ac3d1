import type { NamedDeployment } from '#src/client/queries/deployments.ts';
import { isSamePlace } from '#src/client/session/place.ts';
import type { Where } from '#src/client/session/saved-place.ts';
import type { Attempt } from './attempt.ts';

export interface OwnDeployment {
  readonly place: Where;
  readonly id: string;
}

/** The names taken at a place by deployments that the document did not create. */
export function namesOfOthers(
  all: readonly NamedDeployment[],
  own: readonly OwnDeployment[],
  here: Where,
): readonly string[] {
  const ownIds = new Set(own.filter(({ place }) => isSamePlace(place, here)).map(({ id }) => id));
  return all.filter(({ id }) => !ownIds.has(id)).map(({ name }) => name);
}

/** The deployments that attempts created, including deleted ones: a list read earlier may still contain them. */
export function ownDeploymentsOf(attempts: readonly Attempt[]): readonly OwnDeployment[] {
  return attempts.flatMap(({ state, place, answer }) =>
    state === 'created' && answer !== undefined ? [{ place, id: answer.id }] : [],
  );
}

/** The own deployments after an attempt has progressed. */
export function withOwnDeployment(
  own: readonly OwnDeployment[],
  attempt: Attempt,
): readonly OwnDeployment[] {
  const { answer } = attempt;
  return answer === undefined
    ? own
    : [...own.filter(({ id }) => id !== answer.id), ...ownDeploymentsOf([attempt])];
}
