import { describe, expect, test } from 'vitest';
import { HttpError, NetworkError } from '#src/client/http/errors.ts';
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
/** The stored record of a create whose response was lost. */
const madeAndLost = (scene: Scene) => async (attempt: Parameters<Scene['makeDeployment']>[0]) => {
  await scene.makeDeployment(attempt);
  return lost();
};

describe('a create', () => {
  test('is recorded before it is sent, without a credential', async () => {
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

  test('requested ten times at once is sent once (S35)', async () => {
    const { scene, tab } = await openScene();
    await Promise.all(Array.from({ length: 10 }, () => tab.submit(request)));
    expect(scene.creates).toHaveLength(1);
  });

  test('is refused while offline, and going online sends nothing (S43)', async () => {
    const { scene, tab } = await openScene();
    scene.online = false;
    await tab.submit(request);
    expect(tab.view()).toMatchObject({ activity: 'none', refusal: { kind: 'offline' } });
    scene.online = true;
    tab.wake();
    await scene.pass(120_000);
    expect([scene.creates, scene.stored.size]).toEqual([[], 0]);
  });

  test('that cannot be recorded is sent only if the user insists, and the page says so (S50)', async () => {
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

  test('that already happened is reported in every tab; another one needs confirmation (S37)', async () => {
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
  ])('%s requests a token, and the attempt continues under its key', async (_what, error) => {
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

  test('whose key is already in use is looked up from its first request on, and not sent again', async () => {
    const { scene, tab } = await openScene();
    tab.onSignInNeeded(async () => {
      // The user needs ten minutes to get a token.
      await scene.pass(10 * 60_000);
      return true;
    });
    scene.onCreate = async (attempt) => {
      // The browser itself repeated the first POST: one arrived in time, the other after the token had expired.
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

  test('keeps its key for the next submit, unless the request differs', async () => {
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

  test('of a target that needs none is an ordinary rejection', async () => {
    const { scene, tab } = await openScene();
    tab.onSignInNeeded(async () => true);
    scene.onCreate = async () => {
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit({ body, place: { ...place, needsToken: false } });
    expect([stateOf(tab), scene.creates.length]).toEqual(['rejected', 1]);
  });

  test('that has expired is requested before anything is sent (S25)', async () => {
    const { scene, tab } = await openScene();
    scene.token = false;
    await tab.submit(request);
    expect([scene.creates.length, tab.view().activity]).toEqual([0, 'none']);
    tab.onSignInNeeded(async () => true);
    await tab.submit(request);
    expect(stateOf(tab)).toBe('created');
  });

  test('during a lookup is requested once, and the lookup continues (S27)', async () => {
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
  /** The response from the north was lost. Then the user connected to the south, with a token for it. */
  async function away() {
    const { scene, tab } = await openScene();
    const asked: string[] = [];
    tab.onSignInNeeded(async (at) => asked.push(at.targetId) > 0);
    scene.onCreate = async (attempt) => {
      await scene.makeDeployment(attempt);
      scene.here = south;
      scene.placesWithoutToken = [place];
      return lost();
    };
    await tab.submit(request);
    return { scene, tab, asked };
  }

  test('is not looked up without a token for its own place, and does not request one by itself', async () => {
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

  test('is looked up with the token that was requested for its place', async () => {
    const { scene, tab, asked } = await away();
    scene.placesWithoutToken = [];
    tab.signIn();
    await settled();
    expect([asked, scene.polls.length, stateOf(tab)]).toEqual([['north'], 1, 'created']);
    expect(scene.outcomes, 'its token can be removed').toEqual([place]);
    expect(tab.view().isFromBefore).toBe(false);
  });

  test('is looked up once the page is connected to its place again', async () => {
    const { scene, tab, asked } = await away();
    scene.here = place;
    scene.placesWithoutToken = [];
    tab.wake();
    await settled();
    expect([asked, stateOf(tab)]).toEqual([[], 'created']);
  });

  test('is looked up at once if its place needs no token', async () => {
    const { scene, tab } = await openScene();
    const open = { ...place, targetId: 'mock', needsToken: false };
    scene.placesWithoutToken = [open];
    scene.onCreate = madeAndLost(scene);
    await tab.submit({ place: open, body });
    await settled();
    expect(stateOf(tab)).toBe('created');
  });

  test('that was rejected for lack of a token requests one for its own place', async () => {
    const { scene, tab } = await openScene();
    const asked: string[] = [];
    tab.onSignInNeeded(async (at) => asked.push(at.targetId) > 0);
    scene.onCreate = async (attempt) => {
      if (scene.creates.length > 1) return scene.makeDeployment(attempt);
      // While the response was in transit, the user connected elsewhere.
      scene.here = south;
      throw refusal(401, 'APIGW.0301');
    };
    await tab.submit(request);
    expect([asked, stateOf(tab)]).toEqual([['north'], 'created']);
  });
});

describe('a lost response', () => {
  test('is found by a lookup, and never sent again', async () => {
    const { scene, tab } = await openScene();
    scene.onCreate = madeAndLost(scene);
    await tab.submit(request);
    await scene.pass(0);
    expect(tab.view().attempt).toMatchObject({ state: 'created', error: { kind: 'network' } });
    expect(tab.view().attempt?.answer?.status).toBeUndefined();
    expect([scene.creates.length, scene.polls]).toEqual([1, [START]]);
  });

  test('whose deployment appears after 8 seconds is found by a later poll (S45)', async () => {
    const { scene, tab } = await lostScene();
    await scene.pass(8000);
    scene.deployments = [listed(body, START + 100)];
    await scene.pass(60_000);
    expect(scene.polls.map((at) => at - START)).toEqual([0, 1000, 3000, 7000, 15_000]);
    expect(stateOf(tab)).toBe('created');
  });

  test('ends as “not created” if nothing is found; sending again takes a click and a new key', async () => {
    const { scene, tab } = await lostScene();
    await scene.pass(300_000);
    expect([stateOf(tab), scene.creates.length, scene.polls.length]).toEqual(['notFound', 1, 7]);
    scene.onCreate = (attempt) => scene.makeDeployment(attempt);
    await tab.submit(request);
    expect([stateOf(tab), new Set(keys(scene)).size]).toEqual(['created', 2]);
  });

  test('blocks the next submit until it is known, or until the user wants another deployment (S38)', async () => {
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

  test('with two matching deployments shows both and decides nothing (S47)', async () => {
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

  test('is looked up once the user stops waiting', async () => {
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

  test('is looked up at once when the network is back (S44)', async () => {
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

  test('is looked up on wake-up; an hour of sleep does not count as an hour of polling (S42)', async () => {
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
    'is looked up at the same times, and for one minute, if the clock is set by %i ms',
    async (ms) => {
      const { scene, tab } = await lostScene();
      scene.setClock(ms);
      await scene.pass(3_500);
      expect([stateOf(tab), scene.polls.length]).toEqual(['reconciling', 3]);
      await scene.pass(60_000);
      expect([stateOf(tab), scene.polls.length]).toEqual(['notFound', 7]);
    },
  );

  test('of an earlier visit is looked up at once even if the clock was set back since', async () => {
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

  test('stays unknown if the list cannot be read to its end', async () => {
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

  test('is not polled after “Stop checking”, and again after “Check now”', async () => {
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

describe('a page that was closed', () => {
  test.each(['intended', 'sent', 'unknown', 'reconciling'] as const)(
    'in the state “%s” continues at the next visit (S39, S40)',
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

  test('before sending reports “not created” after a minute of polling (S41)', async () => {
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

  test('during a create, and opened again before its response is lost, looks it up', async () => {
    const { scene, tab } = await openScene();
    let lose = () => {};
    scene.onCreate = () =>
      new Promise((_resolve, reject) => {
        lose = () => reject(new NetworkError('Failed to fetch'));
      });
    void tab.submit(request);
    await settled();
    // Another draft was opened in the tab, and then this one again. By now the token has expired.
    tab.end();
    const next = await scene.opened();
    expect(next.view().isElsewhere).toBe(true);
    scene.token = false;
    lose();
    await settled();
    expect(next.view()).toMatchObject({ isElsewhere: false, lookup: { phase: 'needsSignIn' } });
    scene.token = true;
    scene.deployments = [listed(body, START)];
    next.wake();
    await settled();
    expect(stateOf(next)).toBe('created');
  });

  test('after an outcome was known still shows it', async () => {
    const scene = new Scene();
    await (await scene.opened()).submit(request);
    const next = await scene.opened();
    expect(next.view()).toMatchObject({ attempt: { state: 'created' }, isFromBefore: true });
  });
});

describe('two tabs', () => {
  test('of one document send one create; the second waits and shows the outcome of the first (S36)', async () => {
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

  test('that submit at the same moment send one create (S36)', async () => {
    const scene = new Scene();
    const [first, second, copy] = [await scene.opened(), await scene.opened(), scene.open('copy')];
    await copy.load();
    await Promise.all([first.submit(request), second.submit(request), copy.submit(request)]);
    await settled();
    expect(scene.creates).toHaveLength(1);
  });

  test('hand over: when the first is closed, the second polls', async () => {
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

test('a definite rejection is shown with its waiting time; an uncertain one is looked up', async () => {
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

test('uses the clock of the target from the lost response (S15)', async () => {
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
