import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './json-text.module.css';
import { showText } from './show-text.ts';
import { readWrap } from './wrap.ts';

/**
 * The text of the document: the whole text up to 2,000 lines, otherwise its visible part. Updated on every key press,
 * without React and only in the lines that changed, because a key press must not render components.
 */
export function JsonText({ region }: { region?: RefObject<HTMLDivElement | null> }) {
  const { store } = useEditor();
  const t = useWords();
  const own = useRef<HTMLDivElement>(null);
  const box = region ?? own;
  // Later changes are made to the element, without React.
  const [wraps] = useState(readWrap);
  const text = useRef<HTMLPreElement>(null);
  // A layout effect, so that the region never appears without its text.
  useLayoutEffect(() => {
    if (box.current === null || text.current === null) return undefined;
    return showText(box.current, text.current, store);
  }, [store, box]);
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="region"
        aria-label={t('preview.title')}
        // An element must be focusable to be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-wraps={wraps}
        className={styles.scroller}
      >
        <pre ref={text} translate="no" />
        <div aria-hidden className={styles.numbers} />
      </div>
    </div>
  );
}
