import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HttpError, NetworkError } from '#src/client/http/errors.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { northPlace as place } from '#src/client/session/place.fixture.ts';
import type { JsonObject } from '#src/json/value.ts';
import { UpdateRun } from './update-run.ts';
import { createUpdateStore } from './update-store.ts';
import type { UpdateDeps } from './update-view.ts';

const documentOf = (image: string, more: object = {}, description = 'one'): JsonObject =>
  ({
    name: 'edge-web',
    description,
    node_ids: ['n'],
    deployment: {
      replicas: 1,
      template: { containers: [{ name: 'web', image_url: image, ...more }] },
    },
  }) as never;

/** A service with one deployment, and a page that updates it. */
class Scene {
  live: JsonObject | undefined = documentOf('web:1');
  now = 0;
  readonly sent: JsonObject[] = [];
  readonly stored: SentRequest[] = [];
  readonly store = createUpdateStore(this.live!);
  /** Replaces the response of the service, after the update took effect if that is true. */
  answer: { error: Error; takesEffect: boolean } | undefined;
  readonly deps: UpdateDeps = {
    now: () => this.now,
    wait: async (ms) => {
      this.now += ms;
    },
    newKey: () => 'key',
    read: async () => this.live,
    send: async (body) => {
      const update = JSON.parse(body) as JsonObject;
      this.sent.push(update);
      if (this.answer?.takesEffect !== false) this.live = { ...this.live, ...update };
      if (this.answer) throw this.answer.error;
      return { status: 200, json: {}, requestId: 'r1', clockOffsetMs: undefined };
    },
    store: async (request) => void this.stored.push(request),
  };
  readonly run: UpdateRun;

  /** `unresolved`: an update of an earlier visit. */
  constructor(unresolved?: SentRequest) {
    const subject = {
      place,
      deploymentId: 'abc',
      name: 'edge-web',
      document: this.store.get,
      adopt: (document: JsonObject) => this.store.edit(document),
      rebase: this.store.rebase,
    };
    this.run = new UpdateRun(this.live!, subject, this.deps, unresolved);
  }

  get stage() {
    return this.run.view().now;
  }

  async press(isSendable = true) {
    await this.run.submit(() => isSendable);
    return this.stage;
  }
}

test('undo and redo after a merge keep what others changed', async () => {
  const scene = new Scene();
  const { store } = scene;
  store.edit(documentOf('web:2'));
  store.edit(documentOf('web:2', {}, 'two'));
  store.undo();
  scene.live = documentOf('web:1', { version: 'theirs' });
  expect(await scene.press(false)).toEqual({ stage: 'merged' });
  expect(store.get()).toEqual(documentOf('web:2', { version: 'theirs' }));
  store.redo();
  expect(store.get()).toEqual(documentOf('web:2', { version: 'theirs' }, 'two'));
  store.undo();
  store.undo();
  expect(store.get()).toEqual(scene.live);
  expect(store.canUndo()).toBe(false);
  expect(await scene.press()).toEqual({ stage: 'unchanged' });
});

test('an update sends description and deployment only, and is read back', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  expect(await scene.press()).toEqual({ stage: 'updated', requestId: 'r1', differences: [] });
  const { description, deployment } = documentOf('web:2');
  expect(scene.sent).toEqual([{ description, deployment }]);
  expect(scene.stored.map(({ outcome }) => outcome)).toEqual(['sent', 'done']);
  expect(scene.stored[0]!.before).toEqual(documentOf('web:1'));
});

test('without a change nothing is sent', async () => {
  const scene = new Scene();
  expect(await scene.press()).toEqual({ stage: 'unchanged' });
  expect(scene.sent).toEqual([]);
});

test('a removed description is sent empty', async () => {
  const scene = new Scene();
  const { description: _, ...rest } = documentOf('web:1');
  scene.store.edit(rest);
  await scene.press();
  expect(scene.sent).toMatchObject([{ description: '' }]);
});

const word = fc.constantFrom('a', 'b', 'c', 'd');
const added = fc.dictionary(
  fc.constantFrom('ready_probe', 'x_new', 'labels', 'envs'),
  fc.oneof(word, fc.array(fc.record({ name: word, value: word }), { maxLength: 2 })),
  { maxKeys: 3 },
) as fc.Arbitrary<JsonObject>;
const containers = (image: string, more: object, rows: readonly string[]) => [
  { name: 'web', image_url: image, ...more },
  ...rows.map((name) => ({ name: `other-${name}`, image_url: name })),
];

