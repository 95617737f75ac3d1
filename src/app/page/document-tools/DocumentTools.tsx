import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useKeptHistory } from '#src/features/drafts/history/use-kept-history.ts';
import { setChangesOpen, useAreChangesOpen } from '#src/features/changes/changes-open.ts';
import { HistoryMenu } from '#src/features/history/HistoryMenu.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { usePartNotice } from '../notices/use-part-notice.ts';

const ChangesHost = lazyPart(async () => (await import('./ChangesHost.tsx')).ChangesHost);

/** The history of the document and its changes, which load when the page is idle. */
export function DocumentTools({ draft }: { draft: Draft }) {
  const { readOnly } = useEditor();
  const areChangesOpen = useAreChangesOpen();
  const notifyFailed = usePartNotice();
  useKeptHistory(draft);
  const close = () => setChangesOpen(false);
  return (
    <>
      {!readOnly && <HistoryMenu />}
      {areChangesOpen && (
        <PartBoundary
          onFailed={(failure) => {
            close();
            notifyFailed(failure);
          }}
        >
          <ChangesHost draft={draft} onClose={close} />
        </PartBoundary>
      )}
    </>
  );
}
