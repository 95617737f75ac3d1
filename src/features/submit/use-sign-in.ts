import { useEffect } from 'react';
import type { Session } from '#src/client/session/session.ts';
import type { RequestPlaceSignIn, Submission } from './submission/submission-view.ts';

/** Lets the submission request a token while the form is mounted, and wakes it when one arrives. */
export function useSignIn(
  submission: Submission,
  requestSignIn: RequestPlaceSignIn,
  session: Session,
): void {
  const { targetId, projectId, edition, instanceId, token, elsewhere } = session;
  const hasToken = token !== '' || elsewhere !== undefined;
  useEffect(() => {
    submission.onSignInNeeded(requestSignIn);
    return () => submission.onSignInNeeded(undefined);
  });
  useEffect(() => {
    if (hasToken) submission.wake();
    // A changed place may match a token that was already there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [submission, token, elsewhere, targetId, projectId, edition, instanceId]);
}
