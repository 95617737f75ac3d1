import { useCallback, useMemo, useState } from 'react';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';

/** The rows that the user selected. Deployments that no longer exist leave the selection. */
export function useRowMarks(rows: readonly DeploymentRow[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(
    () => (marked.size === 0 ? [] : rows.filter(({ id }) => marked.has(id))),
    [rows, marked],
  );
  const mark = useCallback((ids: readonly string[], isMarked: boolean) => {
    setMarked((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isMarked) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }, []);
  const clear = useCallback(() => setMarked(new Set()), []);
  return useMemo(() => ({ marked, selected, mark, clear }), [marked, selected, mark, clear]);
}

export type RowMarks = ReturnType<typeof useRowMarks>;
