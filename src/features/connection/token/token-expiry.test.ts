import { expect, test } from 'vitest';
import { removalReason, IDLE_MS, timeBetween } from './token-expiry.ts';

const NOW = 1_790_000_000_000;

test('keeps a token that has not expired while there is input', () => {
  expect(removalReason({ expiresAt: NOW + 1, now: NOW, idleMs: IDLE_MS - 1 })).toBeUndefined();
  expect(removalReason({ expiresAt: undefined, now: NOW, idleMs: 0 })).toBeUndefined();
});

test('removes a token when it expires', () => {
  expect(removalReason({ expiresAt: NOW, now: NOW, idleMs: 0 })).toBe('expired');
});

test('removes a token half an hour after the last input', () => {
  expect(IDLE_MS).toBe(1_800_000);
  expect(removalReason({ expiresAt: undefined, now: NOW, idleMs: IDLE_MS })).toBe('idle');
});

test('reports the expiry if the token is both expired and idle', () => {
  expect(removalReason({ expiresAt: NOW, now: NOW, idleMs: IDLE_MS })).toBe('expired');
});

test('counts the idle time even if the clock is set back or the machine sleeps', () => {
  const from = { wall: NOW, elapsed: 0 };
  expect(timeBetween(from, { wall: NOW - 3_600_000, elapsed: IDLE_MS })).toBe(IDLE_MS);
  expect(timeBetween(from, { wall: NOW + IDLE_MS, elapsed: 1_000 })).toBe(IDLE_MS);
});
