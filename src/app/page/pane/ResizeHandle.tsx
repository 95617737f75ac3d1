import type { KeyboardEvent, PointerEvent } from 'react';
import { useWords } from '#src/ui/words/page-words.ts';
import { fitPaneWidth, MAX_PANE_WIDTH, minPaneWidth } from './pane-width.ts';
import styles from './side-pane.module.css';

const STEP = 24;

interface ResizeHandleProps {
  width: number;
  onResize: (width: number) => void;
}

/** Resizes the pane by its left edge, with the pointer or the arrow keys. */
export function ResizeHandle({ width, onResize }: ResizeHandleProps) {
  const t = useWords();
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      onResize(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onResize(fitPaneWidth(width) + STEP);
    else if (event.key === 'ArrowRight') onResize(fitPaneWidth(width) - STEP);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('preview.resize')}
      aria-valuemin={minPaneWidth()}
      aria-valuemax={MAX_PANE_WIDTH}
      aria-valuenow={fitPaneWidth(width)}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className={styles.handle}
    />
  );
}
