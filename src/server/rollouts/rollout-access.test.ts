/** Who may see and change a rollout, and how changes are followed. */
import { afterEach, describe, expect, it } from 'vitest';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import { UpstreamFailure } from '#src/server/proxy/upstream/upstream.ts';
import { createRolloutScene, makeRollout, type RolloutScene } from './rollouts.testing.ts';

let scene: RolloutScene;
afterEach(() => scene.service.stop());

const good = { 'x-auth-token': 'good' };

/** A target where each person has a token; `good` is the only one that works. */
const withTokens = () =>
  createRolloutScene({
    mock: { tokens: ['good'] },
    target: { auth: 'token', authorizer: createTokenAuthorizer() },
  });

describe('on a target with tokens', () => {
  it('a rollout is started, shown and changed only with a token that the target accepts', async () => {
    scene = await withTokens();
    const { ask } = scene;
    const request = makeRollout(2, { plan: { perMinute: 1 } });
    expect((await ask('POST', '/api/rollouts', request)).json.error_code).toBe(
      'BUILDER.token_missing',
    );
    const bad = { 'x-auth-token': 'bad' };
    const refused = await ask('POST', '/api/rollouts', request, bad);
    expect([refused.status, refused.json.error_code]).toEqual([401, 'BUILDER.token_refused']);
    const created = await ask('POST', '/api/rollouts', request, good);
    expect(created.status).toBe(201);
    const path = `/api/rollouts/${created.json.id as string}`;
    for (const [method, of] of [
      ['GET', ''],
      ['GET', '/nodes'],
      ['GET', '/events'],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/pause'],
      ['POST', '/resume'],
      ['POST', '/abort'],
      ['POST', '/retry'],
      ['POST', '/roll-back'],
      ['POST', '/nodes/node-1/skip'],
    ] as const) {
      const body = method === 'PATCH' ? {} : undefined;
      expect((await ask(method, path + of, body)).status).toBe(401);
      expect((await ask(method, path + of, body, bad)).status).toBe(401);
    }
    expect((await ask('GET', '/api/rollouts', undefined, bad)).json).toEqual({
      count: 0,
      rollouts: [],
    });
    expect((await ask('GET', '/api/rollouts')).json.count).toBe(0);
    expect((await ask('GET', '/api/rollouts', undefined, good)).json.count).toBe(1);
    expect((await ask('GET', path, undefined, good)).json.state).toBe('running');
  });

  it('a target that cannot check a token makes the list incomplete, not empty', async () => {
    let isAway = false;
    scene = await createRolloutScene({
      mock: { tokens: ['good', 'new'] },
      target: { auth: 'token', authorizer: createTokenAuthorizer() },
      wrap: (mock) => (request) =>
        isAway ? Promise.reject(new UpstreamFailure('refused', false)) : mock(request),
    });
    const { ask } = scene;
    await ask('POST', '/api/rollouts', makeRollout(1, { plan: { perMinute: 1 } }), good);
    const list = async (token: string) =>
      (await ask('GET', '/api/rollouts', undefined, { 'x-auth-token': token })).json;
    isAway = true;
    expect(await list('new')).toEqual({ count: 0, rollouts: [], unchecked: true });
    // It was accepted a moment ago.
    expect(await list('good')).toMatchObject({ count: 1 });
    expect(await list('good')).not.toHaveProperty('unchecked');
    isAway = false;
    expect(await list('new')).toMatchObject({ count: 1 });
  });

  it('a token that is for another target is not shown to this one', async () => {
    const seen: string[] = [];
    scene = await createRolloutScene({
      mock: { tokens: ['good'] },
      target: { auth: 'token', authorizer: createTokenAuthorizer() },
      wrap: (mock) => (request) => {
        seen.push(request.headers.get('x-auth-token') ?? '');
        return mock(request);
      },
    });
    const { ask } = scene;
    const request = makeRollout(1, { plan: { perMinute: 1 } });
    const { id } = (await ask('POST', '/api/rollouts', request, good)).json as { id: string };
    const other = { 'x-auth-token': 'secret-of-another', 'x-ief-target': 'another' };
    const own = { ...good, 'x-ief-target': 'mock' };
    for (const path of [`/api/rollouts/${id}`, `/api/rollouts/${id}/nodes`]) {
      expect((await ask('GET', path, undefined, other)).json.error_code).toBe(
        'BUILDER.token_missing',
      );
      expect((await ask('GET', path, undefined, own)).status).toBe(200);
    }
    expect((await ask('GET', '/api/rollouts', undefined, other)).json.count).toBe(0);
    expect(new Set(seen)).toEqual(new Set(['good']));
  });

  it('a refused token leaves the rollout waiting for another one, and no row fails', async () => {
    let isExpired = false;
    scene = await createRolloutScene({
      mock: { tokens: ['good'] },
      target: { auth: 'token', authorizer: createTokenAuthorizer() },
      wrap: (mock) => (request) =>
        mock(isExpired ? new Request(request, { headers: { 'x-auth-token': 'old' } }) : request),
    });
    const { ask } = scene;
    const request = makeRollout(6, { plan: { waves: [1, '100%'], gate: 'manual' } });
    const { id } = (await ask('POST', '/api/rollouts', request, good)).json as { id: string };
    const state = async () => (await ask('GET', `/api/rollouts/${id}`, undefined, good)).json;
    const until = async (wanted: string) => {
      while ((await state()).state !== wanted)
        await new Promise((resolve) => setTimeout(resolve, 25));
    };
    await until('paused');
    isExpired = true;
    await ask('POST', `/api/rollouts/${id}/resume`, undefined, good);
    await until('needs-token');
    expect((await state()).counts).toMatchObject({ ready: 1, waiting: 5, failed: 0 });
    isExpired = false;
    await ask('POST', `/api/rollouts/${id}/resume`, undefined, good);
    await until('done');
    expect((await state()).counts).toMatchObject({ ready: 6 });
    expect([...scene.creates.values()].every((count) => count === 1)).toBe(true);
  });

  it('no token is ever stored', async () => {
    scene = await withTokens();
    await scene.ask('POST', '/api/rollouts', makeRollout(2), good);
    for (const table of ['rollouts', 'rollout_rows', 'rollout_names'] as const) {
      const rows = await scene.service.store.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain('good');
    }
  });
});

