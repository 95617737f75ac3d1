import { useEffect, useState } from 'react';
import type { CheckSubject, PlanCheck } from './check-plan.ts';
import type { PlanLists, PlanWorker } from './create-plan-worker.ts';

const WAIT_MS = 250;

/** A plan to check, with the lists that the check reads. */
export interface AskedCheck {
  readonly subject: CheckSubject;
  readonly lists: PlanLists;
}

export interface AskedState {
  /** Undefined while the check is under way; `failed` if the browser cannot run it. */
  readonly check: PlanCheck | 'failed' | undefined;
  /** The last result, perhaps of the plan before its last change. */
  readonly last: PlanCheck | 'failed' | undefined;
}

/** Checks a plan in a worker, again after each change: 10,000 rows take seconds. */
export function usePlanCheck(worker: PlanWorker, asked: AskedCheck | undefined): AskedState {
  const [done, setDone] = useState<{ asked: AskedCheck; check: PlanCheck | 'failed' }>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    let isGone = false;
    const finish = (check: PlanCheck | 'failed') => {
      if (!isGone) setDone({ asked, check });
    };
    const timer = setTimeout(() => {
      worker.check(asked.subject, asked.lists).then(finish, () => finish('failed'));
    }, WAIT_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [worker, asked]);
  return {
    check: asked !== undefined && done?.asked === asked ? done.check : undefined,
    last: done?.check,
  };
}
