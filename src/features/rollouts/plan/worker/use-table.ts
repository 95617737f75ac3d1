import { useEffect, useState } from 'react';
import type { NodeTableReading } from '#src/domain/rollout/read-node-table.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { PlanLists, PlanWorker } from './create-plan-worker.ts';

/** Undefined while the table is read. */
export type TableState = NodeTableReading | 'failed' | undefined;

interface AskedTable {
  readonly worker: PlanWorker;
  readonly text: string;
  readonly nodes: PlanLists['nodes'];
  readonly body: JsonObject | undefined;
}

/** Reads a table of nodes in a worker while it is typed. */
export function useTable({ worker, text, nodes, body }: AskedTable): TableState {
  const [done, setDone] = useState<{ text: string; state: TableState }>();
  useEffect(() => {
    let isGone = false;
    const finish = (state: TableState) => {
      if (!isGone) setDone({ text, state });
    };
    worker.readTable(text, body, { nodes }).then(finish, () => finish('failed'));
    return () => {
      isGone = true;
    };
  }, [worker, text, nodes, body]);
  return done?.text === text ? done.state : undefined;
}
