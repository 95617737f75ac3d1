import { describe, expect, it } from 'vitest';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { createAppScene, DEPLOYMENTS, makeBody, type AppScene } from '#src/server/scene.fixture.ts';
import { createAttempts, type CreateRequest, type UpstreamOutcome } from './attempts.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;
const KEY = { 'idempotency-key': 'key-1' };
const create = ({ ask }: AppScene, headers: Record<string, string> = {}, name = 'app') =>
  ask('POST', PATH, makeBody(name), headers);
const count = async ({ ask }: AppScene) => (await ask('GET', PATH)).json.count;
const FLAG = 'idempotency-replayed';

describe('Idempotency-Key', () => {
  it('replays the same response with a flag, and creates once (S33, S34)', async () => {
    const scene = createAppScene();
    const first = await create(scene, KEY);
    const again = await create(scene, KEY);
    expect(first.headers.has(FLAG)).toBe(false);
    expect(again.headers.get(FLAG)).toBe('true');
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect([scene.arrivals(), await count(scene)]).toEqual([1, 1]);
  });

  it('shares a create in flight: ten concurrent requests are one create', async () => {
    const scene = createAppScene();
    const slow = { ...KEY, 'x-mock-fault': 'slow' };
    const responses = await Promise.all(Array.from({ length: 10 }, () => create(scene, slow)));
    expect(new Set(responses.map(({ text }) => text)).size).toBe(1);
    expect(responses.filter(({ headers }) => headers.get(FLAG) === 'true')).toHaveLength(9);
    expect(scene.arrivals()).toBe(1);
  });

  it('refuses the key for another body', async () => {
    const scene = createAppScene();
    await create(scene, KEY);
    const { status, json } = await create(scene, KEY, 'other');
    expect([status, json.error_code, scene.arrivals()]).toEqual([409, 'key_reused', 1]);
  });

  it.each([
    ['another token', { 'x-auth-token': 'canary-token-b' }],
    ['no token', {}],
  ])(
    'belongs to its first caller: %s gets 409 and no part of the response (M7)',
    async (_, more) => {
      const scene = createAppScene();
      const first = await create(scene, { ...KEY, 'x-auth-token': 'canary-token-a' });
      expect(first.status).toBe(200);
      const other = await create(scene, { ...KEY, ...more });
      expect([other.status, other.json.error_code, scene.arrivals()]).toEqual([
        409,
        'key_reused',
        1,
      ]);
      expect([other.headers.has(FLAG), other.headers.has('x-upstream-request-id')]).toEqual([
        false,
        false,
      ]);
      expect(Object.keys(other.json)).toEqual(['error_code', 'error_msg', 'request_id']);
      expect(JSON.stringify(scene.log)).not.toContain('canary');
      const again = await create(scene, { ...KEY, 'x-auth-token': 'canary-token-a' });
      expect([again.text, again.headers.get(FLAG)]).toEqual([first.text, 'true']);
    },
  );

  it('belongs to its first caller while its create is running, and after an unknown outcome', async () => {
    const scene = createAppScene();
    const fault = { ...KEY, 'x-mock-fault': 'lost-answer' };
    const [first, other] = await Promise.all([
      create(scene, { ...fault, 'x-auth-token': 'a' }),
      create(scene, { ...fault, 'x-auth-token': 'b' }),
    ]);
    expect([first.status, other.status]).toEqual([502, 409]);
    expect((await create(scene, { ...KEY, 'x-auth-token': 'b' })).status).toBe(409);
    expect([scene.arrivals(), await count(scene)]).toEqual([1, 1]);
  });

  it('can be used with a renewed token after the old one was refused', async () => {
    const scene = createAppScene({}, { tokens: ['good'] });
    expect((await create(scene, { ...KEY, 'x-auth-token': 'old' })).status).toBe(401);
    const again = await create(scene, { ...KEY, 'x-auth-token': 'good' });
    expect([again.status, again.headers.has(FLAG)]).toEqual([200, false]);
  });

  it.each(['reset-after', 'lost-answer', 'cut', 'html', 'hang', 'error-500', 'gateway-timeout'])(
    'keeps the unknown outcome of %s',
    async (name) => {
      const scene = createAppScene({}, {}, 50);
      const first = await create(scene, { ...KEY, 'x-mock-fault': name });
      const again = await create(scene, KEY);
      expect([again.status, again.json.error_code]).toEqual([first.status, first.json.error_code]);
      expect([again.headers.get(FLAG), scene.arrivals()]).toEqual(['true', 1]);
    },
  );

  it.each(['unauthorized', 'forbidden', 'throttle', 'conflict', 'refuse', 'reset-before'])(
    'frees the key after %s',
    async (name) => {
      const scene = createAppScene();
      await create(scene, { ...KEY, 'x-mock-fault': name });
      const again = await create(scene, KEY);
      expect([again.status, again.headers.has(FLAG)]).toEqual([200, false]);
    },
  );

  it('frees the key after the target’s 400 and our 413', async () => {
    const scene = createAppScene();
    expect((await create(scene, KEY, 'BAD')).status).toBe(400);
    const huge = await scene.ask('POST', PATH, ' '.repeat(1024 * 1024 + 1), KEY);
    expect(huge.status).toBe(413);
    expect((await create(scene, KEY)).status).toBe(200);
  });

  it('applies to one project and one instance', async () => {
    const scene = createAppScene();
    await create(scene, KEY);
    const elsewhere = PATH.replace(/[0-9a-f]{32}/, 'a'.repeat(32));
    const other = await scene.ask('POST', elsewhere, makeBody(), KEY);
    expect([other.status, other.headers.has(FLAG)]).toEqual([200, false]);
    const platinum = await create(scene, { ...KEY, 'ief-instance-id': 'i' }, 'app-2');
    expect([platinum.status, platinum.headers.has(FLAG)]).toEqual([200, false]);
  });

  it('does not deduplicate without a key', async () => {
    const scene = createAppScene();
    await create(scene);
    expect((await create(scene)).json.error_code).toBe('MOCK.400006');
    expect(scene.arrivals()).toBe(2);
  });

  it('expires after 24 hours', async () => {
    const scene = createAppScene();
    await create(scene, KEY);
    scene.clock.move(24 * 60 * 60 * 1000);
    const again = await create(scene, KEY, 'another');
    expect([again.status, again.headers.has(FLAG)]).toEqual([200, false]);
  });

  it.each(['', 'a b', 'k'.repeat(256)])('refuses the key %j', async (key) => {
    const { status } = await create(createAppScene(), { 'idempotency-key': key });
    expect(status).toBe(400);
  });
});

