import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { countLines, printLines } from '#src/document/lines.ts';
import type { Json } from '#src/json/value.ts';
import styles from './document.module.css';
import { splitLine } from './split-line.ts';

const LINE_HEIGHT = 20;

/** The most characters of a line that are rendered: a value may have a million. */
const MAX_LINE = 1000;

/** The JSON of a document that is not in the form. Only the lines in view are rendered. */
export function DocumentText({ document, label }: { document: Json; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const count = countLines(document);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 4,
  });
  const rows = virtualizer.getVirtualItems();
  const [first] = rows;
  const lines = first ? printLines(document, first.index, (rows.at(-1)?.index ?? 0) + 1) : [];
  return (
    // Focusable, so that it scrolls with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} role="region" aria-label={label} tabIndex={0} className={styles.box}>
      <div style={{ height: virtualizer.getTotalSize(), paddingTop: first?.start ?? 0 }}>
        {lines.map((line, at) => (
          <div key={first!.index + at} className={styles.line}>
            <span className={styles.number} aria-hidden>
              {first!.index + at + 1}
            </span>
            <span>
              {splitLine(shorten(line)).map(({ kind, text }) => (
                <span key={`${kind} ${text}`} className={kind && styles[kind]}>
                  {text}
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

function shorten(line: string): string {
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line;
}
