import { afterEach, expect, it } from 'vitest';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { createRolloutScene, type RolloutScene } from '#src/server/rollouts/rollouts.testing.ts';
import type { RolloutLogEntry } from '#src/server/http/kit/request-log.ts';
import { DEPLOYMENTS, makeBody } from '#src/server/scene.fixture.ts';
import { systemClock } from '#src/server/time/clock.ts';
import { createRolloutLog } from './rollout-log.ts';

let scene: RolloutScene;
afterEach(() => scene.service.stop());

function openScene(target: Partial<ProxyTarget> = {}) {
  const lines: RolloutLogEntry[] = [];
  const tell = createRolloutLog((entry) => lines.push(entry), systemClock);
  return { lines, scene: createRolloutScene({ tell, target }) };
}

it('says when a rollout starts, why it stops, and how it ends, without anything of a body', async () => {
  const opened = openScene();
  scene = await opened.scene;
  const { lines } = opened;
  await scene.ask('POST', `/ief/mock${DEPLOYMENTS}`, makeBody('app-1'));
  const id = await scene.start(2, {
    plan: { inFlight: 1 },
    nodes: [
      { id: 'node-1', values: { '/description': 'canary' } },
      { id: 'node-2', name: 'canary' },
    ],
  });
  await scene.until(id, 'stopped');
  await scene.ask('PATCH', `/api/rollouts/${id}`, { stopAt: 2 });
  await scene.ask('POST', `/api/rollouts/${id}/resume`);
  await scene.until(id, 'done');
  const about = { rollout: id, target: 'mock' };
  expect(lines).toMatchObject([
    { ...about, level: 'info', event: 'rollout-start', action: 'create', total: 2 },
    { ...about, level: 'warn', state: 'stopped', reason: 'failures', failed: 1, waiting: 1 },
    { ...about, level: 'info', state: 'running', reason: 'person' },
    { ...about, level: 'info', state: 'done', failed: 1, ready: 1 },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/canary|nginx/);
});

it('says that the store fails, once in ten seconds, by its code only', async () => {
  const opened = openScene();
  scene = await opened.scene;
  const { lines } = opened;
  const id = await scene.start(1, { plan: { waves: ['100%'], perMinute: 1 } });
  await scene.until(id, 'done', 'running');
  await scene.service.store.close();
  while (lines.every(({ event }) => event !== 'rollout-failure')) {
    scene.service.engine.wake();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const failures = lines.filter(({ event }) => event === 'rollout-failure');
  expect(failures[0]).toMatchObject({ level: 'error', error: expect.any(String) as string });
  expect(Object.keys(failures[0]!).sort()).toEqual(
    ['error', 'event', 'level', 'rollout', 'target', 'time', 'where'].sort(),
  );
});

it('says that a bug makes requests fail, once in ten seconds, by its class and place only', async () => {
  const opened = openScene({
    upstream: () => Promise.reject(new TypeError('canary')),
  });
  scene = await opened.scene;
  const { lines } = opened;
  const id = await scene.start(2, { nodes: [{ id: 'canary-1' }, { id: 'canary-2' }] });
  while (lines.every(({ event }) => event !== 'rollout-failure')) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const failures = lines.filter(({ event }) => event === 'rollout-failure');
  expect(failures).toMatchObject([
    { level: 'error', rollout: id, target: 'mock', where: 'call', error: expect.any(String) },
  ]);
  expect(failures[0]).toHaveProperty('error', expect.stringMatching(/^TypeError at .*:\d+:\d+$/));
  expect(JSON.stringify(lines)).not.toContain('canary');
});
