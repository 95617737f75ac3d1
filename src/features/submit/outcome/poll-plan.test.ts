import { expect, test } from 'vitest';
import { NetworkError } from '#src/client/errors.ts';
import { nextPoll, WATCH_MS, watchState, type Reading } from './poll-plan.ts';
import { bodyOf, listed, START } from '#src/domain/lookup/lookup.testing.ts';
import { refusal } from '../submission/scene.testing.ts';

const record = listed(bodyOf(), START);
const ready = { ...record, readyReplicas: 1 };

test.each<[string, Reading, unknown, number, string, number | false]>([
  ['nothing is known yet', undefined, null, 0, 'checking', 3000],
  ['no instance is ready', record, null, 9000, 'checking', 3000],
  ['all are ready', ready, null, 9000, 'ready', false],
  ['more are ready than wanted', { ...record, readyReplicas: 2 }, null, 0, 'ready', false],
  ['none are wanted', { ...record, replicas: 0 }, null, 0, 'ready', false],
  ['the counts are missing', { ...record, replicas: undefined }, null, 0, 'checking', 3000],
  ['it was deleted', 'gone', null, 0, 'gone', false],
  ['the time is over', record, null, WATCH_MS, 'stopped', false],
  ['the time is over before any answer', undefined, null, WATCH_MS, 'stopped', false],
  ['the network is down', record, new NetworkError('Failed to fetch'), 0, 'checking', 10_000],
  ['the network is down until the end', record, new NetworkError('x'), WATCH_MS, 'stopped', false],
  ['it was ready, and the last check failed', ready, new NetworkError('x'), 0, 'checking', 10_000],
  ['the service asks to wait', record, refusal(429, 'x', 30), 0, 'checking', 30_000],
  ['the service asks to wait for a day', record, refusal(503, 'x', 86_400), 0, 'checking', 60_000],
  ['the token is refused', record, refusal(401, 'APIGW.0301'), 0, 'needsSignIn', false],
  ['the server is locked', record, refusal(401, 'BUILDER.access_needed'), 0, 'needsSignIn', false],
  ['the service refuses', record, refusal(403, 'APIGW.0302'), 0, 'refused', false],
  ['404, and the list still has it', record, refusal(404, 'APIGW.0101'), 0, 'checking', 10_000],
])('%s', (_what, reading, error, elapsedMs, state, next) => {
  const watch = { reading, error, elapsedMs };
  expect([watchState(watch), nextPoll(watch)]).toEqual([state, next]);
});
