import { expect, test } from 'vitest';
import { makeNodeJson, makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { toRolloutNode, toShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { timeLeftMs } from './time-left.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-29T08:00:00Z');
const at = (minutes: number) => new Date(start + minutes * MINUTE).toISOString();

function watched(states: readonly string[], more: Record<string, unknown> = {}) {
  const rollout = toShownRollout(
    makeRolloutJson({
      wave: 2,
      waves: [1, states.length],
      total: states.length,
      history: [
        { at: at(0), state: 'running', wave: 1 },
        { at: at(1), state: 'running', wave: 2 },
        { at: at(3), state: 'stopped', wave: 2 },
        { at: at(13), state: 'running', wave: 2 },
      ],
      ...more,
    }),
  );
  const nodes = states.map((state, index) =>
    toRolloutNode(
      state === 'offline'
        ? makeNodeJson(index, { state: 'waiting', offlineSince: at(0) })
        : makeNodeJson(index, { state }),
    ),
  );
  return { rollout, nodes };
}
const states = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([state, count]) => Array<string>(count).fill(state));

test('the time left follows the pace of the wave, without its stops and its offline nodes', () => {
  // Ten nodes of the wave in 2 + 3 minutes.
  const { rollout, nodes } = watched(states({ ready: 10, failed: 1, accepted: 4, offline: 9 }));
  expect(timeLeftMs(rollout, nodes, start + 16 * MINUTE)).toBe(2 * MINUTE);
});

test('it is never shorter than the rate allows', () => {
  const plan = { ...(makeRolloutJson().plan as object), perMinute: 10 };
  const { rollout, nodes } = watched(states({ ready: 11, waiting: 100 }), { plan });
  expect(timeLeftMs(rollout, nodes, start + 13.1 * MINUTE)).toBeGreaterThanOrEqual(10 * MINUTE);
});

test('nothing is said while too little is known, nothing is sent or nothing is left', () => {
  const now = start + 16 * MINUTE;
  for (const { rollout, nodes } of [
    watched(states({ ready: 3, waiting: 20 })),
    watched(states({ ready: 12, waiting: 20 }), { state: 'paused', reason: 'person' }),
    watched(states({ ready: 12 })),
  ])
    expect(timeLeftMs(rollout, nodes, now)).toBeUndefined();
});
