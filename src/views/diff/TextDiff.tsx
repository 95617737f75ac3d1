import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Json } from '#src/json/value.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useComparison } from './use-comparison.ts';
import styles from './diff.module.css';
import { diffWords } from './diff-words.ts';
import { comparedText } from './compared-text.ts';
import { createTextDiff, editorText } from './create-text-diff.ts';

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
  const [, fail] = useState<never>();
  const box = useRef<HTMLDivElement>(null);
  const comparison = useComparison('edits', before, after);
  const { before: beforeLabel, after: afterLabel } = labels;
  useEffect(() => {
    const parent = box.current;
    const edits = comparison?.result;
    if (parent === null || comparison === undefined || edits === undefined) return undefined;
    let isGone = false;
    let remove: (() => void) | undefined;
    const show = async () => {
      const before = await editorText(await comparedText('edits', comparison.before));
      const after = await editorText(await comparedText('edits', comparison.after));
      if (isGone) return;
      remove = createTextDiff({
        parent,
        before,
        after,
        edits,
        labels: { before: beforeLabel, after: afterLabel },
        language,
        isSideBySide,
        isWhole,
      });
    };
    show().catch((error: unknown) => {
      if (isGone) return;
      // Thrown while rendering, so that the boundary shows it.
      fail(() => {
        throw error;
      });
    });
    return () => {
      isGone = true;
      remove?.();
    };
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