describe('a browser', () => {
  it('needs the own origin and the header X-Ief-Builder to change something', async () => {
    scene = await createRolloutScene();
    const browser = { origin: 'http://localhost:8080', 'content-type': 'application/json' };
    const ask = (headers: Record<string, string>) =>
      scene.ask('POST', '/api/rollouts', makeRollout(1), headers);
    expect((await ask(browser)).status).toBe(403);
    expect((await ask({ ...browser, origin: 'http://evil', 'x-ief-builder': '1' })).status).toBe(
      403,
    );
    expect(
      (await ask({ ...browser, 'content-type': 'text/plain', 'x-ief-builder': '1' })).status,
    ).toBe(415);
    expect((await ask({ ...browser, 'x-ief-builder': '1' })).status).toBe(201);
  });
});

/** Reads events until one matches. */
async function readUntil(response: Response, isLast: (text: string) => boolean): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!isLast(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value);
  }
  await reader.cancel();
  return text;
}

describe('the events of a rollout', () => {
  const open = (id: string, headers: Record<string, string> = {}) =>
    scene.app(new Request(`http://localhost:8080/api/rollouts/${id}/events`, { headers }));

  it('show every row, and go on after the last event a reader saw', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(5, { plan: { waves: [1, '100%'], gate: 'manual' } });
    const first = await open(id);
    expect(first.headers.get('content-type')).toBe('text/event-stream');
    expect(first.headers.get('x-accel-buffering')).toBe('no');
    const seen = await readUntil(first, (text) => text.includes('"paused"'));
    const lastId = [...seen.matchAll(/^id: (.*)$/gm)].at(-1)![1]!;
    await scene.ask('POST', `/api/rollouts/${id}/resume`);
    await scene.until(id, 'done');
    const rest = await readUntil(await open(id, { 'last-event-id': lastId }), (text) =>
      text.includes('"done"'),
    );
    for (let row = 2; row <= 5; row++)
      expect(rest).toContain(`"name":"app-${row}","state":"ready"`);
  });

  it('continue without a gap after the rows that were read', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(4, { plan: { waves: [1, '100%'], gate: 'manual' } });
    await scene.until(id, 'paused');
    const read = (await scene.ask('GET', `/api/rollouts/${id}/nodes`)).json;
    // What changes between the two is in the events.
    await scene.ask('POST', `/api/rollouts/${id}/resume`);
    await scene.until(id, 'done');
    const headers = { 'last-event-id': read.lastEventId as string };
    const seen = await readUntil(await open(id, headers), (text) => text.includes('"done"'));
    for (let row = 2; row <= 4; row++)
      expect(seen).toContain(`"name":"app-${row}","state":"ready"`);
    expect(seen).toMatch(/event: rollout\ndata: .*"counts":\{[^}]*"ready":4/);
  });

  it('tell that a person paused, with the numbers of rows', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(4, { plan: { perMinute: 1 } });
    const stream = await open(id);
    await scene.ask('POST', `/api/rollouts/${id}/pause`);
    const paused =
      /^data: \{"id":"[^"]*","action":"create","state":"paused".*"counts":\{"waiting"/m;
    const seen = await readUntil(stream, (text) => paused.test(text));
    expect(seen).toMatch(paused);
  });

  it('tell everything of a rollout that is aborted before most of its rows were sent', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(1_000, { plan: { perMinute: 1 } });
    const { lastEventId } = (await scene.ask('GET', `/api/rollouts/${id}/nodes`)).json;
    await scene.ask('POST', `/api/rollouts/${id}/abort`);
    const { counts } = await scene.until(id, 'aborted');
    const stream = await open(id, { 'last-event-id': lastEventId as string });
    const seen = await readUntil(stream, (text) => text.includes('event: rollout'));
    const skipped = new Set(seen.match(/"name":"app-\d+","state":"skipped"/g));
    expect(skipped.size).toBe((counts as { skipped: number }).skipped);
    expect(seen).toContain('"state":"aborted"');
  });

  it('tell a change that is committed after later ones', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(3, { plan: { waves: [1, '100%'], gate: 'manual' } });
    await scene.until(id, 'paused');
    const stream = await open(id);
    const { db } = scene.service.store;
    const first = db.selectFrom('rollout_rows').select('revision').where('position', '=', 0);
    const { revision } = await first.executeTakeFirstOrThrow();
    // As PostgreSQL shows a transaction that took long.
    const commit = () =>
      db
        .updateTable('rollout_rows')
        .set({ state: 'skipped', revision: revision - 1 })
        .where('position', '=', 2)
        .execute();
    let hasBegun = false;
    const seen = await readUntil(stream, (text) => {
      if (!hasBegun && text !== '') void commit();
      hasBegun = text !== '';
      return text.includes('app-3');
    });
    expect(seen).toContain('"name":"app-3","state":"skipped"');
  });

  it('have a cap per reader, and end when the server stops', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(1);
    const streams = await Promise.all(Array.from({ length: 9 }, () => open(id)));
    expect(streams.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(8).fill(200),
      503,
    ]);
    const ends = streams.slice(0, 8).map((stream) => readUntil(stream, () => false));
    await scene.service.stop();
    expect(await Promise.all(ends)).toHaveLength(8);
    scene = await createRolloutScene();
  });

  it('are not opened by HEAD', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(1);
    for (let count = 0; count < 9; count++) {
      expect((await scene.ask('HEAD', `/api/rollouts/${id}/events`)).status).toBe(200);
    }
    expect((await open(id)).status).toBe(200);
  });
});
