import { expect, test } from 'vitest';
import { removalReason, IDLE_MS, timeBetween } from './token-expiry.ts';

const NOW = 1_790_000_000_000;

test('a token stays while it is good and the person is there', () => {
  expect(removalReason({ expiresAt: NOW + 1, now: NOW, idleMs: IDLE_MS - 1 })).toBeUndefined();
  expect(removalReason({ expiresAt: undefined, now: NOW, idleMs: 0 })).toBeUndefined();
});

test('a token leaves at its end', () => {
  expect(removalReason({ expiresAt: NOW, now: NOW, idleMs: 0 })).toBe('expired');
});

test('a token leaves half an hour after the last input', () => {
  expect(IDLE_MS).toBe(1_800_000);
  expect(removalReason({ expiresAt: undefined, now: NOW, idleMs: IDLE_MS })).toBe('idle');
});

test('that it ran out is said before that nobody was there', () => {
  expect(removalReason({ expiresAt: NOW, now: NOW, idleMs: IDLE_MS })).toBe('expired');
});

test('neither a clock that is set back nor a machine that sleeps makes the person look present', () => {
  const from = { wall: NOW, elapsed: 0 };
  expect(timeBetween(from, { wall: NOW - 3_600_000, elapsed: IDLE_MS })).toBe(IDLE_MS);
  expect(timeBetween(from, { wall: NOW + IDLE_MS, elapsed: 1_000 })).toBe(IDLE_MS);
});
