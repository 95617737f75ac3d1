import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TokenInputs } from './token-inputs.ts';
import {
  expiryOf,
  tokenResolver,
  toSessionToken,
  toTokenInputs,
  withOffset,
} from './token-inputs.ts';
import { fromLocalInput, toLocalInput } from './local-time.ts';

const NOW = Date.UTC(2026, 10, 29, 12, 0);
const HOUR = 60 * 60 * 1000;

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

const valid: TokenInputs = {
  token: 'MIIabc',
  until: toLocalInput(NOW + HOUR),
  source: 'typed',
  offsetMs: 0,
};

async function errorsOf(inputs: TokenInputs) {
  const { errors } = await tokenResolver(inputs, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, error?.message]));
}

describe('the token form', () => {
  test.each([
    ['a valid token', valid, {}],
    ['no token', { ...valid, token: ' ' }, { token: 'connection.tokenNeeded' }],
    ['a space inside', { ...valid, token: 'a b' }, { token: 'connection.tokenWrong' }],
    [
      'an expiry that has passed',
      { ...valid, until: toLocalInput(NOW - HOUR) },
      { until: 'connection.untilOver' },
    ],
    ['no expiry', { ...valid, until: '' }, {}],
    [
      'an expiry that has passed by the clock of the service',
      { ...valid, offsetMs: 2 * HOUR },
      { until: 'connection.untilOver' },
    ],
  ])('validates %s', async (_, inputs, errors) => {
    expect(await errorsOf(inputs)).toEqual(errors);
  });
});

test('a token without an expiry is assumed to live 24 hours by the clock of the service', () => {
  const { until, source } = expiryOf('opaque', HOUR);
  expect(source).toBe('assumed');
  expect(fromLocalInput(until)).toBe(NOW + 25 * HOUR);
  expect(expiryOf('  ', 0)).toEqual({ until: '', source: 'unknown' });
});

test('the session stores the expiry by the clock of this machine, and the form shows it by that of the service', () => {
  const session = { token: 'MIIabc', tokenExpiresAt: NOW + HOUR, clockOffsetMs: 5 * 60_000 };
  const inputs = toTokenInputs(session);
  expect(fromLocalInput(inputs.until)).toBe(NOW + HOUR + 5 * 60_000);
  expect(toSessionToken(inputs)).toEqual({
    token: 'MIIabc',
    tokenExpiresAt: NOW + HOUR,
    removedToken: undefined,
  });
});

test('a blank token counts as none, whatever its expiry', () => {
  expect(toSessionToken({ ...valid, token: '  ' })).toEqual({
    token: '',
    tokenExpiresAt: undefined,
    removedToken: undefined,
  });
});

test('an assumed expiry follows the clock of the service; a typed one does not change', () => {
  const assumed = { ...valid, ...expiryOf('opaque', 0), token: 'opaque' };
  expect(fromLocalInput(withOffset(assumed, HOUR).until)).toBe(NOW + 25 * HOUR);
  expect(withOffset(valid, HOUR)).toEqual({ ...valid, offsetMs: HOUR });
});
