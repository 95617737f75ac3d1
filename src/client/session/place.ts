import type { Where } from './saved-place.ts';
import { changeSession, getSession, type Session } from './session.ts';
import { needsToken, type Target } from '../targets/targets.ts';

export interface Place extends Where {
  /** True if the user's token opens the target. */
  readonly needsToken: boolean;
}

/** A place with the names by which the page shows it. */
export interface NamedPlace extends Place {
  readonly label: string;
  readonly kind: 'mock' | 'live';
  readonly region: string;
}

/** The place of a session at a target. */
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

/** True if both places list the same deployments. */
export function isSamePlace(a: Where, b: Where): boolean {
  return (
    a.targetId === b.targetId &&
    a.projectId === b.projectId &&
    a.edition === b.edition &&
    (a.edition === 'professional' || a.instanceId === b.instanceId)
  );
}

/**
 * The token that the user entered for a place; empty if there is none, if it has expired, or if the place needs none.
 * Every token that the page sends with an attempt comes from here.
 */
export function tokenFor(place: Place): string {
  if (!place.needsToken) return '';
  const session = getSession();
  const holder = [session, session.elsewhere].find(
    (candidate) => candidate && candidate.token !== '' && isSamePlace(candidate, place),
  );
  const isExpired = holder?.tokenExpiresAt !== undefined && holder.tokenExpiresAt <= Date.now();
  return holder === undefined || isExpired ? '' : holder.token;
}

/** The session with the current token, or without one if the current token is for another place. */
export function withCurrentToken(session: Session): Session {
  const current = getSession();
  return { ...session, token: isSamePlace(current, session) ? current.token : '' };
}

/** Stores a token for a place: in the session if the connection is at that place, otherwise for that place only. */
export function storeToken(
  place: Where,
  change: Pick<Session, 'token' | 'tokenExpiresAt' | 'removedToken'>,
): void {
  if (isSamePlace(getSession(), place)) return changeSession(change);
  const { targetId, projectId, edition, instanceId } = place;
  const { token, tokenExpiresAt } = change;
  changeSession({
    elsewhere: { targetId, projectId, edition, instanceId, token, tokenExpiresAt },
  });
}
