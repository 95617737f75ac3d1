import { useMemo, useState } from 'react';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';

/** The rows that the user selected. Deployments that no longer exist leave the selection. */
export function useRowMarks(rows: readonly DeploymentRow[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(
    () => (marked.size === 0 ? [] : rows.filter(({ id }) => marked.has(id))),
    [rows, marked],
  );
  const mark = (ids: readonly string[], isMarked: boolean) =>
    setMarked((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isMarked) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  return { marked, selected, mark, clear: () => setMarked(new Set()) };
}

export type RowMarks = ReturnType<typeof useRowMarks>;
