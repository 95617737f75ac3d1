import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { PROJECT_ID } from '#src/client/session/saved-place.ts';
import type { Session } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { isOpen, isSameIntent, type Attempt } from './attempt/attempt.ts';
import type { SubmissionView, SubmitRefusal } from './submission/submission-view.ts';

/** True for a finished attempt with a text other than that of `body`, or at a place other than `place` (if known). */
export function isPastAttempt(
  { attempt, activity }: SubmissionView,
  body: () => string,
  place: NamedPlace | undefined,
): boolean {
  if (attempt === undefined || isOpen(attempt) || activity !== 'none') return false;
  const isHere = place === undefined || isSamePlace(attempt.place, place);
  return !isHere || attempt.body !== body();
}

/** Drops “already created” if the text or the place has changed since. */
export function currentRefusal(
  refusal: SubmitRefusal | undefined,
  body: () => string,
  place: NamedPlace | undefined,
): SubmitRefusal | undefined {
  if (refusal?.kind !== 'conflict' || refusal.conflict.state !== 'created') return refusal;
  return place && isSameIntent(refusal.conflict, { body: body(), place }) ? refusal : undefined;
}

/** When the service allows the next attempt, milliseconds since 1970; 0 for immediately. */
export function retryAt(attempt: Attempt | undefined, place: NamedPlace | undefined): number {
  if (attempt?.state !== 'rejected' && attempt?.state !== 'notFound') return 0;
  if (place !== undefined && !isSamePlace(attempt.place, place)) return 0;
  return (attempt.endedAt ?? 0) + (attempt.error?.retryAfterS ?? 0) * 1000;
}

/** True while another attempt may still create its deployment. */
export function isBlocked({ attempt, isElsewhere }: SubmissionView): boolean {
  return isElsewhere || (attempt !== undefined && isOpen(attempt));
}

/** The missing part of the connection. Only a missing token does not block: the page asks for it when needed. */
export function missingForSubmit(
  target: Target | undefined,
  place: NamedPlace | undefined,
  session: Session,
): 'project' | 'instance' | 'token' | undefined {
  if (!PROJECT_ID.test(session.projectId)) return 'project';
  const isFixed = target?.kind !== 'live' || target.edition === 'platinum';
  if (session.edition === 'platinum' && !isFixed && session.instanceId === '') return 'instance';
  return place?.needsToken && session.token === '' ? 'token' : undefined;
}
