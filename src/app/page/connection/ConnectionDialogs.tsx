import { useConnection } from '#src/client/connection/connection.ts';
import { loadWithQueries } from '#src/client/queries/load-with-queries.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { usePartNotice } from '../notices/use-part-notice.ts';

const ConnectionSettings = lazyPart(
  loadWithQueries(async () => (await import('./ConnectionSettings.tsx')).ConnectionSettings),
);
const SignInDialog = lazyPart(
  loadWithQueries(async () => (await import('./SignInDialog.tsx')).SignInDialog),
);

/** The connection settings and the sign-in dialog, each while it is open. */
export function ConnectionDialogs() {
  const { question, answer, isOpen, close } = useConnection();
  const notifyFailed = usePartNotice();
  const onFailed = (failure: PartFailure) => {
    close();
    answer(false);
    notifyFailed(failure);
  };
  return (
    <>
      {isOpen && (
        <PartBoundary onFailed={onFailed}>
          <ConnectionSettings />
        </PartBoundary>
      )}
      {question && (
        <PartBoundary onFailed={onFailed}>
          <SignInDialog question={question} />
        </PartBoundary>
      )}
    </>
  );
}
