import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import {
  connection,
  northTarget,
  requestSignIn,
} from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceStreams } from '#src/client/http/open-stream.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import {
  makeEventStream,
  makeNodeJson,
  makeRolloutJson,
} from '#src/client/rollouts/rollouts.testing.ts';
import { changeSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Json } from '#src/json/value.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { OneRollout } from './OneRollout.tsx';

const project = 'a'.repeat(32);

beforeEach(() => {
  queryClient.clear();
  requestSignIn.mockClear();
  changeSession({ targetId: 'north', projectId: project, token: 'a-token' });
});
afterEach(() => {
  replaceClient();
  replaceStreams();
});

const refused = (status: number, code: string) =>
  Response.json({ error_code: code, error_msg: 'no' }, { status });

interface Scene {
  rollout?: Record<string, Json>;
  nodes?: readonly Record<string, Json>[];
  /** Instead of the stream. */
  events?: () => Response | Promise<Response>;
  /** Of the target, by which nodes have addresses. */
  listed?: readonly Record<string, Json>[];
  /** Of an action, such as `POST /rollouts/rollout-1/pause`; by default, the rollout. */
  answer?: (action: string) => Response | Promise<Response> | undefined;
}

/** Renders a rollout; reports the actions that it sends. */
async function renderRollout({ rollout = {}, nodes, events, listed = [], answer }: Scene) {
  const shown = makeRolloutJson({ target: 'north', projectId: project, ...rollout });
  const all = nodes ?? [1, 2, 3, 4, 5, 6].map((n) => makeNodeJson(n));
  const stream = makeEventStream();
  const sent: string[] = [];
  const store = { isFailing: false };
  const storeFailed = () => refused(503, 'BUILDER.store_failed');
  replaceStreams(async (_url, { signal }) => {
    // Strict mode subscribes twice; the first request is aborted before it is answered.
    await nextTask();
    signal?.throwIfAborted();
    if (store.isFailing) return storeFailed();
    return events ? events() : stream.response;
  });
  answerRequests((url, { method, body }) => {
    if (url.includes('/edgemgr/nodes')) return Response.json({ nodes: listed });
    if (store.isFailing) return storeFailed();
    if (method !== 'GET') {
      const action =
        `${method} ${url.slice(url.indexOf('/rollouts'))} ${String(body ?? '')}`.trim();
      sent.push(action);
      const response = answer?.(action);
      if (response) return response;
    }
    if (url.includes('/nodes?')) return Response.json({ count: all.length, nodes: all });
    if (url.includes('?limit=')) return Response.json({ count: 0, rollouts: [] });
    if (events) return events();
    return Response.json(shown);
  });
  const view = await renderEditor(
    initialBody,
    <ConnectionContext value={{ ...connection, targets: [northTarget] }}>
      <QueryProvider>
        <OneRollout id="rollout-1" />
      </QueryProvider>
    </ConnectionContext>,
  );
  if (!events) stream.write('rollout', '1.1', shown);
  return { ...view, stream, sent, shown, store };
}
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const skipOf = (n: number) => `POST /rollouts/rollout-1/nodes/node-${n}/skip`;
const button = (name: string) => page.getByRole('button', { name, exact: true });

test.each([
  ['without a store', () => refused(503, 'BUILDER.rollouts_off'), 'This server has no rollouts'],
  [
    'without a token',
    () => refused(401, 'BUILDER.token_missing'),
    'A token is needed to see rollouts',
  ],
  [
    'without access',
    () => refused(401, 'BUILDER.access_needed'),
    'The access secret is needed to see rollouts',
  ],
  ['a removed one', () => refused(404, 'BUILDER.not_found'), 'This rollout does not exist'],
  ['a forbidden one', () => refused(403, 'BUILDER.origin_refused'), 'You may not see this'],
  ['without the server', () => Promise.reject(new TypeError('away')), 'The server does not answer'],
])('%s has a screen of its own', async (_case, events, title) => {
  await renderRollout({ events });
  await expect.element(heading(title)).toBeVisible();
});

test('events change counts and rows', async () => {
  const { stream, shown } = await renderRollout({});
  await expect.element(page.getByText('Running, wave 1 of 3')).toBeVisible();
  stream.write('node', '1.1', makeNodeJson(1, { state: 'ready', tries: 1 }));
  stream.write('rollout', '2.2', {
    ...shown,
    wave: 2,
    counts: { ...(shown.counts as object), ready: 1, waiting: 5 },
  });
  await expect.element(page.getByText('Running, wave 2 of 3')).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /gateway-1/ }).getByText('Ready'))
    .toBeVisible();
});

