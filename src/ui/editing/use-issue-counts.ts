import { useMemo, useSyncExternalStore } from 'react';
import type { Path } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { countIssues, type IssueCounts } from './issues/count-issues.ts';
import { useEditor, type Editor } from './editor.ts';

/**
 * The counts of the issues whose path `select` picks. Keep `select` the same between renders (useCallback). The
 * component renders again only when a number changes.
 */
export function useIssueCounts(select: (path: Path) => boolean): IssueCounts {
  const { store, issues, problemVisibility } = useEditor();
  const counter = useMemo(
    () => createCounter({ store, issues, problemVisibility }, select),
    [store, issues, problemVisibility, select],
  );
  return useSyncExternalStore(counter.subscribe, counter.get);
}

function createCounter(
  { store, issues, problemVisibility }: Pick<Editor, 'store' | 'issues' | 'problemVisibility'>,
  select: (path: Path) => boolean,
) {
  let counted: readonly Issue[] | undefined;
  let version = -1;
  let counts: IssueCounts = { errors: 0, warnings: 0, blanks: 0 };
  return {
    get() {
      const all = issues.all();
      if (all === counted && problemVisibility.version() === version) return counts;
      counted = all;
      version = problemVisibility.version();
      const next = countIssues(all, select, store.get(), problemVisibility);
      if (!isSame(next, counts)) counts = next;
      return counts;
    },
    subscribe(listener: () => void) {
      const leave = [issues.subscribe(listener), problemVisibility.subscribe(listener)];
      return () => leave.forEach((end) => end());
    },
  };
}

function isSame(a: IssueCounts, b: IssueCounts): boolean {
  return a.errors === b.errors && a.warnings === b.warnings && a.blanks === b.blanks;
}
