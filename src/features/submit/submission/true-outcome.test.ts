import { describe, expect, test } from 'vitest';
import { MismatchError } from '#src/client/http/errors.ts';
import { bodyOf, listed, START } from '#src/domain/lookup/lookup.testing.ts';
import { lostScene, never, openScene, place, refusal, settled, stateOf } from './scene.testing.ts';

const body = bodyOf();
const request = { place, body };

async function created() {
  const { scene, tab } = await openScene();
  await tab.submit(request);
  const [made] = scene.deployments;
  return { scene, tab, id: made!.id };
}

describe('a response about another deployment (M6)', () => {
  const strange = async () => {
    throw new MismatchError([{ field: 'name', sent: 'edge-web', answered: 'another-name' }], {
      status: 201,
      answeredId: 'abc',
      requestId: 'r-1',
    });
  };

  test('is not a success: the page starts a lookup and shows the response', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = strange;
    await tab.submit(request);
    await scene.pass(1000);
    expect(tab.view().attempt).toMatchObject({
      state: 'reconciling',
      error: { kind: 'mismatch', answeredId: 'abc', mismatches: [{ answered: 'another-name' }] },
    });
    await scene.pass(120_000);
    expect([stateOf(tab), scene.creates.length]).toEqual(['notFound', 1]);
    expect(tab.view().attempt?.error?.kind).toBe('mismatch');
    expect(tab.view().own).toEqual([]);
  });

  test('does not hide that the deployment was created after all', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = strange;
    scene.deployments = [listed(body, START, 'true-id')];
    await tab.submit(request);
    await scene.pass(0);
    expect(tab.view().attempt).toMatchObject({
      state: 'created',
      answer: { id: 'true-id' },
      error: { answeredId: 'abc' },
    });
  });
});

describe('a deployment that was deleted elsewhere', () => {
  test('can be created again: the page checks before it says “already created”', async () => {
    const { scene, tab } = await created();
    scene.deployments = [];
    await tab.submit(request);
    await settled();
    expect([stateOf(tab), scene.creates.length]).toEqual(['created', 2]);
    expect(tab.view().refusal).toBeUndefined();
    expect(new Set(scene.creates.map(({ key }) => key)).size).toBe(2);
  });

  test('no longer conflicts with another copy of the document', async () => {
    const { scene } = await created();
    const copy = await scene.opened('copy');
    await copy.submit(request);
    expect(copy.view().refusal).toMatchObject({ kind: 'conflict', isUnclear: false });
    scene.deployments = [];
    await copy.submit(request);
    expect([stateOf(copy), scene.creates.length]).toEqual(['created', 2]);
  });

  test('does not count as deleted if the service cannot be reached', async () => {
    const { scene, tab } = await created();
    scene.deployments = [];
    scene.pollError = refusal(503, 'x');
    await tab.submit(request);
    expect(tab.view()).toMatchObject({
      activity: 'none',
      refusal: { kind: 'conflict', isUnclear: true },
    });
    expect(scene.creates).toHaveLength(1);
  });

  test('is still known as deleted after a reload', async () => {
    const { scene, tab, id } = await created();
    expect(tab.view().own).toEqual([{ place, id }]);
    tab.markDeleted(tab.view().attempt!.key);
    await settled();
    // A list of names that was read earlier still contains it, which must not count as a conflict.
    expect([tab.view().own, scene.outcomes]).toEqual([[{ place, id }], [place, place]]);
    const next = await scene.opened();
    expect(next.view().attempt).toMatchObject({ state: 'created', goneAt: START });
  });
});

describe('a deployment that a document created', () => {
  test('belongs to the document after a reload, and not to another document', async () => {
    const { scene, tab, id } = await created();
    scene.now += 1000;
    await tab.submit({ place, body: bodyOf('edge-db') });
    expect(tab.view().own.map((one) => one.id)).toHaveLength(2);
    const next = await scene.opened();
    expect(next.view().own).toContainEqual({ place, id });
    expect((await scene.opened('copy')).view().own).toEqual([]);
  });

  test('is dismissed with its outcome when a new document is started, and restored by undo', async () => {
    const { scene, tab, id } = await created();
    const undo = tab.startNew();
    expect(tab.view()).toMatchObject({ own: [], attempt: undefined });
    await settled();
    expect((await scene.opened()).view()).toMatchObject({ own: [], attempt: undefined });
    undo();
    await settled();
    expect(tab.view()).toMatchObject({ own: [{ id }], attempt: { state: 'created' } });
    expect((await scene.opened()).view()).toMatchObject({
      own: [{ id }],
      attempt: { state: 'created' },
    });
  });

  test('still conflicts with an identical create', async () => {
    const { scene, tab } = await created();
    tab.startNew();
    await settled();
    await tab.submit(request);
    expect(tab.view().refusal).toMatchObject({ kind: 'conflict', conflict: { name: 'edge-web' } });
    expect(scene.creates).toHaveLength(1);
  });
});

describe('starting a new document', () => {
  test('dismisses older outcomes of the document as well', async () => {
    const { scene, tab } = await created();
    scene.onCreate = async () => {
      throw refusal(400, 'IEF.100001');
    };
    await tab.submit({ place, body: bodyOf('edge-db') });
    expect(stateOf(tab)).toBe('rejected');
    tab.startNew();
    await settled();
    expect((await scene.opened()).view().attempt).toBeUndefined();
  });

  test('keeps showing an attempt with an unknown outcome, which still blocks', async () => {
    const { scene, tab } = await lostScene();
    tab.startNew();
    await settled();
    expect(stateOf(tab)).toBe('reconciling');
    await tab.submit({ place, body: bodyOf('edge-db') });
    expect(scene.creates).toHaveLength(1);
    scene.kill(tab);
    expect(stateOf(await scene.opened())).toBe('reconciling');
  });

  test('does not affect a create in progress', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = never;
    void tab.submit(request);
    await settled();
    tab.startNew();
    expect(tab.view()).toMatchObject({ activity: 'sending', attempt: { state: 'sent' } });
  });
});

test('a rejection is still shown after a reload', async () => {
  const { scene, tab } = await openScene();
  scene.onCreate = async () => {
    throw refusal(400, 'IEF.100001');
  };
  await tab.submit(request);
  expect((await scene.opened()).view()).toMatchObject({
    isFromBefore: true,
    attempt: { state: 'rejected', error: { code: 'IEF.100001' } },
  });
});
