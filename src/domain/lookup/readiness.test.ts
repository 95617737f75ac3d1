import { expect, test } from 'vitest';
import type { LookupError } from './lookup.ts';
import { bodyOf, listed, START } from './lookup.testing.ts';
import { nextPollDelay, WATCH_MS, watchState, type DeploymentReading } from './readiness.ts';

const record = listed(bodyOf(), START);
const ready = { ...record, readyReplicas: 1 };
const failure = (kind: LookupError['kind'] = 'other', retryAfterS?: number): LookupError => ({
  kind,
  message: '',
  retryAfterS,
});

test.each<[string, DeploymentReading, LookupError | undefined, number, string, number | false]>([
  ['nothing is known yet', undefined, undefined, 0, 'checking', 3000],
  ['no instance is ready', record, undefined, 9000, 'checking', 3000],
  ['all are ready', ready, undefined, 9000, 'ready', false],
  ['more are ready than wanted', { ...record, readyReplicas: 2 }, undefined, 0, 'ready', false],
  ['none are wanted', { ...record, replicas: 0 }, undefined, 0, 'ready', false],
  ['the counts are missing', { ...record, replicas: undefined }, undefined, 0, 'checking', 3000],
  ['it was deleted', 'gone', undefined, 0, 'gone', false],
  ['the time is over', record, undefined, WATCH_MS, 'stopped', false],
  ['the time is over before any response', undefined, undefined, WATCH_MS, 'stopped', false],
  ['the network is down', record, failure(), 0, 'checking', 10_000],
  ['the network is down until the time is over', record, failure(), WATCH_MS, 'stopped', false],
  ['it was ready, and the last check failed', ready, failure(), 0, 'checking', 10_000],
  ['the service asks to wait', record, failure('other', 30), 0, 'checking', 30_000],
  ['the service asks to wait for a day', record, failure('other', 86_400), 0, 'checking', 60_000],
  ['the token is rejected', record, failure('signIn'), 0, 'needsSignIn', false],
  ['the service rejects the request', record, failure('refused'), 0, 'refused', false],
  ['404, and the list still has it', record, failure(), 0, 'checking', 10_000],
])('%s', (_what, reading, error, elapsedMs, state, next) => {
  const watch = { reading, error, elapsedMs };
  expect([watchState(watch), nextPollDelay(watch)]).toEqual([state, next]);
});
