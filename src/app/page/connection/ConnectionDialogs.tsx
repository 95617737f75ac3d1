import { useConnection } from '#src/client/connection/connection.ts';
import { loadWithQueries } from '#src/client/queries/load-with-queries.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { loadWithWords } from './load-with-words.ts';
import { usePartNotice } from '../notices/use-part-notice.ts';

const ConnectionSettings = lazyPart(
  loadWithWords(
    loadWithQueries(async () => (await import('./ConnectionSettings.tsx')).ConnectionSettings),
  ),
);
const SignInDialog = lazyPart(
  loadWithWords(loadWithQueries(async () => (await import('./SignInDialog.tsx')).SignInDialog)),
);

/** The connection settings and the sign-in dialog. */
export function ConnectionDialogs() {
  const { signInRequest, finishSignIn, isOpen, close } = useConnection();
  const notifyFailed = usePartNotice();
  const onFailed = (failure: PartFailure) => {
    close();
    finishSignIn(false);
    notifyFailed(failure);
  };
  return (
    <>
      {isOpen && (
        <PartBoundary onFailed={onFailed}>
          <ConnectionSettings />
        </PartBoundary>
      )}
      {signInRequest && (
        <PartBoundary onFailed={onFailed}>
          <SignInDialog request={signInRequest} />
        </PartBoundary>
      )}
    </>
  );
}
