import { placeOf, tokenFor, type NamedPlace, type Place } from '../session/place.ts';
import { getSession } from '../session/session.ts';
import type { Target } from '../targets/targets.ts';
import type { ShownRollout } from './shown-rollout.ts';

type RolloutWhere = Pick<ShownRollout, 'target' | 'projectId' | 'instanceId'>;

/** The place of a rollout; undefined if its target is no longer configured. */
export function rolloutPlace(
  { target: id, projectId, instanceId }: RolloutWhere,
  targets: readonly Target[],
): NamedPlace | undefined {
  const target = targets.find((one) => one.id === id);
  if (target === undefined) return undefined;
  const edition = instanceId === '' ? 'professional' : 'platinum';
  return placeOf(target, { ...getSession(), targetId: id, projectId, edition, instanceId });
}

/**
 * The headers that prove that this page may use a rollout at a place; without one, at the place of the session. They name
 * the target of the token, so that the server shows it to no other.
 */
export function proofHeaders(place: Place | undefined): Record<string, string> {
  const { targetId } = place ?? getSession();
  const token = place === undefined ? getSession().token : tokenFor(place);
  return token === '' ? {} : { 'X-Auth-Token': token, 'X-Ief-Target': targetId };
}
