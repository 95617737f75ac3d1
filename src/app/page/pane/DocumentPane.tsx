import type { ReactNode } from 'react';
import { JsonPane } from '#src/features/preview/JsonPane.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import styles from './document-pane.module.css';

const PaneActions = lazyPart(async () => (await import('./PaneActions.tsx')).PaneActions);

interface DocumentPaneProps {
  /** Closes or collapses the pane. */
  close: ReactNode;
  /** Called before the focus moves to a field. */
  onLeave?: () => void;
}

/** The JSON with the actions on it. */
export function DocumentPane({ close, onLeave }: DocumentPaneProps) {
  return (
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
  );
}
