import IconButton from '@mui/material/IconButton';
import clsx from 'clsx';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { fitPaneWidth, readPaneWidth, storePaneWidth } from './pane-width.ts';
import { ResizeHandle } from './ResizeHandle.tsx';
import styles from './side-pane.module.css';

interface SidePaneProps {
  children: (close: ReactNode) => ReactNode;
}

/** The pane to the right of the form on wide screens. The user can resize and fold it. */
export function SidePane({ children }: SidePaneProps) {
  const t = useWords();
  const [isFolded, setFolded] = useState(false);
  const buttonId = useId();
  /** Each button is replaced by the other one, which takes the focus. */
  const fold = (next: boolean) => {
    flushSync(() => setFolded(next));
    restoreFocus(document.getElementById(buttonId));
  };
  const [width, setWidth] = useState(readPaneWidth);
  const resize = (next: number) => {
    const fit = fitPaneWidth(next);
    setWidth(fit);
    storePaneWidth(fit);
  };
  if (isFolded) {
    return (
      <div className={clsx(styles.pane, styles.folded)}>
        <div>
          <IconButton
            id={buttonId}
            size="small"
            aria-label={t('preview.unfold')}
            title={t('preview.unfold')}
            onClick={() => fold(false)}
          >
            <PanelRightOpen size={18} aria-hidden />
          </IconButton>
        </div>
      </div>
    );
  }
  return (
    <aside aria-label={t('preview.heading')} className={styles.pane} style={{ width }}>
      <ResizeHandle width={width} onResize={resize} />
      <div className={styles.content}>
        {children(
          <IconButton
            id={buttonId}
            size="small"
            aria-label={t('preview.fold')}
            title={t('preview.fold')}
            onClick={() => fold(true)}
          >
            <PanelRightClose size={18} aria-hidden />
          </IconButton>,
        )}
      </div>
    </aside>
  );
}
