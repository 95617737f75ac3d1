import { expect, test } from 'vitest';
import type { Session } from '#src/client/session/session.ts';
import type { Target } from '#src/client/targets/targets.ts';
import { bodyOf, START } from '#src/domain/lookup/lookup.testing.ts';
import { createAttempt, type Attempt } from './attempt/attempt.ts';
import { place } from './submission/scene.testing.ts';
import { initialState } from './submission/submission-state.ts';
import { currentRefusal, isPastAttempt, missingForSubmit, retryAt } from './submit-conditions.ts';

const body = bodyOf();
const text = () => body;
const elsewhere = { ...place, projectId: 'f'.repeat(32) };
const created: Attempt = {
  ...createAttempt(
    { place, body },
    { document: 'first', last: undefined, now: START, newKey: 'k' },
  ),
  state: 'created',
};
const view = (attempt: Attempt) => ({ ...initialState('first'), attempt });

test('a finished attempt of another text or place is past; an open one never is', () => {
  expect(isPastAttempt(view(created), text, place)).toBe(false);
  expect(isPastAttempt(view(created), text, undefined)).toBe(false);
  expect(isPastAttempt(view(created), () => bodyOf('edge-db'), place)).toBe(true);
  expect(isPastAttempt(view(created), text, elsewhere)).toBe(true);
  const open = { ...created, state: 'reconciling' } as const;
  expect(isPastAttempt(view(open), () => bodyOf('edge-db'), place)).toBe(false);
});

test('“already created” applies to one text at one place', () => {
  const refusal = { kind: 'conflict', conflict: created } as const;
  expect(currentRefusal(refusal, text, place)).toBe(refusal);
  expect(currentRefusal(refusal, text, elsewhere)).toBeUndefined();
  expect(currentRefusal({ kind: 'offline' }, text, undefined)).toEqual({ kind: 'offline' });
});

test('a refusal with a waiting time applies to its place', () => {
  const error = { kind: 'http', message: '', retryAfterS: 5 } as const;
  const rejected: Attempt = { ...created, state: 'rejected', endedAt: START, error };
  expect(retryAt(rejected, place)).toBe(START + 5000);
  expect(retryAt(rejected, elsewhere)).toBe(0);
  expect(retryAt(created, place)).toBe(0);
});

test('the project comes first, then the instance, then the token', () => {
  const target = { kind: 'live', edition: 'professional' } as Target;
  const session = { ...place, token: '' } as unknown as Session;
  expect(missingForSubmit(target, place, { ...session, projectId: 'x' })).toBe('project');
  expect(missingForSubmit(target, place, { ...session, edition: 'platinum' })).toBe('instance');
  expect(missingForSubmit(target, place, session)).toBe('token');
  expect(missingForSubmit(target, place, { ...session, token: 't' })).toBeUndefined();
});
