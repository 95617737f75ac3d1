import { expect, test } from 'vitest';
import { makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { toShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { rollBacksById } from './roll-backs.ts';

test('a rollout is rolled back by the newest roll back that was not aborted', () => {
  const rollouts = [
    makeRolloutJson({ id: 'aborted', rollBackOf: 'a', state: 'aborted' }),
    makeRolloutJson({ id: 'newer', rollBackOf: 'a' }),
    makeRolloutJson({ id: 'older', rollBackOf: 'a' }),
    makeRolloutJson({ id: 'only-aborted', rollBackOf: 'b', state: 'aborted' }),
    makeRolloutJson({ id: 'b' }),
    makeRolloutJson({ id: 'a' }),
  ].map(toShownRollout);
  const found = [...rollBacksById(rollouts)].map(([id, by]) => [id, by.id]);
  expect(found).toEqual([['a', 'newer']]);
});
