import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Path } from '#src/json/path.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useIsChecked } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useCountWords } from '#src/ui/words/use-count-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { problemWords } from './problem-words.ts';
import { ProblemsPopover } from './ProblemsPopover.tsx';
import styles from './problems.module.css';

/** Counts the problems of the whole document. Pressing it lists them. */
export function ProblemsButton({ goTo }: { goTo: (path: Path) => void }) {
  const translate = useTranslate();
  const isChecked = useIsChecked();
  const counts = useIssueCounts(anyPath);
  const words = useCountWords()(counts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // The first check adds counts, which would move the label.
  if (!isChecked || words === '') return null;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        className={styles.button}
      >
        <CountBadge counts={counts} />
        <span className={styles.label}>{translate(problemWords.show)}</span>
      </button>
      {anchor && (
        <ProblemsPopover
          anchor={anchor}
          onClose={() => setAnchor(null)}
          onChoose={(path) => {
            // Closing returns the focus to the button, so it has to come first.
            flushSync(() => setAnchor(null));
            goTo(path);
          }}
        />
      )}
    </>
  );
}

function anyPath(): boolean {
  return true;
}
