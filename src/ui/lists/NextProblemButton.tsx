import { useCallback, useRef } from 'react';
import { isWithin, toPointer, type Path } from '#src/json/path.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useCountWords } from '#src/ui/words/use-count-words.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import styles from './list.module.css';

interface NextProblemButtonProps {
  path: Path;
  /** Called before the focus moves, for example to clear a search that hides rows. */
  onGoToProblem: () => void;
}

/** Issue counts of a long list as a button. Each press focuses the next issue. */
export function NextProblemButton({ path, onGoToProblem }: NextProblemButtonProps) {
  const editor = useEditor();
  const t = useWords();
  const translate = useCountWords();
  const pointer = toPointer(path);
  const isInside = useCallback(
    (other: Path) => other.length > path.length && isWithin(other, path),
    // `pointer` changes exactly when the path does.
    // oxlint-disable-next-line react/exhaustive-deps
    [pointer],
  );
  const counts = useIssueCounts(isInside);
  const last = useRef<string>(undefined);
  const words = translate(counts);
  if (words === '') return null;
  const goToNext = () => {
    const places = [
      ...new Map(
        editor.issues
          .all()
          .filter((issue) => issue.severity !== 'note' && isInside(issue.path))
          .map((issue) => [toPointer(issue.path), issue.path]),
      ),
    ];
    const before = places.findIndex(([place]) => place === last.current);
    const next = places[(before + 1) % places.length];
    if (next === undefined) return;
    last.current = next[0];
    onGoToProblem();
    focusPath(editor, next[1]);
  };
  return (
    <button
      type="button"
      className={styles.jump}
      aria-label={t('list.goToProblem', { counts: words })}
      title={t('list.goToProblem', { counts: words })}
      onClick={goToNext}
    >
      <CountBadge counts={counts} isDecoration />
    </button>
  );
}
