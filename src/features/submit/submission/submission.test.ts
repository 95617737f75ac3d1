import { describe, expect, test } from 'vitest';
import { HttpError } from '#src/client/http/errors.ts';
import { bodyOf, listed, START } from '#src/domain/lookup/lookup.testing.ts';
import {
  lost,
  lostScene,
  never,
  openScene,
  place,
  refusal,
  Scene,
  settled,
  stateOf,
} from './scene.testing.ts';

const body = bodyOf();
const request = { place, body };
const keys = (scene: Scene) => scene.creates.map(({ key }) => key);
/** What a create leaves behind whose answer gets lost. */
const madeAndLost = (scene: Scene) => async (attempt: Parameters<Scene['makeDeployment']>[0]) => {
  await scene.makeDeployment(attempt);
  return lost();
};

describe('a create', () => {
  test('is recorded before it leaves, without a credential', async () => {
    const { scene, tab } = await openScene();
    let before: unknown;
    scene.onCreate = async (attempt) => {
      before = [...scene.stored.values()];
      return scene.makeDeployment(attempt);
    };
    await tab.submit(request);
    expect(before).toMatchObject([
      { body, name: 'edge-web', document: 'first', place, sentAt: START },
    ]);
    expect(keys(scene)).toEqual([[...scene.stored.keys()][0]]);
    expect(JSON.stringify(before)).not.toMatch(/"token"/i);
    await settled();
    expect([...scene.stored.values()]).toMatchObject([
      { state: 'created', answer: { status: 200 } },
    ]);
    expect(tab.view()).toMatchObject({ activity: 'none', attempt: { state: 'created' } });
  });

  test('asked for ten times at once leaves once (S35)', async () => {
    const { scene, tab } = await openScene();
    await Promise.all(Array.from({ length: 10 }, () => tab.submit(request)));
    expect(scene.creates).toHaveLength(1);
  });

  test('is refused without a network, and going online sends nothing (S43)', async () => {
    const { scene, tab } = await openScene();
    scene.online = false;
    await tab.submit(request);
    expect(tab.view()).toMatchObject({ activity: 'none', refusal: { kind: 'offline' } });
    scene.online = true;
    tab.wake();
    await scene.pass(120_000);
    expect([scene.creates, scene.stored.size]).toEqual([[], 0]);
  });

  test('that cannot be recorded leaves only if the person insists, and the page says so (S50)', async () => {
    const { scene, tab } = await openScene();
    scene.isFull = true;
    await tab.submit(request);
    expect(tab.view().refusal).toEqual({ kind: 'unrecordable', message: 'QuotaExceededError' });
    expect(scene.creates).toEqual([]);
    await tab.submit({ ...request, unrecorded: true });
    expect(tab.view()).toMatchObject({ isUnrecorded: true, attempt: { state: 'created' } });
    await tab.submit({ ...request, unrecorded: true });
    expect(tab.view().refusal?.kind).toBe('conflict');
    expect(scene.creates).toHaveLength(1);
  });

  test('that was made already is said to be, in every tab; another one needs a word (S37)', async () => {
    const { scene, tab } = await openScene();
    await tab.submit(request);
    const copy = await scene.opened('copy');
    await copy.submit(request);
    expect(copy.view().refusal).toMatchObject({ kind: 'conflict', conflict: { name: 'edge-web' } });
    expect(scene.creates).toHaveLength(1);
    await copy.submit({ ...request, asNew: true });
    expect(new Set(keys(scene)).size).toBe(2);
  });

  test.each([
    ['another text', { place, body: bodyOf('edge-db') }],
    ['another project', { place: { ...place, projectId: 'f'.repeat(32) }, body }],
  ])('for %s is a new attempt', async (_what, next) => {
    const { scene, tab } = await openScene();
    await tab.submit(request);
    await tab.submit(next);
    expect(new Set(keys(scene)).size).toBe(2);
  });
});

