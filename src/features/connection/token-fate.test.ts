import { expect, test } from 'vitest';
import { IDLE_MS, tokenFate } from './token-fate.ts';

const NOW = 1_790_000_000_000;

test('a token stays while it is good and the person is there', () => {
  expect(tokenFate({ expiresAt: NOW + 1, lastInput: NOW - IDLE_MS + 1, now: NOW })).toBeUndefined();
  expect(tokenFate({ expiresAt: undefined, lastInput: NOW, now: NOW })).toBeUndefined();
});

test('a token leaves at its end', () => {
  expect(tokenFate({ expiresAt: NOW, lastInput: NOW, now: NOW })).toBe('expired');
});

test('a token leaves half an hour after the last input', () => {
  expect(IDLE_MS).toBe(1_800_000);
  expect(tokenFate({ expiresAt: undefined, lastInput: NOW - IDLE_MS, now: NOW })).toBe('idle');
});

test('that it ran out is said before that nobody was there', () => {
  expect(tokenFate({ expiresAt: NOW, lastInput: NOW - IDLE_MS, now: NOW })).toBe('expired');
});
