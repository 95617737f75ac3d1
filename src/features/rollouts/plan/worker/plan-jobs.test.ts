import { expect, test } from 'vitest';
import type { PlanAnswer } from './messages.ts';
import { createPlanJobs } from './plan-jobs.ts';

test('a job that throws is answered as failed, and later jobs are done', async () => {
  const answers: PlanAnswer[] = [];
  const handle = createPlanJobs((message) => answers.push(message));
  handle({ id: 1, job: { kind: 'check', subject: undefined as never } });
  await expect
    .poll(() => answers)
    .toEqual([{ id: 1, failed: expect.stringContaining('TypeError') }]);
  handle({ id: 2, job: { kind: 'file', text: 'no plan' } });
  await expect
    .poll(() => answers.slice(1))
    .toEqual([{ id: 2, result: { problem: expect.anything() } }]);
});

test('a job that a later one of its kind replaced is not answered', async () => {
  const answers: PlanAnswer[] = [];
  const handle = createPlanJobs((message) => answers.push(message));
  handle({ id: 1, job: { kind: 'table', text: 'a', body: undefined } });
  handle({ id: 2, job: { kind: 'table', text: 'b', body: undefined } });
  await expect.poll(() => answers.some((answer) => 'result' in answer)).toBe(true);
  expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([2]));
});