describe('a refused token', () => {
  test.each([
    ['401 of the gateway', refusal(401, 'APIGW.0301')],
    ['no token at the server', refusal(401, 'BUILDER.token_missing')],
    ['IEF’s own code', refusal(400, 'IEF.011005')],
  ])('%s asks for one, and the attempt goes on under its key', async (_what, error) => {
    const { scene, tab } = await openScene();
    let asked = 0;
    tab.onSignInNeeded(async () => ++asked > 0);
    scene.onCreate = async (attempt) => {
      if (scene.creates.length === 1) throw error;
      return scene.makeDeployment(attempt);
    };
    await tab.submit(request);
    expect([asked, stateOf(tab)]).toEqual([1, 'created']);
    expect(keys(scene)).toEqual([keys(scene)[0], keys(scene)[0]]);
    expect(scene.deployments).toHaveLength(1);
  });

  test('whose key turns out to be taken is looked for from the first sending on, never sent a second time', async () => {
    const { scene, tab } = await openScene();
    tab.onSignInNeeded(async () => {
      // The person needs ten minutes to get a token.
      await scene.pass(10 * 60_000);
      return true;
    });
    scene.onCreate = async (attempt) => {
      // The browser itself repeated the first POST: one arrived in time, the other after the token had run out.
      if (scene.creates.length > 1) throw refusal(409, 'key_reused');
      await scene.makeDeployment(attempt);
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit(request);
    await scene.pass(1000);
    expect([stateOf(tab), scene.creates.length]).toEqual(['created', 2]);
    expect(tab.view().attempt?.answer?.id).toBe(scene.deployments[0]?.id);
    await tab.submit(request);
    expect(scene.creates).toHaveLength(2);
  });

  test('keeps its key for the next submit too, unless something else is wanted', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = async () => {
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit(request);
    expect(stateOf(tab)).toBe('rejected');
    await tab.submit(request);
    await tab.submit({ place, body: bodyOf('edge-db') });
    const [first, second, third] = keys(scene);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('of a target that needs none is a refusal like any other', async () => {
    const { scene, tab } = await openScene();
    tab.onSignInNeeded(async () => true);
    scene.onCreate = async () => {
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit({ body, place: { ...place, needsToken: false } });
    expect([stateOf(tab), scene.creates.length]).toEqual(['rejected', 1]);
  });

  test('that has run out before is asked for before anything is sent (S25)', async () => {
    const { scene, tab } = await openScene();
    scene.token = false;
    await tab.submit(request);
    expect([scene.creates.length, tab.view().activity]).toEqual([0, 'none']);
    tab.onSignInNeeded(async () => true);
    await tab.submit(request);
    expect(stateOf(tab)).toBe('created');
  });

  test('in the middle of a search asks once, and the search goes on (S27)', async () => {
    const { scene, tab } = await openScene();
    let give = (_given: boolean) => {};
    let asked = 0;
    tab.onSignInNeeded(() => {
      asked++;
      return new Promise((resolve) => {
        give = resolve;
      });
    });
    scene.onCreate = madeAndLost(scene);
    scene.pollError = refusal(401, 'APIGW.0301');
    await tab.submit(request);
    await scene.pass(300_000);
    expect([asked, stateOf(tab), tab.view().lookup?.phase]).toEqual([
      1,
      'reconciling',
      'needsSignIn',
    ]);
    scene.pollError = undefined;
    give(true);
    await settled();
    expect([stateOf(tab), scene.creates.length]).toEqual(['created', 1]);
  });
});

describe('an attempt at another place than the connection', () => {
  const south = { ...place, targetId: 'south', label: 'IEF South' };
  /** Sent to the north and lost; then the person connected to the south, with a token for that. */
  async function away() {
    const { scene, tab } = await openScene();
    const asked: string[] = [];
    tab.onSignInNeeded(async (at) => asked.push(at.targetId) > 0);
    scene.onCreate = async (attempt) => {
      await scene.makeDeployment(attempt);
      scene.here = south;
      scene.tokenless = [place];
      return lost();
    };
    await tab.submit(request);
    return { scene, tab, asked };
  }

  test('is not looked for without a token for its own place, nor is one asked for unbidden', async () => {
    const { scene, tab, asked } = await away();
    await scene.pass(300_000);
    tab.wake();
    tab.pollNow();
    await scene.pass(1000);
    expect([scene.polls, asked]).toEqual([[], []]);
    expect(tab.view()).toMatchObject({
      attempt: { state: 'reconciling' },
      lookup: { phase: 'needsSignIn', error: { message: '' } },
    });
  });

  test('is looked for with the token that was asked for, for its place', async () => {
    const { scene, tab, asked } = await away();
    scene.tokenless = [];
    tab.signIn();
    await settled();
    expect([asked, scene.polls.length, stateOf(tab)]).toEqual([['north'], 1, 'created']);
    expect(scene.outcomes, 'its token can go').toEqual([place]);
    expect(tab.view().isFromBefore).toBe(false);
  });

  test('is looked for once the connection is there again', async () => {
    const { scene, tab, asked } = await away();
    scene.here = place;
    scene.tokenless = [];
    tab.wake();
    await settled();
    expect([asked, stateOf(tab)]).toEqual([[], 'created']);
  });

  test('is looked for at once where no token is wanted', async () => {
    const { scene, tab } = await openScene();
    const open = { ...place, targetId: 'mock', needsToken: false };
    scene.tokenless = [open];
    scene.onCreate = madeAndLost(scene);
    await tab.submit({ place: open, body });
    await settled();
    expect(stateOf(tab)).toBe('created');
  });

  test('that was refused for want of a token asks for one for its own place', async () => {
    const { scene, tab } = await openScene();
    const asked: string[] = [];
    tab.onSignInNeeded(async (at) => asked.push(at.targetId) > 0);
    scene.onCreate = async (attempt) => {
      if (scene.creates.length > 1) return scene.makeDeployment(attempt);
      // While the answer was under way the person connected elsewhere.
      scene.here = south;
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit(request);
    expect([asked, stateOf(tab)]).toEqual([['north'], 'created']);
  });
});

describe('a lost answer', () => {
  test('is found by looking, and never sent again', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = madeAndLost(scene);
    await tab.submit(request);
    await scene.pass(0);
    expect(tab.view().attempt).toMatchObject({ state: 'created', error: { kind: 'network' } });
    expect(tab.view().attempt?.answer?.status).toBeUndefined();
    expect([scene.creates.length, scene.polls]).toEqual([1, [START]]);
  });

  test('whose deployment appears after 8 seconds is found by a later look (S45)', async () => {
    const { scene, tab } = await lostScene();
    await scene.pass(8000);
    scene.deployments = [listed(body, START + 100)];
    await scene.pass(60_000);
    expect(scene.polls.map((at) => at - START)).toEqual([0, 1000, 3000, 7000, 15_000]);
    expect(stateOf(tab)).toBe('created');
  });

  test('with nothing found is said to be not created; sending again takes a click and a new key', async () => {
    const { scene, tab } = await lostScene();
    await scene.pass(300_000);
    expect([stateOf(tab), scene.creates.length, scene.polls.length]).toEqual(['notFound', 1, 7]);
    scene.onCreate = (attempt) => scene.makeDeployment(attempt);
    await tab.submit(request);
    expect([stateOf(tab), new Set(keys(scene)).size]).toEqual(['created', 2]);
  });

  test('blocks the next submit until it is known, or the person wants another deployment (S38)', async () => {
    const { scene, tab } = await lostScene();
    const edited = { place, body: bodyOf('edge-web', 'nginx:2') };
    await tab.submit(edited);
    expect(scene.creates).toHaveLength(1);
    scene.onCreate = (attempt) => scene.makeDeployment(attempt);
    await tab.submit({ ...edited, asNew: true });
    const [first, second] = keys(scene);
    expect(first).not.toBe(second);
    expect(scene.stored.get(first!)?.state).toBe('settled');
    expect(stateOf(tab)).toBe('created');
    await scene.pass(120_000);
    expect(scene.polls).toHaveLength(1);
  });

  test('with two that match shows both and decides nothing (S47)', async () => {
    const { scene, tab } = await openScene();
    scene.deployments = [listed(body, START + 1, 'a'), listed(body, START + 2, 'b')];
    scene.onCreate = lost;
    await tab.submit(request);
    await scene.pass(0);
    expect(tab.view().attempt).toMatchObject({
      state: 'ambiguous',
      sighting: { matches: [{ id: 'a' }, { id: 'b' }] },
    });
    await tab.submit(request);
    expect(scene.creates).toHaveLength(1);
    tab.dismiss();
    await tab.submit({ place, body: bodyOf('edge-db') });
    expect(scene.creates).toHaveLength(2);
  });

  test('is waited for no longer if the person says so, and looked for', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = never;
    void tab.submit(request);
    await scene.pass(12_000);
    expect(tab.view().activity).toBe('sending');
    tab.stopWaiting();
    await settled();
    expect(tab.view().attempt).toMatchObject({ state: 'reconciling', error: { kind: 'stopped' } });
    scene.deployments = [listed(body, START)];
    await scene.pass(2000);
    expect(stateOf(tab)).toBe('created');
  });

  test('is looked for at once when the network is back (S44)', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = lost;
    scene.pollError = new Error('offline');
    await tab.submit(request);
    await scene.pass(40_000);
    const before = scene.polls.length;
    scene.pollError = undefined;
    scene.deployments = [listed(body, START)];
    tab.wake();
    await settled();
    expect([stateOf(tab), scene.polls.length]).toEqual(['created', before + 1]);
  });

  test('is looked for on waking; an hour asleep is not an hour of looking (S42)', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = lost;
    scene.pollError = new Error('the network is not back yet');
    await tab.submit(request);
    scene.now += 3_600_000;
    await scene.pass(500);
    expect([stateOf(tab), scene.polls.length]).toEqual(['reconciling', 2]);
    scene.pollError = undefined;
    scene.deployments = [listed(body, START)];
    tab.wake();
    await settled();
    expect([stateOf(tab), scene.polls.length, scene.creates.length]).toEqual(['created', 3, 1]);
  });

  test.each([-3_600_000, 3_600_000])(
    'is looked for at the same times, and for a minute, if someone sets the clock by %i ms',
    async (ms) => {
      const { scene, tab } = await lostScene();
      scene.setClock(ms);
      await scene.pass(3_500);
      expect([stateOf(tab), scene.polls.length]).toEqual(['reconciling', 3]);
      await scene.pass(60_000);
      expect([stateOf(tab), scene.polls.length]).toEqual(['notFound', 7]);
    },
  );

  test('of an earlier visit is looked for again at once if someone set the clock back since', async () => {
    const { scene, tab } = await lostScene();
    scene.kill(tab);
    scene.setClock(-3_600_000);
    const before = scene.polls.length;
    const next = await scene.opened();
    await scene.pass(1_500);
    expect([stateOf(next), scene.polls.length]).toEqual(['reconciling', before + 2]);
    await scene.pass(60_000);
    expect(stateOf(next)).toBe('notFound');
  });

  test('stays unknown where the list cannot be read to its end', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = lost;
    scene.isListComplete = false;
    await tab.submit(request);
    await scene.pass(180_000);
    expect([stateOf(tab), scene.polls.length, tab.view().lookup?.isIncomplete]).toEqual([
      'unknown',
      7,
      true,
    ]);
    scene.isListComplete = true;
    tab.pollNow();
    await settled();
    expect(stateOf(tab)).toBe('notFound');
  });

  test('is looked for no more after “Stop”, and again after “Look now”', async () => {
    const { scene, tab } = await lostScene();
    await scene.pass(2000);
    tab.stopPolling();
    await scene.pass(120_000);
    expect([stateOf(tab), scene.polls.length]).toEqual(['unknown', 2]);
    scene.deployments = [listed(body, START)];
    tab.pollNow();
    await settled();
    expect(stateOf(tab)).toBe('created');
  });
});

