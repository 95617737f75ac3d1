import type { ReactNode } from 'react';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { setTextMode, useTextMode } from '#src/features/text/pending/pending-text.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWasIdle } from '#src/ui/parts/use-was-idle.ts';
import { usePartNotice } from '../notices/use-part-notice.ts';

const JsonPane = lazyPart(
  async () => (await import('#src/features/preview/JsonPane.tsx')).JsonPane,
);
const PaneActions = lazyPart(async () => (await import('./PaneActions.tsx')).PaneActions);
const TextPane = lazyPart(
  async () => (await import('#src/features/text/pane/TextPane.tsx')).TextPane,
  { isPreloaded: false },
);

interface DocumentPaneProps {
  draft: Pick<Draft, 'id' | 'isElsewhere'>;
  /** Closes or collapses the pane. */
  close: ReactNode;
  /** Called before the focus moves to a field. */
  onLeave?: () => void;
  /** Without the link and the export, which are for new deployments. */
  hidesExport?: boolean;
}

/** The JSON with the actions on it, or the editor of its text. It loads after the first step is editable. */
export function DocumentPane({ draft, close, onLeave, hidesExport }: DocumentPaneProps) {
  const isText = useTextMode();
  const notifyFailed = usePartNotice();
  if (!useWasIdle()) return null;
  const actions = (
    <PartBoundary>
      <PaneActions hidesExport={hidesExport ?? false} />
    </PartBoundary>
  );
  const preview = (
    <PartBoundary
      renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
    >
      <JsonPane {...(onLeave && { onLeave })} actions={actions} close={close} />
    </PartBoundary>
  );
  if (!isText) return preview;
  return (
    <PartBoundary
      fallback={preview}
      onFailed={(failure) => {
        setTextMode(false);
        notifyFailed(failure);
      }}
    >
      <TextPane
        draftId={draft.id}
        isElsewhere={draft.isElsewhere}
        onCloseEditor={() => setTextMode(false)}
        onLeave={onLeave}
        actions={
          <>
            {actions}
            {close}
          </>
        }
      />
    </PartBoundary>
  );
}