test('a stop says why, and resuming needs a higher limit', async () => {
  const { sent } = await renderRollout({
    rollout: { state: 'stopped', wave: 2, counts: { ready: 1, failed: 2, waiting: 3 } },
    nodes: [
      makeNodeJson(1, { state: 'ready' }),
      makeNodeJson(2, { state: 'failed', error: { code: 'name_taken', message: 'x' } }),
      makeNodeJson(3, { state: 'failed', error: { code: 'IEF.000', message: 'odd <b>text</b>' } }),
      ...[4, 5, 6].map((n) => makeNodeJson(n)),
    ],
  });
  await expect.element(heading('Stopped: 2 failed, the limit is 1')).toBeVisible();
  await expect
    .element(page.getByText('A deployment of this name already existed.').first())
    .toBeVisible();
  await expect.element(page.getByText('odd <b>text</b>').first()).toBeVisible();
  await button('Resume…').click();
  await expect.element(page.getByLabelText('Failure limit')).toHaveValue('3');
  await page.getByLabelText('Failure limit').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect
    .element(page.getByText('Enter more than 2: that many have failed already.'))
    .toBeVisible();
  expect(sent).toEqual([]);
  await page.getByLabelText('Failure limit').fill('5');
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect
    .poll(() => sent)
    .toEqual(['PATCH /rollouts/rollout-1 {"stopAt":5}', 'POST /rollouts/rollout-1/resume']);
});

test('a gate names the next wave and how many it adds', async () => {
  const { sent } = await renderRollout({
    rollout: {
      state: 'paused',
      reason: 'gate',
      wave: 1,
      plan: { ...(makeRolloutJson().plan as object), gate: 'manual' },
    },
  });
  await expect
    .element(page.getByText('Look at the nodes below. Wave 2 sends to 2 more.'))
    .toBeVisible();
  await button('Continue with wave 2').click();
  await expect.poll(() => sent).toEqual(['POST /rollouts/rollout-1/resume']);
});

test('a rollout without a token asks for one over the page, and goes on with it', async () => {
  // The page has no token for this place.
  changeSession({ projectId: 'b'.repeat(32) });
  const { sent } = await renderRollout({ rollout: { state: 'needs-token' } });
  await expect.element(heading('The server needs your token to go on')).toBeVisible();
  await expect.poll(() => requestSignIn.mock.calls.length).toBe(1);
  expect(requestSignIn.mock.calls[0]![1]).toMatchObject({ targetId: 'north', projectId: project });
  await expect.poll(() => sent).toEqual(['POST /rollouts/rollout-1/resume']);
});

