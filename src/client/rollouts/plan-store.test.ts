import { expect, test } from 'vitest';
import { dropPlan, keepPlan, readPlan, type KeptPlan } from './plan-store.ts';

const plan = (source: string) => ({ source, rollout: { rows: [] } }) as unknown as KeptPlan;

test('a plan is forgotten once it was started, but not one that was kept since', async () => {
  const [first, second] = [plan('first'), plan('second')];
  await keepPlan(first);
  await keepPlan(second);
  await dropPlan(first);
  expect(await readPlan()).toBe(second);
  await dropPlan(second);
  expect(await readPlan()).toBeUndefined();
});
