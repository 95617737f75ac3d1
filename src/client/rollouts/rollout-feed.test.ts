import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceStreams } from '../http/open-stream.ts';
import { replaceClient } from '../http/request.ts';
import { createRolloutFeed, type RolloutFeed } from './rollout-feed.ts';
import { toShownRollout } from './shown-rollout.ts';
import { makeEventStream, makeNodeJson, makeRolloutJson } from './rollouts.testing.ts';

const times = {
  batchMs: 1,
  pollMs: 20,
  firstRetryMs: 5,
  silenceMs: 5_000,
  firstEventMs: 5_000,
  noStreamMs: 10_000,
};

let stop: (() => void) | undefined;
let rollout = makeRolloutJson();
let nodes = [1, 2, 3, 4, 5, 6].map((n) => makeNodeJson(n));
let isAway = false;

beforeEach(() => {
  rollout = makeRolloutJson();
  nodes = [1, 2, 3, 4, 5, 6].map((n) => makeNodeJson(n));
  isAway = false;
  answerRequests((url) => {
    if (isAway) throw new TypeError('no connection');
    return Response.json(url.includes('/nodes?') ? { count: 6, nodes } : rollout);
  });
});
afterEach(() => {
  stop?.();
  replaceClient();
  replaceStreams();
});

function follow(change: Partial<typeof times> = {}): RolloutFeed {
  const feed = createRolloutFeed('rollout-1', {
    headersOf: () => ({}),
    times: { ...times, ...change },
  });
  stop = feed.subscribe(() => undefined);
  return feed;
}

/** Answers each connection with the next stream; reports the IDs that the page continues from. */
function offerStreams(...offers: (ReturnType<typeof makeEventStream> | Response | undefined)[]) {
  const lastIds: (string | null)[] = [];
  replaceStreams(async (_url, init) => {
    lastIds.push(new Headers(init.headers).get('Last-Event-ID'));
    const offer = offers[lastIds.length - 1];
    if (offer === undefined) throw new TypeError('no connection');
    return offer instanceof Response ? offer : offer.response;
  });
  return lastIds;
}

const refusal = (status: number, code: string) =>
  Response.json({ error_code: code, error_msg: 'no' }, { status });

test('the response to an action does not hide a newer state that an event has told of', async () => {
  const stream = makeEventStream();
  offerStreams(stream);
  const feed = follow();
  stream.write('rollout', '1.1', makeRolloutJson({ revision: 1, state: 'stopped' }));
  await expect.poll(() => feed.get().link).toBe('live');
  // The gate closes before the response to “Resume” arrives.
  stream.write('rollout', '1.3', makeRolloutJson({ revision: 3, state: 'paused', reason: 'gate' }));
  await expect.poll(() => feed.get().rollout!.state).toBe('paused');
  feed.show(toShownRollout(makeRolloutJson({ revision: 2, state: 'running' })));
  expect(feed.get().rollout!.state).toBe('paused');
  feed.show(toShownRollout(makeRolloutJson({ revision: 4, state: 'running' })));
  expect(feed.get().rollout!.state).toBe('running');
});

test('events change the rollout and its nodes; only the changed node is another object', async () => {
  const stream = makeEventStream();
  offerStreams(stream);
  const feed = follow();
  stream.write('rollout', '1.1', rollout);
  await expect.poll(() => feed.get().nodes?.length).toBe(6);
  expect(feed.get().link).toBe('live');
  const before = feed.get().nodes!;
  stream.write('node', '1.1', makeNodeJson(1, { state: 'ready' }));
  stream.write('rollout', '2.1', makeRolloutJson({ counts: { ready: 1, waiting: 5 } }));
  await expect.poll(() => feed.get().nodes![0]!.state).toBe('ready');
  expect(feed.get().nodes![1]).toBe(before[1]);
  expect(before[0]!.state).toBe('waiting');
  expect(feed.get().rollout!.counts.ready).toBe(1);
});

test('a stream that starts with a node loads all nodes, and continues from there', async () => {
  const stream = makeEventStream();
  const lastIds = offerStreams(stream, makeEventStream());
  const feed = follow();
  const states = () => feed.get().nodes?.map(({ state }) => state);
  // The node changes again before the page reads the list.
  nodes = nodes.with(1, makeNodeJson(2, { state: 'ready' }));
  stream.write('node', '4.0', makeNodeJson(2, { state: 'accepted' }));
  stream.write('rollout', '5.1', rollout);
  await expect.poll(() => feed.get().rollout?.id).toBe('rollout-1');
  expect(feed.get().link).toBe('live');
  expect(states()).toEqual(['waiting', 'ready', 'waiting', 'waiting', 'waiting', 'waiting']);
  stream.write('node', '5.1', makeNodeJson(3, { state: 'failed' }));
  await expect.poll(states).toContain('failed');
  stream.end();
  await expect.poll(() => lastIds).toEqual([null, '5.1']);
});