test('before an abort, the page says what becomes of each state', async () => {
  const { sent } = await renderRollout({
    rollout: { counts: { ready: 1, accepted: 2, waiting: 3 } },
  });
  await button('Abort…').click();
  const row = (name: RegExp) => page.getByRole('dialog').getByRole('row', { name });
  await expect.element(row(/^Waiting 3 Skipped\. Nothing was sent\.$/)).toBeVisible();
  await expect.element(row(/^Created 2 Stays at the target/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Abort' }).click();
  await expect.poll(() => sent).toEqual(['POST /rollouts/rollout-1/abort']);
});

test('a waiting node is skipped from its details', async () => {
  const { sent } = await renderRollout({});
  await page.getByRole('button', { name: 'gateway-3' }).click();
  await button('Skip this node').click();
  await expect.poll(() => sent).toEqual(['POST /rollouts/rollout-1/nodes/node-3/skip']);
});

test('skipping a node by keyboard gives the focus to the name of the node', async () => {
  const { sent, stream, shown } = await renderRollout({});
  const name = page.getByRole('button', { name: 'gateway-3' });
  await expect.element(name).toBeVisible();
  focus(name);
  await userEvent.keyboard('{Enter}');
  focus(button('Skip this node'));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent).toEqual([skipOf(3)]);
  stream.write('node', '1.1', makeNodeJson(3, { state: 'skipped' }));
  stream.write('rollout', '2.1', shown);
  await expect.element(button('Skip this node')).not.toBeInTheDocument();
  await expect.element(name).toHaveFocus();
});

test('the waves are a drawing and a table', async () => {
  await renderRollout({ rollout: { wave: 2 } });
  await expect.element(page.getByRole('img', { name: /^Waves over time/ })).toBeVisible();
  await page.getByText('Table', { exact: true }).click();
  await expect
    .element(page.getByRole('row', { name: /^Wave 3 Planned .*0 of 3 ready/ }))
    .toBeVisible();
});

test('of a thousand nodes only those in view are rendered, and the search finds the others', async () => {
  await page.viewport(1280, 900);
  const nodes = Array.from({ length: 1000 }, (_, index) =>
    makeNodeJson(index + 1, {
      name: `edge-web-with-a-long-name-${index + 1}`,
      nodeName: `gateway-${index + 1}-${index === 2 ? 'a-very-long-name-of-a-node-'.repeat(4) : ''}`,
      ...(index === 4 && {
        state: 'failed',
        since: '2025-11-29T08:00:00.000Z',
        error: { code: 'odd', message: 'A very long message. '.repeat(20) },
      }),
    }),
  );
  await renderRollout({
    rollout: { waves: [1000], total: 1000, counts: { waiting: 1000 } },
    nodes,
  });
  await expect
    .element(page.getByRole('table', { name: 'Nodes' }))
    .toHaveAttribute('aria-rowcount', '1001');
  expect(document.querySelectorAll('[aria-rowindex]').length).toBeLessThan(50);
  const heights = [...document.querySelectorAll('tbody > tr[aria-rowindex]')].map(
    (row) => row.getBoundingClientRect().height,
  );
  // They are not measured, so they must be as high as the table assumes.
  expect(heights.length).toBeGreaterThan(5);
  expect(new Set(heights)).toEqual(new Set([57]));
  // The cells of a state are one outline in each of the four blocks; one node failed.
  const cells = page.getByRole('img', { name: /^1000 cells/ }).element();
  expect(cells.querySelectorAll('path')).toHaveLength(5);
  await page.getByRole('searchbox', { name: 'Search nodes' }).fill('gateway-777');
  await expect.element(page.getByRole('row', { name: /gateway-777/ })).toBeVisible();
});

test('without a stream, the page says that it polls', async () => {
  const warn = vi.spyOn(console, 'warn');
  const shown = makeRolloutJson({ target: 'north', projectId: project });
  replaceStreams(async () => refused(503, 'BUILDER.busy'));
  answerRequests((url) => {
    if (url.includes('/nodes?')) return Response.json({ count: 1, nodes: [makeNodeJson(1)] });
    if (url.includes('?limit=')) return Response.json({ count: 0, rollouts: [] });
    return Response.json(shown);
  });
  await renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <QueryProvider>
        <OneRollout id="rollout-1" />
      </QueryProvider>
    </ConnectionContext>,
  );
  await expect.element(page.getByText(/^Live events are not available here/)).toBeVisible();
  expect(warn).not.toHaveBeenCalled();
});

test('while the store of the server fails, the page says so and keeps the last state', async () => {
  const { stream, store } = await renderRollout({});
  await expect.element(page.getByText('Running, wave 1 of 3')).toBeVisible();
  store.isFailing = true;
  stream.end();
  await expect
    .element(page.getByText(/^The server’s store does not work at the moment/))
    .toBeVisible();
  await expect.element(page.getByRole('row', { name: /gateway-1/ })).toBeVisible();
});

test('a running rollout shows addresses, how long it takes, and the failures that it survived', async () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  await renderRollout({
    rollout: {
      wave: 2,
      waves: [1, 30],
      total: 30,
      counts: { ready: 10, failed: 1, waiting: 19 },
      plan: { ...(makeRolloutJson().plan as object), stopAt: 4, waves: [1, '100%'] },
      createdAt: minutesAgo(31),
      history: [
        { at: minutesAgo(31), state: 'running', wave: 1 },
        { at: minutesAgo(30), state: 'running', wave: 2 },
        { at: minutesAgo(20), state: 'stopped', wave: 2 },
        { at: minutesAgo(10), state: 'running', wave: 2 },
      ],
    },
    nodes: Array.from({ length: 30 }, (_, index) =>
      makeNodeJson(index + 1, {
        state: index === 10 ? 'failed' : index < 10 ? 'ready' : 'waiting',
        since: minutesAgo(22),
        ...(index === 10 && { error: { code: 'name_taken', message: 'x' } }),
      }),
    ),
    listed: [{ id: 'node-2', name: 'gateway-2', host_ips: ['10.20.1.52'], state: 'RUNNING' }],
  });
  await expect.element(page.getByRole('row', { name: /gateway-2 .*10\.20\.1\.52/ })).toBeVisible();
  await expect.element(page.getByText(/About 38 min left\./)).toBeVisible();
  await expect
    .element(heading(/^Wave 2 stopped at [\d:]+ after 1 failure and was resumed at [\d:]+$/))
    .toBeVisible();
  await expect
    .element(page.getByText('The rollout stops after 3 more failures.', { exact: true }))
    .toBeVisible();
});

