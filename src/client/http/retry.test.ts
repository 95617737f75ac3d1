import { expect, test } from 'vitest';
import { ContractError, HttpError, NetworkError } from '#src/client/http/errors.ts';
import { retryAfterMs, shouldRetry } from './retry.ts';

function refusal(status: number, retryAfterS?: number): HttpError {
  return new HttpError({
    status,
    code: '',
    message: '',
    reason: '',
    requestId: undefined,
    retryAfterS,
    clockOffsetMs: undefined,
  });
}

test.each([
  [refusal(400), 0],
  [refusal(401), 0],
  [refusal(403), 0],
  [refusal(429), 3],
  [refusal(503), 3],
  [refusal(500), 1],
  [refusal(502), 1],
  [refusal(504), 1],
  [new NetworkError('gone'), 1],
  [new ContractError('odd'), 1],
  [new Error('ours'), 1],
])('a read that failed with %o is retried %d times', (error, times) => {
  let tries = 0;
  while (shouldRetry(tries, error)) tries++;
  expect(tries).toBe(times);
});

test('waits as long as the service asks, but at most a minute (S22)', () => {
  expect(retryAfterMs(0, refusal(503, 5), () => 0)).toBe(5_000);
  expect(retryAfterMs(0, refusal(503, 999_999), () => 0)).toBe(60_000);
});

test('waits longer before each further retry', () => {
  expect([0, 1, 2].map((failures) => retryAfterMs(failures, refusal(503), () => 0))).toEqual([
    1_000, 2_000, 4_000,
  ]);
});

test('spreads the retries of many pages', () => {
  expect(retryAfterMs(0, refusal(503, 4), () => 0.999)).toBe(4_999);
});
