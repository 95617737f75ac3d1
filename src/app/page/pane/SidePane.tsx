import IconButton from '@mui/material/IconButton';
import clsx from 'clsx';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useState, type ReactNode } from 'react';
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
            size="small"
            aria-label={t('preview.unfold')}
            title={t('preview.unfold')}
            onClick={() => setFolded(false)}
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
            size="small"
            aria-label={t('preview.fold')}
            title={t('preview.fold')}
            onClick={() => setFolded(true)}
          >
            <PanelRightClose size={18} aria-hidden />
          </IconButton>,
        )}
      </div>
    </aside>
  );
}
