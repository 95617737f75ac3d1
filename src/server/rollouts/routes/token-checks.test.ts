import { expect, it } from 'vitest';
import { createMockTarget } from '#src/server/create-targets.ts';
import type { CallOutcome } from '#src/server/rollouts/actions/call-target.ts';
import { PROJECT } from '#src/server/scene.fixture.ts';
import { createRolloutAccess } from './rollout-access.ts';

const place = { target: 'mock', projectId: PROJECT, instanceId: '' };
const signIn: CallOutcome = { kind: 'sign-in', message: '' };
const later: CallOutcome = { kind: 'later', code: 'x', message: '', retryAfterS: undefined };
const ok: CallOutcome = { kind: 'ok', json: {}, clockOffsetMs: undefined };

/** A caller with a token that a target answers about as given, one answer a check. */
async function callerWith(...answers: CallOutcome[]) {
  const time = { now: 1_000 };
  const target = createMockTarget(() => Promise.reject(new Error('nothing is sent')));
  const access = createRolloutAccess(
    {
      targets: [{ ...target, auth: 'token' }],
      clock: { elapsed: () => time.now, wall: () => time.now },
      callTargetOf: () => () => Promise.resolve(answers.shift()!),
    },
    undefined,
    undefined,
  );
  const request = new Request('http://server/', { headers: { 'x-auth-token': 'a-token' } });
  return { time, answers, ...(await access.admit(request, 'peer')) };
}

it('lists ask only once in a while about a token that was refused', async () => {
  const { maySee, answers, time } = await callerWith(signIn, ok);
  expect([await maySee(place), await maySee(place)]).toEqual(['no', 'no']);
  time.now += 9_999;
  expect([await maySee(place), answers.length]).toEqual(['no', 1]);
  time.now += 2;
  expect([await maySee(place), answers.length]).toEqual(['yes', 0]);
});

it('a request about one rollout asks again, and what it learns counts for lists', async () => {
  const { maySee, prove } = await callerWith(signIn, signIn, ok);
  expect(await maySee(place)).toBe('no');
  await expect(prove(place)).rejects.toThrow('does not accept this token');
  expect(await prove(place)).toBe('a-token');
  expect(await maySee(place)).toBe('yes');
});

it('a target that cannot check the token has not refused it', async () => {
  const { maySee } = await callerWith(later, later, ok);
  expect([await maySee(place), await maySee(place), await maySee(place)]).toEqual([
    'unchecked',
    'unchecked',
    'yes',
  ]);
});
