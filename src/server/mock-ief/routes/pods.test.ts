import { describe, expect, test } from 'vitest';
import { createMockScene, DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';

const OFFLINE_NODE = '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8';

async function createWith(fault: string, body = makeBody()) {
  const scene = createMockScene();
  const headers: Record<string, string> = fault === '' ? {} : { 'x-mock-fault': fault };
  const { json } = await scene.ask('POST', DEPLOYMENTS, body, headers);
  const path = `${DEPLOYMENTS}/${json.id}`;
  const pods = async () =>
    (await scene.ask('GET', `/v3/${PROJECT}/edgemgr/pods?deployment_id=${json.id}`)).json.pods;
  /** State, reason and restarts of the pod after some seconds. */
  const after = async (seconds: number) => {
    scene.clock.move(seconds * 1000);
    const [pod] = await pods();
    return `${pod.state} ${pod.reason} ${pod.containers[0].restarts}`;
  };
  return { ...scene, path, pods, after };
}

test('pull-failed never finds the image, and waits longer after every try', async () => {
  const { after, pods, ask, path } = await createWith('pull-failed');
  expect(await after(0)).toBe('PENDING ContainerCreating 0');
  expect(await after(3)).toBe('CREATE_FAIL ErrImagePull 0');
  expect((await pods())[0].message).toContain('manifest for nginx:alpine not found');
  expect(await after(2)).toBe('CREATE_FAIL ImagePullBackOff 0');
  expect(await after(10)).toBe('CREATE_FAIL ErrImagePull 0');
  expect(await after(3 * 3600)).toMatch(/^CREATE_FAIL /);
  expect((await ask('GET', path)).json.ready_replicas).toBe(0);
});

test('crash-loop runs briefly, waits longer every time, and counts restarts', async () => {
  const { after, ask, path, pods } = await createWith('crash-loop');
  expect(await after(2)).toBe('PENDING  0');
  expect(await after(1)).toBe('RUNNING  0');
  expect((await ask('GET', path)).json.ready_replicas).toBe(1);
  expect(await after(2)).toBe('FAILED CrashLoopBackOff 1');
  expect((await pods())[0].message).toMatch(
    /^back-off 10s restarting failed container=container-0/,
  );
  expect(await after(10)).toBe('RUNNING  1');
  expect(await after(2)).toBe('FAILED CrashLoopBackOff 2');
  expect(await after(20)).toBe('RUNNING  2');
  // 2 + 40, 2 + 80, 2 + 160 s, then 5 minutes between all others.
  expect(await after(2 + 40 + 82 + 162 + 2)).toBe('FAILED CrashLoopBackOff 6');
  expect(await after(300)).toBe('RUNNING  6');
  expect(await after(302 * 100)).toBe('RUNNING  106');
});

test('an update without a fault starts pods that run', async () => {
  const { after, ask, path } = await createWith('crash-loop');
  await after(60);
  await ask('PUT', path, { deployment: makeBody().deployment });
  expect(await after(3)).toBe('RUNNING  0');
});

describe('a deleted pod', () => {
  test('is replaced by another one', async () => {
    const { pods, ask, path, clock } = await createWith('');
    clock.move(5000);
    const [before] = await pods();
    expect((await ask('DELETE', `${path}/pods/${before.name}`)).status).toBe(204);
    const after = await pods();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ state: 'PENDING', node_id: before.node_id });
    expect(after[0].name).not.toBe(before.name);
    expect((await ask('DELETE', `${path}/pods/${before.name}`)).status).toBe(404);
  });

  test('of an offline node waits for it', async () => {
    const { pods, ask, path } = await createWith('', makeBody('app', { node_ids: [OFFLINE_NODE] }));
    const [{ name }] = await pods();
    await ask('DELETE', `${path}/pods/${name}`);
    expect((await pods())[0]).toMatchObject({ name, state: 'TERMINATING' });
  });
});

test('on an offline node nothing starts, and only a forced delete removes the record', async () => {
  const { after, ask, path } = await createWith('', makeBody('app', { node_ids: [OFFLINE_NODE] }));
  expect(await after(3600)).toBe('PENDING  0');
  expect((await ask('DELETE', path)).status).toBe(204);
  expect((await ask('GET', path)).json.state).toBe('PENDING_DELETE');
  expect((await ask('DELETE', `${path}?force_delete=true`)).status).toBe(204);
  expect((await ask('GET', path)).status).toBe(404);
});
