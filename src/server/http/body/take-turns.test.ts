import { expect, test } from 'vitest';
import { createTurns } from './take-turns.ts';

test('work runs in order, and the event loop turns before each piece', async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  let isOver = false;
  const turn = () => {
    seen.push('turn');
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await Promise.all(['a', 'b', 'c'].map((name) => inTurn(() => seen.push(name))));
  isOver = true;
  expect(seen.filter((one) => one !== 'turn')).toEqual(['a', 'b', 'c']);
  expect(seen.join(' ')).toMatch(/^turn a turn b turn c$/);
});

test('work that throws rejects, and the next piece runs', async () => {
  const inTurn = createTurns();
  const first = inTurn(() => {
    throw new Error('no JSON');
  });
  const second = inTurn(() => 'done');
  await expect(first).rejects.toThrow('no JSON');
  expect(await second).toBe('done');
});
