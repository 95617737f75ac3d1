import { useCallback, useRef } from 'react';
import { isWithin, toPointer, type Path } from '#src/json/path.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useCountWords } from '#src/ui/words/use-count-words.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import styles from './list.module.css';

interface ProblemJumpProps {
  path: Path;
  /** Makes all rows reachable, for instance by ending a search. */
  onJump: () => void;
}

/** The problems in the rows of a long list as a button: each press leads to the next one. */
export function ProblemJump({ path, onJump }: ProblemJumpProps) {
  const editor = useEditor();
  const t = useWords();
  const translate = useCountWords();
  const pointer = toPointer(path);
  const isInside = useCallback(
    (at: Path) => at.length > path.length && isWithin(at, path),
    // The pointer stands for the path.
    // oxlint-disable-next-line react/exhaustive-deps
    [pointer],
  );
  const counts = useIssueCounts(isInside);
  const last = useRef<string>(undefined);
  const words = translate(counts);
  if (words === '') return null;
  const jump = () => {
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
    onJump();
    focusPath(editor, next[1]);
  };
  return (
    <button
      type="button"
      className={styles.jump}
      aria-label={t('list.goToProblem', { counts: words })}
      title={t('list.goToProblem', { counts: words })}
      onClick={jump}
    >
      <CountBadge counts={counts} isDecoration />
    </button>
  );
}
