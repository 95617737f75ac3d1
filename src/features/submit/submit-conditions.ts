import { isSamePlace, type NamedPlace } from '#src/client/session/place.ts';
import { PROJECT_ID } from '#src/client/session/saved-place.ts';
import type { Session } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { isOpen, isSameIntent, type Attempt, type Intent } from './attempt/attempt.ts';
import type { SubmissionView, SubmitRefusal } from './submission/submission-view.ts';

/** True for a finished attempt of another text, or of another place as far as the place is known. */
export function isPastAttempt(
  { attempt, activity }: SubmissionView,
  body: string,
  place: NamedPlace | undefined,
): boolean {
  if (attempt === undefined || isOpen(attempt) || activity !== 'none') return false;
  const isHere = place === undefined || isSamePlace(attempt.place, place);
  return attempt.body !== body || !isHere;
}

/** “Created already” is true of one text at one place only. */
export function currentRefusal(
  refusal: SubmitRefusal | undefined,
  intent: Intent | undefined,
): SubmitRefusal | undefined {
  if (refusal?.kind !== 'conflict' || refusal.conflict.state !== 'created') return refusal;
  return intent && isSameIntent(refusal.conflict, intent) ? refusal : undefined;
}

/** From when on the service allows another try, milliseconds since 1970; 0 for now. */
export function retryAt(attempt: Attempt | undefined, place: NamedPlace | undefined): number {
  if (attempt?.state !== 'rejected' && attempt?.state !== 'notFound') return 0;
  if (place !== undefined && !isSamePlace(attempt.place, place)) return 0;
  return (attempt.endedAt ?? 0) + (attempt.error?.retryAfterS ?? 0) * 1000;
}

/** True while another attempt may still create its deployment. */
export function isBlocked({ attempt, isElsewhere }: SubmissionView): boolean {
  return isElsewhere || (attempt !== undefined && isOpen(attempt));
}

/** What is missing for a request. Unlike the rest, a token is asked for when it is needed. */
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