describe('a page that was torn away', () => {
  test.each(['intended', 'sent', 'unknown', 'reconciling'] as const)(
    'in the state “%s” is gone on with at the next visit (S39, S40)',
    async (state) => {
      const { scene, tab } = await openScene();
      scene.onCreate = never;
      void tab.submit(request);
      await settled();
      scene.kill(tab);
      const [attempt] = scene.stored.values();
      scene.stored.set(attempt!.key, { ...attempt!, state });
      scene.now += 5000;
      scene.deployments = [listed(body, START)];
      const next = await scene.opened();
      await settled();
      expect(next.view()).toMatchObject({ attempt: { state: 'created' }, isFromBefore: false });
      expect(scene.creates).toHaveLength(1);
    },
  );

  test('before it sent is told “not created” after a minute of looking (S41)', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = never;
    void tab.submit(request);
    await settled();
    scene.kill(tab);
    const next = await scene.opened();
    await scene.pass(59_000);
    expect(stateOf(next)).toBe('reconciling');
    await scene.pass(2000);
    expect(stateOf(next)).toBe('notFound');
  });

  test('after an outcome was known says so still', async () => {
    const scene = new Scene();
    await (await scene.opened()).submit(request);
    const next = await scene.opened();
    expect(next.view()).toMatchObject({ attempt: { state: 'created' }, isFromBefore: true });
  });
});