test('a rollout that only waits for offline nodes says so, and can skip them', async () => {
  const offline = { offlineSince: '2026-01-05T12:00:10.000Z' };
  const { sent, stream, shown } = await renderRollout({
    rollout: { wave: 3, counts: { ready: 4, waiting: 2 } },
    nodes: [1, 2, 3, 4, 5, 6].map((n) => makeNodeJson(n, n < 5 ? { state: 'ready' } : offline)),
  });
  const title = heading('Only 2 offline nodes are left; the rollout waits for them');
  await expect.element(title).toBeVisible();
  await expect.element(page.getByText(/skipped, the last one at .*6 Jan 2026/)).toBeVisible();
  await button('Skip these 2 nodes').click();
  await expect
    .poll(() => sent)
    .toEqual([
      'POST /rollouts/rollout-1/nodes/node-5/skip',
      'POST /rollouts/rollout-1/nodes/node-6/skip',
    ]);
  // While something is under way, it is not only the offline nodes.
  stream.write('rollout', '2.2', {
    ...shown,
    counts: { ...(shown.counts as object), ready: 3, accepted: 1 },
  });
  await expect.element(title).not.toBeInTheDocument();
});

/** Only the nodes 4 to 6 are left, all of them offline. */
const offlineScene: Scene = {
  rollout: { wave: 3, counts: { ready: 3, waiting: 3 } },
  nodes: [1, 2, 3, 4, 5, 6].map((n) =>
    makeNodeJson(n, n < 4 ? { state: 'ready' } : { offlineSince: '2026-01-05T12:00:10.000Z' }),
  ),
};
test('an offline node that comes back meanwhile does not keep the others from being skipped', async () => {
  const { sent } = await renderRollout({
    ...offlineScene,
    answer: (action) => (action === skipOf(4) ? refused(409, 'BUILDER.rollout_state') : undefined),
  });
  await button('Skip these 3 nodes').click();
  await expect.poll(() => sent).toEqual([4, 5, 6].map(skipOf));
  await expect.element(button('Skip these 3 nodes')).toHaveAttribute('aria-disabled', 'false');
  expect(page.getByRole('alert').query()).toBeNull();
});

