import { useLayoutEffect, useRef } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './json-text.module.css';
import { createPainter } from './painter.ts';

/**
 * The text of the document: all of it up to 2,000 lines, beyond that the visible part. It follows every key and writes
 * only the lines that changed, without React: a key must not render components.
 */
export function JsonText() {
  const { store } = useEditor();
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLPreElement>(null);
  // A layout effect, so that the region never appears without its text.
  useLayoutEffect(() => {
    if (box.current === null || text.current === null) return undefined;
    const scroller = box.current;
    const lines = text.current;
    // Read on scroll and resize only: reading it at a key would lay out the page twice.
    const see = () => ({
      top: scroller.scrollTop,
      height: scroller.clientHeight,
      width: scroller.clientWidth,
    });
    let view = see();
    const painter = createPainter(
      () => view,
      lines,
      () => store.get(),
    );
    const look = () => {
      view = see();
      painter.paint();
    };
    painter.paint();
    const stop = store.subscribe(painter.paint);
    scroller.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    return () => {
      stop();
      scroller.removeEventListener('scroll', look);
      observer.disconnect();
      // The next painter, such as that of StrictMode's second run, starts with an empty element.
      lines.replaceChildren();
    };
  }, [store]);
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="region"
        aria-label={t('preview.title')}
        // The keyboard scrolls only what takes the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles.scroller}
      >
        <pre ref={text} translate="no" />
      </div>
    </div>
  );
}