test('an update keeps everything that others added meanwhile, wherever it is', async () => {
  const rows = fc.uniqueArray(word, { maxLength: 3 });
  const others = fc.record({ root: added, deployment: added, template: added, web: added, rows });
  await fc.assert(
    fc.asyncProperty(others, rows, async (theirs, mine) => {
      const scene = new Scene();
      const live = scene.live!;
      const before = { template: { containers: containers('web:1', {}, []) }, replicas: 1 };
      expect(live.deployment).toEqual(before);
      // The user changes an image and adds containers in front of those of others.
      const own = mine.map((name) => ({ name: `own-${name}`, image_url: name }));
      const edited = [...own, ...containers('web:2', {}, [])];
      scene.store.edit({
        ...live,
        deployment: { ...before, template: { containers: edited } },
      });
      const changed = containers('web:1', theirs.web, theirs.rows);
      scene.live = {
        ...theirs.root,
        ...live,
        deployment: {
          ...theirs.deployment,
          ...before,
          template: { ...theirs.template, containers: changed },
        },
      };
      expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
      const { template, ...deployment } = scene.sent[0]!.deployment as JsonObject;
      const { containers: sent, ...rest } = template as { containers: JsonObject[] };
      expect(deployment).toEqual({ ...theirs.deployment, replicas: 1 });
      expect(rest).toEqual(theirs.template);
      const all = [...own, ...containers('web:2', theirs.web, theirs.rows)];
      const byName = (list: readonly object[]) =>
        new Map(list.map((one) => [(one as JsonObject).name, one]));
      expect(byName(sent)).toEqual(byName(all));
      expect(sent).toHaveLength(all.length);
    }),
    { numRuns: 40 },
  );
});

test('what others changed meanwhile is kept, and listed', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.live = documentOf('web:1', { version: 'v2' }, 'two');
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.live).toEqual(documentOf('web:2', { version: 'v2' }, 'two'));
  expect(scene.run.view().taken).toEqual({
    before: documentOf('web:2'),
    after: documentOf('web:2', { version: 'v2' }, 'two'),
  });
});

test('a field that both changed has to be decided first', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.live = documentOf('web:3');
  const stage = await scene.press();
  expect(stage).toMatchObject({
    stage: 'conflicts',
    conflicts: [{ mine: 'web:2', theirs: 'web:3' }],
  });
  expect(scene.sent).toEqual([]);
  const [conflict] = stage.stage === 'conflicts' ? stage.conflicts : [];
  scene.run.choose(conflict!.key, 'mine');
  expect(await scene.press()).toMatchObject({ stage: 'updated' });
  expect(scene.live).toEqual(documentOf('web:2'));
  // The choice was for that conflict only.
  scene.store.edit(documentOf('web:4'));
  scene.live = documentOf('web:5');
  expect(await scene.press()).toMatchObject({ stage: 'conflicts' });
  expect(scene.sent).toHaveLength(1);
});

test('a merged document with problems is not sent', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.live = documentOf('web:1', { version: 'v2' });
  expect(await scene.press(false)).toMatchObject({ stage: 'merged' });
  expect(scene.sent).toEqual([]);
});

test('an update that took effect without a response is found, and never sent again', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: true };
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.sent).toHaveLength(1);
  // If the page is closed during the lookup, the record says what happened.
  expect(scene.stored).toMatchObject([
    { outcome: 'sent' },
    { outcome: 'sent', error: { message: 'reset' } },
    { outcome: 'done' },
  ]);
});

test('a user who stops waiting for the response gets the lookup', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.deps.send = (_body, signal) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new NetworkError('stopped')));
    });
  const pressed = scene.press();
  await expect.poll(() => scene.stage.stage).toBe('sending');
  scene.run.stopWaiting();
  expect(await pressed).toEqual({ stage: 'notDone' });
});

test('a page that is left stops looking, and leaves the outcome open', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: false };
  scene.deps.wait = async () => scene.run.end();
  expect(await scene.press()).toEqual({ stage: 'lookingUp' });
  expect(scene.stored.at(-1)).toMatchObject({ outcome: 'sent' });
});

test('edits made while the update was sent stay', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  const { send } = scene.deps;
  scene.deps.send = async (body, signal) => {
    scene.store.edit(documentOf('web:3'));
    return send(body, signal);
  };
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.store.get()).toEqual(documentOf('web:3'));
  expect(scene.run.view().base).toEqual(documentOf('web:2'));
});

test('the outcome of a request from an earlier visit is looked up', async () => {
  const request = await interrupted();
  const after = new Scene(request);
  after.live = documentOf('web:2');
  await after.run.lookAgain(request);
  expect(after.stage).toMatchObject({ stage: 'updated', differences: [] });
  expect(after.sent).toEqual([]);
});

