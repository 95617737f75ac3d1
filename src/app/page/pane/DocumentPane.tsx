import type { ReactNode } from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWasIdle } from '#src/ui/parts/use-was-idle.ts';
import styles from './document-pane.module.css';

const JsonPane = lazyPart(
  async () => (await import('#src/features/preview/JsonPane.tsx')).JsonPane,
);
const PaneActions = lazyPart(async () => (await import('./PaneActions.tsx')).PaneActions);

interface DocumentPaneProps {
  /** Closes or collapses the pane. */
  close: ReactNode;
  /** Called before the focus moves to a field. */
  onLeave?: () => void;
}

/** The JSON with the actions on it. It loads after the first step is editable. */
export function DocumentPane({ close, onLeave }: DocumentPaneProps) {
  if (!useWasIdle()) return null;
  return (
    <PartBoundary
      renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
    >
      <JsonPane
        {...(onLeave && { onLeave })}
        close={
          <>
            <span className={styles.actions}>
              <PartBoundary>
                <PaneActions />
              </PartBoundary>
            </span>
            {close}
          </>
        }
      />
    </PartBoundary>
  );
}
