import { useEffect, useState } from 'react';
import { startWorker } from '#src/ui/parts/start-worker.ts';
// oxlint does not understand the query in the import.
// oxlint-disable-next-line import/default
import workerUrl from './check-plan.worker.ts?worker&url';
import type { CheckRequest, PlanCheck } from './check-plan.ts';

const WAIT_MS = 250;

/**
 * Checks a plan in a worker, again after each change: 10,000 rows take seconds. Undefined while the check is under way;
 * `failed` if the browser cannot run it.
 */
export function usePlanCheck(asked: CheckRequest | undefined): PlanCheck | 'failed' | undefined {
  const [done, setDone] = useState<{ asked: CheckRequest; check: PlanCheck | 'failed' }>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = startWorker(workerUrl);
      worker.addEventListener('message', ({ data }: MessageEvent<PlanCheck>) => {
        worker?.terminate();
        setDone({ asked, check: data });
      });
      worker.addEventListener('error', () => setDone({ asked, check: 'failed' }));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage(asked);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [asked]);
  return asked !== undefined && done?.asked === asked ? done.check : undefined;
}
