import { expect, test } from 'vitest';
import { makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { toShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import {
  formatRolloutFilter,
  matchRollouts,
  parseRolloutFilter,
  pickState,
  rolloutFilters,
} from './rollout-filter.ts';

const endedAt = '2026-11-29T09:00:00.000Z';
const rollouts = [
  makeRolloutJson({ id: 'a', firstName: 'edge-web-1' }),
  makeRolloutJson({ id: 'b', state: 'stopped' }),
  makeRolloutJson({ id: 'c', state: 'paused', reason: 'gate' }),
  makeRolloutJson({ id: 'd', state: 'paused', reason: 'person' }),
  makeRolloutJson({ id: 'e', state: 'done', endedAt }),
  makeRolloutJson({ id: 'f', state: 'aborted' }),
].map(toShownRollout);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

test('each filter picks its states; an aborted rollout is active until its nodes have settled', () => {
  expect(rolloutFilters.map((name) => ids(pickState(rollouts, name)))).toEqual([
    'abcdef',
    'abcdf',
    'bc',
    'e',
  ]);
});

test('the text finds names, IDs and the name of the target', () => {
  const find = (text: string) =>
    ids(matchRollouts(rollouts, { text, state: 'all' }, () => 'Embedded mock'));
  expect([find('EDGE-web'), find('embedded'), find('nothing')]).toEqual(['a', 'abcdef', '']);
});

test('the filter survives in the address; an unknown state is the whole list', () => {
  const filter = { text: 'a & b', state: 'attention' } as const;
  expect(parseRolloutFilter(formatRolloutFilter(filter))).toEqual(filter);
  expect(parseRolloutFilter('state=x')).toEqual({ text: '', state: 'all' });
  expect(formatRolloutFilter({ text: '', state: 'all' })).toBe('');
});