test('if no node can be skipped any more, the page says so', async () => {
  await renderRollout({ ...offlineScene, answer: () => refused(409, 'BUILDER.rollout_state') });
  await button('Skip these 3 nodes').click();
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test('a note that disappears gives its focus to the heading of the page', async () => {
  const { stream, shown } = await renderRollout({
    ...offlineScene,
    answer: () => refused(409, 'BUILDER.rollout_state'),
  });
  const title = page.getByRole('heading', { level: 1 });
  await expect.element(button('Skip these 3 nodes')).toBeVisible();
  focus(button('Skip these 3 nodes'));
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Dismiss')).toBeVisible();
  focus(button('Dismiss'));
  await userEvent.keyboard('{Enter}');
  await expect.element(title).toHaveFocus();
  focus(button('Skip these 3 nodes'));
  const counts = { ...(shown.counts as object), waiting: 2, accepted: 1 };
  stream.write('rollout', '2.2', { ...shown, revision: 2, counts });
  await expect.element(button('Skip these 3 nodes')).not.toBeInTheDocument();
  await expect.element(title).toHaveFocus();
});

test('after a sign-in, the nodes that are left are skipped', async () => {
  let isSignedIn = false;
  requestSignIn.mockImplementationOnce(async () => (isSignedIn = true));
  const skipped = new Set<string>();
  const { sent } = await renderRollout({
    ...offlineScene,
    answer(action) {
      if (action === skipOf(5) && !isSignedIn) return refused(401, 'BUILDER.token_missing');
      if (skipped.has(action)) return refused(409, 'BUILDER.rollout_state');
      skipped.add(action);
      return undefined;
    },
  });
  await button('Skip these 3 nodes').click();
  await expect.poll(() => sent).toEqual([4, 5, 5, 6].map(skipOf));
});

test.each([
  ['Retry 1 failed', undefined, 'POST /rollouts/rollout-1/retry'],
  ['Remove record…', 'Remove', 'DELETE /rollouts/rollout-1'],
])(
  'the response to “%s” opens no page once the rollout was left',
  async (name, confirm, action) => {
    let answerLate!: (response: Response) => void;
    const { sent, unmount } = await renderRollout({
      rollout: {
        state: 'done',
        wave: 3,
        counts: { ready: 5, failed: 1 },
        endedAt: '2026-11-29T08:10:00.000Z',
      },
      answer: () => new Promise((resolve) => (answerLate = resolve)),
    });
    await button(name).click();
    if (confirm) await page.getByRole('dialog').getByRole('button', { name: confirm }).click();
    await expect.poll(() => sent).toEqual([action]);
    await unmount();
    const [push, replace] = [vi.spyOn(history, 'pushState'), vi.spyOn(history, 'replaceState')];
    const isRead = vi.fn<() => void>();
    const response = Response.json({ id: 'rollout-2' });
    const text = response.text.bind(response);
    response.text = async () => {
      const found = await text();
      setTimeout(isRead);
      return found;
    };
    answerLate(response);
    await expect.poll(() => isRead.mock.calls.length).toBe(1);
    expect([...push.mock.calls, ...replace.mock.calls]).toEqual([]);
    push.mockRestore();
    replace.mockRestore();
  },
);

test('a rollout of deletes says what was deleted, and a finished one can be removed', async () => {
  const { sent } = await renderRollout({
    rollout: {
      action: 'delete',
      state: 'done',
      wave: 3,
      counts: { ready: 5, failed: 1 },
      endedAt: '2026-11-29T08:10:00.000Z',
    },
    nodes: [1, 2, 3, 4, 5, 6].map((n) => {
      const { nodeId: _nodeId, nodeName: _nodeName, ...row } = makeNodeJson(n);
      const failed = { state: 'failed', error: { code: 'not_deleted', message: 'still there' } };
      return { ...row, ...(n === 6 ? failed : { state: 'ready' }) };
    }),
  });
  await expect.element(page.getByText(/^Delete 6 deployments\. Started .* Ended /)).toBeVisible();
  await expect
    .element(page.getByRole('img', { name: '5 deleted, 1 failed' }).first())
    .toBeVisible();
  const table = page.getByRole('table', { name: 'Deployments', exact: true });
  await expect.element(table.getByRole('row', { name: /edge-web-1 .*Deleted/ })).toBeVisible();
  await button('Remove record…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => sent).toEqual(['DELETE /rollouts/rollout-1']);
});

test('a roll back at a live target asks for the number of nodes', async () => {
  const { sent } = await renderRollout({
    rollout: { state: 'paused', reason: 'person', counts: { ready: 2, waiting: 4 } },
  });
  await button('Roll back…').click();
  const dialog = page.getByRole('dialog');
  await expect
    .element(dialog.getByText('A new rollout deletes every deployment that this one created.'))
    .toBeVisible();
  await expect.element(dialog.getByText('This rollout is aborted first.')).toBeVisible();
  await dialog.getByRole('textbox').fill('5');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect.element(dialog.getByText('This does not match.')).toBeVisible();
  await dialog.getByRole('textbox').fill('6');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect.poll(() => sent).toEqual(['POST /rollouts/rollout-1/roll-back']);
});

test('roll back is offered only if something was done, also to a node that was skipped later', async () => {
  const aborted = { state: 'aborted', counts: { waiting: 0, skipped: 6 } };
  const skipped = (change: Record<string, Json>) =>
    [1, 2, 3, 4, 5, 6].map((n) => makeNodeJson(n, { state: 'skipped', ...change }));
  // Rows of an update always name their deployment.
  const update = await renderRollout({
    rollout: { ...aborted, action: 'update' },
    nodes: skipped({ deploymentId: 'd-1' }),
  });
  await expect.element(page.getByText('edge-web-6').first()).toBeVisible();
  expect(button('Roll back…').query()).toBeNull();
  await update.unmount();
  queryClient.clear();

  await renderRollout({ rollout: aborted, nodes: skipped({ deploymentId: 'd-1' }) });
  await expect.element(button('Roll back…')).toBeVisible();
});
