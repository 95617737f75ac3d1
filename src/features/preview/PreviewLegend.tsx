import { useEffect, useState } from 'react';
import { documentSize } from '#src/document/document-size.ts';
import { countLines } from '#src/document/lines.ts';
import type { Json } from '#src/json/value.ts';
import { isSameList, useEditor } from '#src/ui/editing/editor.ts';
import { createDebounce } from '#src/ui/timing/debounce.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './links.module.css';

/** The size is counted this long after an edit, milliseconds: while letters are typed, it would only flicker. */
const COUNT_DELAY_MS = 400;

const words = {
  focus: { en: 'In focus', zh: '当前' },
  changed: { en: 'Changed', zh: '刚修改' },
  problem: { en: 'Problem', zh: '问题' },
  size: (lines: string, size: string) => ({
    en: `${lines} ${lines === '1' ? 'line' : 'lines'} · ${size}`,
    zh: `${lines} 行 · ${size}`,
  }),
};

/** The row below the preview: the meaning of the marks, and the length of the text. */
export function PreviewLegend() {
  const { store } = useEditor();
  const translate = useTranslate();
  const [size, setSize] = useState(() => sizeOf(store.get()));
  useEffect(() => {
    const count = createDebounce(COUNT_DELAY_MS, () => {
      const next = sizeOf(store.get());
      setSize((shown) => (isSameList(shown, next) ? shown : next));
    });
    const unsubscribe = store.subscribe(count.schedule);
    return () => {
      unsubscribe();
      count.cancel();
    };
  }, [store]);
  return (
    <div className={styles.legend}>
      <span>{translate(words.focus)}</span>
      <span className={styles.changed}>{translate(words.changed)}</span>
      <span className={styles.problem}>{translate(words.problem)}</span>
      <div className={styles.size}>{translate(words.size(...size))}</div>
    </div>
  );
}

function sizeOf(document: Json): readonly [lines: string, size: string] {
  const size = documentSize(document);
  const inUnits =
    size < 1024
      ? `${size} B`
      : size < 1024 * 1024
        ? `${(size / 1024).toFixed(1)} KB`
        : `${(size / 1024 / 1024).toFixed(2)} MB`;
  return [countLines(document).toLocaleString('en'), inUnits];
}
