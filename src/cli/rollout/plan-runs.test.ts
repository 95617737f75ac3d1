import { expect, test } from 'vitest';
import { makeRollout } from '#src/server/rollouts/rollouts.testing.ts';
import { planDigest } from './plan-runs.ts';

const plan = JSON.parse(JSON.stringify(makeRollout(2)));

test('the order of keys does not make another plan', () => {
  const reversed = Object.fromEntries(Object.entries(plan).reverse());
  expect(Object.keys(reversed)[0]).not.toBe(Object.keys(plan)[0]);
  expect(planDigest(reversed as never)).toBe(planDigest(plan));
  expect(planDigest(plan)).toMatch(/^[0-9a-f]{32}$/);
});

test('pace and limits do not make another plan', () => {
  expect(planDigest({ ...plan, plan: { perMinute: 1 } })).toBe(planDigest(plan));
});

test('other nodes, their order, and any value of the body make another plan', () => {
  const others = [
    { ...plan, nodes: plan.nodes.toReversed() },
    { ...plan, nodes: plan.nodes.slice(1) },
    { ...plan, body: { ...plan.body, description: 'other' } },
    { ...plan, action: 'delete' },
  ];
  expect(new Set([plan, ...others].map(planDigest)).size).toBe(5);
});
