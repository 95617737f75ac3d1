import { expect, test } from 'vitest';
import { isSentRequest } from '#src/client/requests/sent-request.ts';
import { bodyOf, START } from '#src/domain/lookup/lookup.testing.ts';
import { place } from '../submission/scene.testing.ts';
import { createAttempt, type Attempt } from './attempt.ts';
import { requestOf } from './attempt-request.ts';

const sent: Attempt = createAttempt(
  { place, body: bodyOf() },
  { document: 'first', last: undefined, now: START, newKey: 'k' },
);

test('an attempt is an entry of the history with its outcome, and never with a token', () => {
  expect(requestOf(sent)).toMatchObject({ action: 'create', outcome: 'sent', body: sent.body });
  const answer = { id: 'abc', name: 'web', state: '', createdAt: '', status: 200, requestId: 'r1' };
  const created = requestOf({ ...sent, state: 'created', answer } as Attempt);
  expect(created).toMatchObject({ outcome: 'done', deploymentId: 'abc', requestId: 'r1' });
  expect(isSentRequest(created)).toBe(true);
  const error = { kind: 'http', message: 'no', status: 400, code: 'IEF.100001' } as const;
  expect(requestOf({ ...sent, state: 'rejected', error })).toMatchObject({
    outcome: 'notDone',
    error: { code: 'IEF.100001', message: 'no' },
  });
});

test('a dismissed attempt leaves its entry as it is', () => {
  expect(requestOf({ ...sent, state: 'settled' })).toBeUndefined();
  expect(requestOf({ ...sent, state: 'created', isDismissed: true })).toBeUndefined();
});