test('a new stream after polls loads the nodes again, because some may have changed between', async () => {
  const stream = makeEventStream();
  offerStreams(refusal(503, 'BUILDER.busy'), stream);
  const feed = follow();
  await expect.poll(() => feed.get().link).toBe('polling');
  nodes = nodes.with(1, makeNodeJson(2, { state: 'ready' }));
  stream.write('rollout', '1.1', rollout);
  await expect.poll(() => feed.get().link).toBe('live');
  expect(feed.get().nodes![1]!.state).toBe('ready');
});

test('a first event whose list cannot be read leads to another attempt', async () => {
  const [first, second] = [makeEventStream(), makeEventStream()];
  const lastIds = offerStreams(first, second);
  isAway = true;
  const feed = follow();
  first.write('node', '4.0', makeNodeJson(2));
  await expect.poll(() => feed.get().link).toBe('lost');
  isAway = false;
  second.write('rollout', '5.1', rollout);
  await expect.poll(() => feed.get().nodes?.length).toBe(6);
  expect(lastIds).toEqual([null, null]);
});

test('after the connection broke, the page says so, and continues from the last event', async () => {
  const [first, second] = [makeEventStream(), makeEventStream()];
  const lastIds = offerStreams(first, undefined, second);
  const feed = follow();
  first.write('rollout', '3.1', rollout);
  await expect.poll(() => feed.get().link).toBe('live');
  isAway = true;
  const links: string[] = [];
  const stopLinks = feed.subscribe(() => links.push(feed.get().link));
  first.fail();
  await expect.poll(() => lastIds.length).toBe(3);
  await expect.poll(() => feed.get().link).toBe('live');
  stopLinks();
  expect(links).toContain('lost');
  expect(lastIds).toEqual([null, '3.1', '3.1']);
  second.write(
    'node',
    '4.1',
    makeNodeJson(2, { state: 'failed', error: { code: 'x', message: '' } }),
  );
  await expect.poll(() => feed.get().nodes![1]!.state).toBe('failed');
});

test('without a stream, the page polls, and sees the end', async () => {
  offerStreams(...Array.from({ length: 50 }, () => refusal(503, 'BUILDER.busy')));
  const feed = follow();
  await expect.poll(() => feed.get().link).toBe('polling');
  rollout = makeRolloutJson({ state: 'done', endedAt: '2026-11-29T09:00:00.000Z' });
  nodes = nodes.map((node) => ({ ...node, state: 'ready' }));
  await expect.poll(() => feed.get().link).toBe('ended');
  expect(feed.get().nodes!.every(({ state }) => state === 'ready')).toBe(true);
});

test('a stream that a proxy holds back is replaced by polls', async () => {
  const silent = makeEventStream();
  const lastIds = offerStreams(silent);
  const feed = follow({ firstEventMs: 10 });
  await expect.poll(() => feed.get().link).toBe('polling');
  rollout = makeRolloutJson({ counts: { ready: 1 } });
  await expect.poll(() => feed.get().rollout!.counts.ready).toBe(1);
  expect(lastIds).toEqual([null]);
});

test.each([
  [401, 'BUILDER.token_missing'],
  [404, 'BUILDER.not_found'],
  [503, 'BUILDER.rollouts_off'],
])('a refusal with %s ends it until it is tried again', async (status, code) => {
  const stream = makeEventStream();
  const lastIds = offerStreams(refusal(status, code), stream);
  const feed = follow();
  await expect.poll(() => feed.get().link).toBe('refused');
  expect(feed.get().error).toMatchObject({ code });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(lastIds).toHaveLength(1);
  feed.retry();
  stream.write('rollout', '1.1', rollout);
  await expect.poll(() => feed.get().link).toBe('live');
});

test('nothing is read once no one watches', async () => {
  const stream = makeEventStream();
  const aborted = vi.fn<() => void>();
  replaceStreams(async (_url, init) => {
    init.signal!.addEventListener('abort', aborted);
    return stream.response;
  });
  const feed = follow();
  stream.write('rollout', '1.1', rollout);
  await expect.poll(() => feed.get().link).toBe('live');
  stop!();
  expect(aborted).toHaveBeenCalledOnce();
});

test('a response that arrives after everyone left opens no stream', async () => {
  const lastIds = offerStreams(refusal(404, 'BUILDER.not_found'), makeEventStream());
  const feed = follow();
  await expect.poll(() => feed.get().link).toBe('refused');
  stop!();
  feed.retry();
  expect(lastIds).toHaveLength(1);
  stop = feed.subscribe(() => undefined);
  expect(lastIds).toHaveLength(2);
});

test('an action on an ended rollout whose page was left opens no stream', async () => {
  const ended = makeRolloutJson({ state: 'done', endedAt: '2026-11-29T09:00:00.000Z' });
  const stream = makeEventStream();
  const lastIds = offerStreams(stream, makeEventStream());
  const feed = follow();
  stream.write('rollout', '1.1', ended);
  await expect.poll(() => feed.get().link).toBe('ended');
  stop!();
  feed.show(toShownRollout(makeRolloutJson({ revision: 2 })));
  expect(feed.get().rollout!.state).toBe('running');
  expect(lastIds).toHaveLength(1);
});
