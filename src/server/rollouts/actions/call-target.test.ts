import { beforeEach, describe, expect, it } from 'vitest';
import { createAttempts } from '#src/server/proxy/attempts.ts';
import { createMockTarget } from '#src/server/create-targets.ts';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { UpstreamFailure } from '#src/server/proxy/upstream/upstream.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { createCallTarget, type TargetCall } from './call-target.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const update: TargetCall = { endpoint: 'updateDeployment', id: 'd1', body: '{}' };
const read: TargetCall = { endpoint: 'showDeployment', id: 'd1' };
const create: TargetCall = { endpoint: 'createDeployment', body: '{}', key: 'k1' };

/** What the calls of a test reported. */
const bugs: unknown[] = [];
beforeEach(() => void bugs.splice(0));

/** Calls a target that answers like this. */
function callTarget(
  answer: (request: Request) => Promise<Response>,
  change: Partial<ProxyTarget> = {},
) {
  return createCallTarget({
    target: { ...createMockTarget(answer as never), ...change },
    projectId: 'a'.repeat(32),
    instanceId: '',
    attempts: createAttempts(() => 0),
    limits: undefined,
    wall: () => NOW,
    onBug: (error) => bugs.push(error),
  });
}

const answerWith = (status: number, json: unknown, headers: Record<string, string> = {}) =>
  callTarget(() => Promise.resolve(Response.json(json, { status, headers })));

describe('the outcome of a call', () => {
  it('has the offset of the clock of the target: positive if it is ahead', async () => {
    const headers = { date: new Date(NOW + 5000).toUTCString() };
    expect(await answerWith(200, { id: 'd1' }, headers)(read, '')).toEqual({
      kind: 'ok',
      json: { id: 'd1' },
      clockOffsetMs: 5000,
    });
  });

  it.each([
    [401, 'sign-in', 'sign-in'],
    [403, 'refused', 'refused'],
    [429, 'later', 'later'],
    [500, 'unknown', 'later'],
    [503, 'unknown', 'later'],
  ])('after %d is %s for a change and %s for a read', async (status, change, reading) => {
    const call = answerWith(status, { error_code: 'IEF.1', error_msg: 'no' });
    expect((await call(update, '')).kind).toBe(change);
    expect((await call(create, '')).kind).toBe(change);
    expect((await call(read, '')).kind).toBe(reading);
  });

  it('contains the code and a message of a bearable length', async () => {
    const json = { error_code: 'IEF.1', error_msg: 'x'.repeat(2000) };
    expect(await answerWith(400, json)(update, '')).toEqual({
      kind: 'refused',
      status: 400,
      code: 'IEF.1',
      message: 'x'.repeat(500),
    });
    expect(await answerWith(404, {})(read, '')).toMatchObject({ code: 'HTTP 404', message: '' });
  });

  it('is unknown for a change after a bug, because it may have arrived; every bug is reported', async () => {
    const bug = new Error('a bug');
    const upstream = () => Promise.reject(bug);
    const call = callTarget(() => Promise.resolve(Response.json({})), { upstream });
    expect((await call(update, '')).kind).toBe('unknown');
    expect((await call(create, '')).kind).toBe('unknown');
    expect((await call(read, '')).kind).toBe('later');
    expect(bugs).toEqual([bug, bug, bug]);
  });

  it('reports no failure that is expected', async () => {
    await answerWith(500, {})(create, '');
    for (const failure of [
      new UpstreamFailure('reset', true),
      new UpstreamFailure('refused', false),
      new HttpProblem('BUILDER.busy', 'later'),
    ]) {
      const upstream = () => Promise.reject(failure);
      const call = callTarget(() => Promise.resolve(Response.json({})), { upstream });
      for (const one of [read, create, update]) await call(one, '');
    }
    await callTarget(() => Promise.resolve(Response.json({})))({ ...read, id: 'a/b' }, '');
    expect(bugs).toEqual([]);
  });

  it('is a refusal for an ID that no path may contain, and nothing is sent', async () => {
    let sent = 0;
    const call = callTarget(() => {
      sent += 1;
      return Promise.resolve(Response.json({}));
    });
    expect(await call({ ...read, id: 'a/b' }, '')).toMatchObject({ kind: 'refused' });
    expect(sent).toBe(0);
  });
});