describe('two tabs', () => {
  test('of one document send one; the second waits and shows what the first got (S36)', async () => {
    const scene = new Scene();
    const [first, second] = [await scene.opened(), await scene.opened()];
    let answer = () => {};
    scene.onCreate = (attempt) =>
      new Promise((resolve) => {
        answer = () => resolve(scene.makeDeployment(attempt));
      });
    void first.submit(request);
    await settled();
    expect(second.view()).toMatchObject({ isElsewhere: true, attempt: { state: 'sent' } });
    await second.submit(request);
    expect(scene.creates).toHaveLength(1);
    answer();
    await settled();
    expect(second.view()).toMatchObject({ isElsewhere: false, attempt: { state: 'created' } });
    expect(scene.polls).toEqual([]);
  });

  test('that submit in the same moment send one (S36)', async () => {
    const scene = new Scene();
    const [first, second, copy] = [await scene.opened(), await scene.opened(), scene.open('copy')];
    await copy.load();
    await Promise.all([first.submit(request), second.submit(request), copy.submit(request)]);
    await settled();
    expect(scene.creates).toHaveLength(1);
  });

  test('hand over: when the first dies the second looks', async () => {
    const scene = new Scene();
    const [first, second] = [await scene.opened(), await scene.opened()];
    scene.onCreate = never;
    void first.submit(request);
    await settled();
    scene.deployments = [listed(body, START)];
    scene.kill(first);
    await settled();
    await scene.pass(1000);
    expect([stateOf(second), scene.creates.length]).toEqual(['created', 1]);
  });
});

test('a certain refusal is told with its waiting time; an unknown one is looked for', async () => {
  const { scene, tab } = await openScene();
  scene.onCreate = async () => {
    throw refusal(429, 'BUILDER.rate_limited', 5);
  };
  await tab.submit(request);
  expect(tab.view().attempt).toMatchObject({ state: 'rejected', error: { retryAfterS: 5 } });
  scene.onCreate = async () => {
    throw refusal(503, 'IEF.120001', 5);
  };
  await tab.submit(request);
  expect(tab.view().attempt).toMatchObject({ state: 'reconciling', error: { retryAfterS: 5 } });
});

test('the clock of the target, as the lost answer told it, counts (S15)', async () => {
  const { scene, tab } = await openScene();
  const clockOffsetMs = -60 * 60_000;
  scene.onCreate = async () => {
    const { status, code, message, requestId, reason, retryAfterS } = refusal(502, 'x');
    throw new HttpError({ status, code, message, requestId, reason, retryAfterS, clockOffsetMs });
  };
  scene.deployments = [listed(body, START + clockOffsetMs)];
  await tab.submit(request);
  await settled();
  expect(stateOf(tab)).toBe('created');
});
