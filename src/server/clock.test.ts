/** Someone sets the machine's clock back by an hour. Nothing may wait for that hour to pass again. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config/config.ts';
import { createServerApp } from './create-server-app.ts';
import type { LogEntry } from './http/kit/request-log.ts';
import { LAB, listenMock, TOKEN } from './live-scene.fixture.ts';
import {
  createAsk,
  createAppScene,
  createClock,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  PROJECT,
} from './scene.fixture.ts';

const HOUR_MS = 3_600_000;

async function startServer(auth: object = { kind: 'token' }, env: Record<string, string> = {}) {
  const { port } = await listenMock();
  const file = join(mkdtempSync(join(tmpdir(), 'ief-clock-')), 'targets.json');
  const endpoint = `http://127.0.0.1:${port}`;
  writeFileSync(
    file,
    JSON.stringify({ targets: [{ id: 'lab', label: 'Lab', region: 'lab', endpoint, auth }] }),
  );
  const clock = createClock();
  const log: LogEntry[] = [];
  const { app } = createServerApp(readConfig({ IEF_TARGETS: file, ...env }), {
    clock,
    newId: randomUUID,
    log: (entry) => log.push(entry),
    port: () => 8080,
  });
  return { ask: createAsk(app), clock, log };
}

describe('a clock that is set back by an hour', () => {
  it('does not block live targets', async () => {
    const { ask, clock, log } = await startServer();
    const list = async () => (await ask('GET', LAB, undefined, TOKEN)).status;
    expect([await list(), await list()]).toEqual([200, 200]);
    clock.setWall(-HOUR_MS);
    expect([await list(), await list()]).toEqual([200, 200]);
    expect(log.every(({ ms, upstreamMs = 0 }) => ms >= 0 && upstreamMs >= 0)).toBe(true);
  });

  it('does not block the correct secret', async () => {
    const { ask, clock } = await startServer(
      { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' },
      { A: 'AK1', S: 'sk-1', ACCESS_SECRET: 'a secret of the clock test' },
    );
    const signIn = async () =>
      (await ask('POST', '/api/session', { secret: 'a secret of the clock test' })).status;
    expect(await signIn()).toBe(204);
    clock.setWall(-HOUR_MS);
    expect(await signIn()).toBe(204);
  });

  it('does not block CSP reports', async () => {
    const { ask, clock } = createAppScene();
    clock.setWall(-HOUR_MS);
    expect((await ask('POST', '/csp-report', '{}')).status).toBe(204);
  });

  it('does not change how long a key is kept', async () => {
    const { ask, clock, arrivals } = createAppScene();
    const path = `/ief/mock${DEPLOYMENTS}`;
    const create = () => ask('POST', path, makeBody(), { 'idempotency-key': 'k' });
    await create();
    clock.move(23 * HOUR_MS);
    clock.setWall(-24 * HOUR_MS);
    clock.move(2 * HOUR_MS);
    // After 25 hours the key is free, and the mock refuses the name.
    expect((await create()).status).toBe(400);
    expect(arrivals()).toBe(2);
  });

  it('does not delay the mock’s pods and late creates', async () => {
    const { ask, clock } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    await ask('POST', DEPLOYMENTS, makeBody('late'), { 'x-mock-fault': 'late-create' });
    clock.setWall(-HOUR_MS);
    clock.move(10_000);
    const pods = `/v3/${PROJECT}/edgemgr/pods?deployment_id=${json.id}`;
    expect((await ask('GET', pods)).json.pods[0].state).toBe('RUNNING');
    expect((await ask('GET', `${DEPLOYMENTS}?name=late`)).json.count).toBe(1);
  });
});
