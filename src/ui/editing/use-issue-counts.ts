import { useMemo, useSyncExternalStore } from 'react';
import type { Path } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { countIssues, type IssueCounts } from './issues/count-issues.ts';
import { useEditor, type Editor } from './editor.ts';

/**
 * Counts the issues whose path `select` accepts; the component renders again only when a count changes. `select` must be
 * stable between renders (useCallback).
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
      const unsubscribe = [issues.subscribe(listener), problemVisibility.subscribe(listener)];
      return () => unsubscribe.forEach((stop) => stop());
    },
  };
}

function isSame(a: IssueCounts, b: IssueCounts): boolean {
  return a.errors === b.errors && a.warnings === b.warnings && a.blanks === b.blanks;
}