test('an update that had no effect is not done after a minute', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: false };
  expect(await scene.press()).toEqual({ stage: 'notDone' });
  expect(scene.now).toBe(60_000);
  expect(scene.sent).toHaveLength(1);
  expect(scene.stored.at(-1)).toMatchObject({ outcome: 'notDone' });
});

test('if the deployment is neither as before nor as sent, the outcome is unknown', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: false };
  const read = scene.deps.read;
  let reads = 0;
  scene.deps.read = async () => (reads++ === 0 ? read() : documentOf('web:9'));
  expect(await scene.press()).toMatchObject({
    stage: 'unknown',
    differences: [{ kind: 'changed', before: 'web:2', after: 'web:9' }],
  });
});

test('a refused update is not done', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  const error = new HttpError({
    status: 400,
    code: 'IEF.100001',
    message: 'no',
    requestId: 'r2',
    reason: '',
    retryAfterS: undefined,
    clockOffsetMs: undefined,
  });
  scene.answer = { error, takesEffect: false };
  expect(await scene.press()).toMatchObject({ stage: 'rejected', error: { code: 'IEF.100001' } });
  expect(scene.stored.at(-1)).toMatchObject({ outcome: 'notDone', status: 400, requestId: 'r2' });
});

test('a deployment that is gone, or cannot be read, gets no update', async () => {
  const gone = new Scene();
  gone.store.edit(documentOf('web:2'));
  gone.live = undefined;
  expect(await gone.press()).toEqual({ stage: 'gone', wasSent: false });
  const unread = new Scene();
  unread.store.edit(documentOf('web:2'));
  unread.deps.read = () => Promise.reject(new NetworkError('offline'));
  expect(await unread.press()).toMatchObject({ stage: 'unread' });
  expect([...gone.sent, ...unread.sent]).toEqual([]);
});

test('a request that the browser cannot record is sent, and the page says so', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.deps.store = () => Promise.reject(new Error('full'));
  expect(await scene.press()).toMatchObject({ stage: 'updated' });
  expect(scene.run.view().isUnrecorded).toBe(true);
});

/** An update that a page sent before it was closed, without a response. */
async function interrupted(): Promise<SentRequest> {
  const before = new Scene();
  before.store.edit(documentOf('web:2'));
  before.deps.send = () => new Promise(() => undefined);
  void before.run.submit(() => true);
  await expect.poll(() => before.stored).toHaveLength(1);
  return before.stored[0]!;
}

test('an own update of unknown outcome is no change of others', async () => {
  const scene = new Scene(await interrupted());
  scene.store.edit(documentOf('web:2'));
  // The service has filled in a key.
  scene.live = documentOf('web:2', { npu_type: '' });
  expect(scene.run.mergeLive(scene.live)).toBe(true);
  expect(scene.run.view().taken).toBeUndefined();
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.sent).toEqual([]);
});

test('edits after an own update of unknown outcome are no conflict with it', async () => {
  const scene = new Scene(await interrupted());
  scene.store.edit(documentOf('web:3'));
  scene.live = documentOf('web:2', { npu_type: '' });
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.live).toEqual(documentOf('web:3', { npu_type: '' }));
  expect(scene.run.view().taken).toBeUndefined();
  expect(scene.stored.map(({ outcome }) => outcome)).toEqual(['done', 'sent', 'done']);
});

test('an update that is found late is done, and says so', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: true };
  const { read } = scene.deps;
  let reads = 0;
  scene.deps.read = () => (reads++ === 0 ? read() : Promise.reject(new NetworkError('offline')));
  expect(await scene.press()).toMatchObject({ stage: 'unknown' });
  scene.deps.read = read;
  expect(await scene.press()).toMatchObject({ stage: 'updated', differences: [] });
  expect(scene.run.view().taken).toBeUndefined();
  expect(scene.sent).toHaveLength(1);
  expect(scene.stored.at(-1)).toMatchObject({ outcome: 'done' });
});

test('after an update, what others changed does not include it', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.live = documentOf('web:1', {}, 'two');
  await scene.press();
  expect(scene.run.view().taken).toEqual({
    before: documentOf('web:2'),
    after: documentOf('web:2', {}, 'two'),
  });
});

test('a deployment that is gone after a lost response may have been updated before', async () => {
  const scene = new Scene();
  scene.store.edit(documentOf('web:2'));
  scene.answer = { error: new NetworkError('reset'), takesEffect: true };
  const { send } = scene.deps;
  scene.deps.send = (body, signal) => send(body, signal).finally(() => (scene.live = undefined));
  expect(await scene.press()).toEqual({ stage: 'gone', wasSent: true });
  expect(scene.stored.at(-1)).toMatchObject({ outcome: 'unknown' });
});