describe('attempts', () => {
  const done: UpstreamOutcome = {
    result: { status: 200, headers: {}, body: new Uint8Array(1) },
    mayHaveCreated: true,
  };
  const asked = (key: string, token = 'a'): CreateRequest => ({
    scope: [],
    key,
    caller: ['token', token],
    body: new Uint8Array(0),
  });

  it('keeps 10,000 and evicts the oldest', async () => {
    const attempts = createAttempts(() => 1);
    for (let index = 0; index <= 10_000; index++) {
      await attempts.runOnce(asked(`k${index}`), async () => done);
    }
    const runs = async (key: string) =>
      !(await attempts.runOnce(asked(key), async () => done)).replayed;
    expect(await runs('k1')).toBe(false);
    expect(await runs('k0')).toBe(true);
  });

  it('never evicts one in flight, and returns busy if all are', async () => {
    const attempts = createAttempts(() => 1);
    const never = () => new Promise<UpstreamOutcome>(() => undefined);
    for (let index = 0; index < 10_000; index++) void attempts.runOnce(asked(`k${index}`), never);
    await expect(attempts.runOnce(asked('more'), never)).rejects.toMatchObject({
      code: 'BUILDER.busy',
    });
  });

  it('evicts the oldest when stored responses exceed 128 MiB', async () => {
    const attempts = createAttempts(() => 1);
    const large = new Uint8Array(5 * 1024 * 1024);
    const outcome: UpstreamOutcome = {
      result: { status: 200, headers: {}, body: large },
      mayHaveCreated: true,
    };
    for (let index = 0; index < 28; index++) {
      await attempts.runOnce(asked(`k${index}`), async () => outcome);
    }
    expect((await attempts.runOnce(asked('k27'), async () => done)).replayed).toBe(true);
    expect((await attempts.runOnce(asked('k0'), async () => done)).replayed).toBe(false);
  });

  it('never frees the key of a running create, however long it takes', async () => {
    let now = 1;
    const attempts = createAttempts(() => now);
    let end: (outcome: UpstreamOutcome) => void = () => undefined;
    const first = attempts.runOnce(asked('k'), () => new Promise((resolve) => (end = resolve)));
    now += 25 * 60 * 60 * 1000;
    const again = attempts.runOnce(asked('k'), async () => {
      throw new Error('sent twice');
    });
    end(done);
    expect([(await first).replayed, (await again).replayed]).toEqual([false, true]);
    const later = await attempts.runOnce(asked('k'), async () => done);
    expect(later.replayed).toBe(false);
  });

  it('evicts when a large response arrives, not with the next create', async () => {
    const attempts = createAttempts(() => 1);
    const ends: ((outcome: UpstreamOutcome) => void)[] = [];
    const all = Array.from({ length: 30 }, (_, index) =>
      attempts.runOnce(asked(`k${index}`), () => new Promise((resolve) => ends.push(resolve))),
    );
    const body = new Uint8Array(5 * 1024 * 1024);
    for (const end of ends)
      end({ result: { status: 200, headers: {}, body }, mayHaveCreated: true });
    await Promise.all(all);
    expect(attempts.storedBytes()).toBeLessThanOrEqual(128 * 1024 * 1024);
  });

  it('keeps a failure without its cause, which holds the connection', async () => {
    const attempts = createAttempts(() => 1);
    const extras = { status: 504, headers: { 'retry-after': '5' }, reason: 'reset' };
    const result = new HttpProblem('BUILDER.outcome_unknown', 'No response.', {
      ...extras,
      cause: new Error('the connection'),
    });
    const send = async () => ({ result, mayHaveCreated: true });
    const first = await attempts.runOnce(asked('k'), send);
    expect(first.outcome.result).toBe(result);
    const { outcome, replayed } = await attempts.runOnce(asked('k'), send);
    expect(replayed).toBe(true);
    expect(outcome).toMatchObject({
      result: { code: 'BUILDER.outcome_unknown', message: 'No response.', ...extras },
      mayHaveCreated: true,
    });
    expect(outcome.result).not.toHaveProperty('cause.message');
  });

  it('counts a bug as an unknown outcome', async () => {
    const attempts = createAttempts(() => 1);
    const send = () => Promise.reject(new Error('mistake'));
    const first = await attempts.runOnce(asked('k'), send);
    expect(first.outcome.mayHaveCreated).toBe(true);
    expect((await attempts.runOnce(asked('k'), async () => done)).replayed).toBe(true);
  });
});
