import { expect, test } from 'vitest';
import { makeNodeJson, makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { toRolloutNode, toShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { timeTicks, wavesOverTime } from './wave-model.ts';

const at = (minute: number) => `2026-11-29T08:${String(minute).padStart(2, '0')}:00.000Z`;
const ms = (minute: number) => Date.parse(at(minute));

const rollout = toShownRollout(
  makeRolloutJson({
    wave: 2,
    waves: [1, 4, 6],
    history: [
      { at: at(0), state: 'running', wave: 1 },
      { at: at(2), state: 'running', wave: 2 },
      { at: at(5), state: 'stopped', wave: 2 },
      { at: at(9), state: 'running', wave: 2 },
    ],
  }),
);
const nodes = [
  makeNodeJson(1, { state: 'ready', since: at(1) }),
  makeNodeJson(2, { state: 'failed', since: at(4) }),
  makeNodeJson(3, { state: 'ready', since: at(3) }),
  makeNodeJson(4, { state: 'accepted', since: at(10) }),
  makeNodeJson(5),
  makeNodeJson(6),
].map(toRolloutNode);

test('a wave starts when it was opened, and ends with its last node or now', () => {
  const waves = wavesOverTime(rollout, nodes, ms(12));
  expect(waves.map(({ state, startMs, endMs }) => [state, startMs, endMs])).toEqual([
    ['done', ms(0), ms(1)],
    ['running', ms(2), ms(12)],
    ['planned', undefined, undefined],
  ]);
});

test('a wave in which nothing is sent says why, and how many of its nodes were tried', () => {
  for (const state of ['stopped', 'paused', 'needs-token', 'aborted'] as const) {
    const [first, second, third] = wavesOverTime({ ...rollout, state }, nodes, ms(12));
    expect([first!.state, second!.state, second!.tried]).toEqual(['done', state, 3]);
    expect(third!.state).toBe(state === 'aborted' ? 'never' : 'planned');
  }
  const lastSkipped = (code: string) => {
    const skipped = { ...nodes[3]!, state: 'skipped', error: { code, message: '' } } as const;
    return wavesOverTime({ ...rollout, state: 'aborted' }, nodes.with(3, skipped), ms(12))[1];
  };
  expect(lastSkipped('aborted')).toMatchObject({ state: 'aborted', tried: 2, total: 3 });
  expect(lastSkipped('person')).toMatchObject({ state: 'done', total: 3 });
});

test('ready and created nodes are counted over time; failures and stops have their times', () => {
  const [, second] = wavesOverTime(rollout, nodes, ms(12));
  expect(second).toMatchObject({
    total: 3,
    ready: [{ atMs: ms(3), count: 1 }],
    created: [
      { atMs: ms(3), count: 1 },
      { atMs: ms(10), count: 2 },
    ],
    failures: [ms(4)],
    stops: [{ state: 'stopped', fromMs: ms(5), failed: 1, toMs: ms(9) }],
  });
});

test('ticks are round times, never more than asked for', () => {
  expect(timeTicks(ms(1), ms(12))).toEqual([ms(2), ms(4), ms(6), ms(8), ms(10), ms(12)]);
  for (const span of [1, 500, 59_000, 3_600_000, 86_400_000, 40 * 86_400_000])
    expect(timeTicks(0, span).length).toBeLessThanOrEqual(7);
});
