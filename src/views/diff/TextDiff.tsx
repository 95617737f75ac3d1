import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { documentText } from '#src/document/document-text.ts';
import type { Json } from '#src/json/value.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useComparison } from './use-comparison.ts';
import styles from './diff.module.css';
import { diffWords } from './diff-words.ts';
import { createTextDiff } from './create-text-diff.ts';

interface TextDiffProps {
  before: Json;
  after: Json;
  labels: { before: string; after: string };
}

/** Two documents as JSON with their differences: side by side if there is room, otherwise as one text. */
export function TextDiff({ before, after, labels }: TextDiffProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const isSideBySide = useSyncExternalStore(onResize, hasRoom);
  const [isWhole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const comparison = useComparison('edits', before, after);
  const { before: beforeLabel, after: afterLabel } = labels;
  useEffect(() => {
    if (box.current === null || comparison?.result === undefined) return undefined;
    return createTextDiff({
      parent: box.current,
      before: documentText(comparison.before),
      after: documentText(comparison.after),
      edits: comparison.result,
      labels: { before: beforeLabel, after: afterLabel },
      language,
      isSideBySide,
      isWhole,
    });
  }, [comparison, beforeLabel, afterLabel, language, isSideBySide, isWhole]);
  if (comparison && comparison.result === undefined)
    return (
      <p role="alert" className={styles.same}>
        {translate(diffWords.failed)}
      </p>
    );
  return (
    <>
      <div className={styles.sides}>
        <span className={styles.removed}>{beforeLabel}</span>
        <span className={styles.added}>{afterLabel}</span>
        <label className={styles.whole}>
          <input
            type="checkbox"
            checked={isWhole}
            onChange={(event) => setWhole(event.target.checked)}
          />
          {translate(diffWords.wholeText)}
        </label>
      </div>
      {!comparison && (
        <p role="status" className={styles.same}>
          {translate(diffWords.comparing)}
        </p>
      )}
      <div
        ref={box}
        role="region"
        aria-label={translate(diffWords.text)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        className={styles.text}
      />
    </>
  );
}

/** Two columns of JSON need this much room. */
const room = window.matchMedia('(min-width: 900px)');
const hasRoom = () => room.matches;

function onResize(listener: () => void): () => void {
  room.addEventListener('change', listener);
  return () => room.removeEventListener('change', listener);
}
