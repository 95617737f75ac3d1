import { useEffect, useState } from 'react';
import type { Context } from '#src/domain/core/context.ts';
import type { JsonObject } from '#src/json/value.ts';
import { startWorker } from '#src/ui/parts/start-worker.ts';
// oxlint does not understand the query in the import.
// oxlint-disable-next-line import/default
import workerUrl from './check-plan.worker.ts?worker&url';
import type { CheckRequest, PlanCheck } from './check-plan.ts';

const WAIT_MS = 250;

/**
 * Checks a request in a worker, again after each change: 10,000 rows take seconds. Undefined while the check is under
 * way; `failed` if the browser cannot run it.
 */
export function usePlanCheck(
  request: JsonObject | undefined,
  { edition, generation }: Pick<Required<Context>, 'edition' | 'generation'>,
): PlanCheck | 'failed' | undefined {
  const [done, setDone] = useState<{ request: JsonObject; check: PlanCheck | 'failed' }>();
  useEffect(() => {
    if (request === undefined) return undefined;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = startWorker(workerUrl);
      worker.addEventListener('message', ({ data }: MessageEvent<PlanCheck>) => {
        worker?.terminate();
        setDone({ request, check: data });
      });
      worker.addEventListener('error', () => setDone({ request, check: 'failed' }));
      const message: CheckRequest = { request, edition, generation };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage(message);
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [request, edition, generation]);
  return request !== undefined && done?.request === request ? done.check : undefined;
}
