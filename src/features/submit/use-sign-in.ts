import { useEffect } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import type { Session } from '#src/client/session/session.ts';
import type { Submission } from './submission/submission-view.ts';

/** Lets the submission request a token while the form is mounted, and wakes it when one arrives. */
export function useSignIn(submission: Submission, session: Session): void {
  const { requestSignIn } = useConnection();
  const { targetId, projectId, edition, instanceId, token, elsewhere } = session;
  const hasToken = token !== '' || elsewhere !== undefined;
  useEffect(() => {
    submission.onSignInNeeded((place, refusal) =>
      requestSignIn(place.needsToken ? 'token' : 'access', place, refusal),
    );
    return () => submission.onSignInNeeded(undefined);
  });
  useEffect(() => {
    if (hasToken) submission.wake();
    // A changed place may match a token that was already there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [submission, token, elsewhere, targetId, projectId, edition, instanceId]);
}
