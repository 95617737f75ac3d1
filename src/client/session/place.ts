import type { Where } from './saved-place.ts';
import { changeSession, getSession, type Session } from './session.ts';
import { needsToken, type Target } from '../targets/targets.ts';

/** Where a deployment is, or shall be. */
export interface Place extends Where {
  /** True if the target takes a person's token. */
  readonly needsToken: boolean;
}

/** A place with the words it is told by. */
export interface NamedPlace extends Place {
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string;
}

/** Where the connection points: a target with the rest of a session. */
export function placeOf(target: Target, session: Session): NamedPlace {
  const { projectId, edition, instanceId } = session;
  return {
    targetId: target.id,
    label: target.label,
    kind: target.kind,
    region: target.region,
    needsToken: needsToken(target),
    projectId,
    edition,
    instanceId,
  };
}

/** True if a deployment is seen from both in the same list. */
export function isSamePlace(a: Where, b: Where): boolean {
  return (
    a.targetId === b.targetId &&
    a.projectId === b.projectId &&
    a.edition === b.edition &&
    (a.edition === 'professional' || a.instanceId === b.instanceId)
  );
}

/**
 * The token that was given for a place; empty if none was, if it is known to have run out, or if the place wants none.
 * Every token of a person that leaves the page with an attempt comes from here.
 */
export function tokenFor(place: Place): string {
  if (!place.needsToken) return '';
  const session = getSession();
  const given = [session, session.elsewhere].find(
    (one) => one !== undefined && one.token !== '' && isSamePlace(one, place),
  );
  const isOver = given?.tokenExpiresAt !== undefined && given.tokenExpiresAt <= Date.now();
  return given === undefined || isOver ? '' : given.token;
}

/** A session whose token may go to its place: none if the page's token was given for another place. */
export function withCurrentToken(session: Session): Session {
  const current = getSession();
  return { ...session, token: isSamePlace(current, session) ? current.token : '' };
}

/** Takes a token that a person gave for a place: for the connection if it points there, else for that place alone. */
export function giveToken(
  place: Where,
  given: Pick<Session, 'token' | 'tokenExpiresAt' | 'tokenGone'>,
): void {
  if (isSamePlace(getSession(), place)) return changeSession(given);
  const { targetId, projectId, edition, instanceId } = place;
  const { token, tokenExpiresAt } = given;
  changeSession({
    elsewhere: { targetId, projectId, edition, instanceId, token, tokenExpiresAt },
  });
}
