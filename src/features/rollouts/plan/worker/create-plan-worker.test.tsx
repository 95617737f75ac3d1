import { afterEach, expect, test, vi } from 'vitest';
import { createPlanWorker, type PlanWorker } from './create-plan-worker.ts';

let worker: PlanWorker | undefined;
afterEach(() => {
  worker?.close();
  vi.restoreAllMocks();
});

test('a check that throws is rejected and reported, and the worker goes on', async () => {
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  worker = createPlanWorker();
  const checking = worker.check(undefined as never, { rows: [] });
  await expect(checking).rejects.toThrow(/^A job of the plan worker failed: TypeError/);
  expect(report).toHaveBeenCalledOnce();
  await expect(worker.readFile('no plan')).resolves.toHaveProperty('problem');
});
