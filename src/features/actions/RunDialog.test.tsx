import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import {
  connection,
  northTarget,
  requestSignIn,
} from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { forgetBaseline, rememberedBaseline } from '#src/client/pods/baselines.ts';
import { placeOf } from '#src/client/session/place.ts';
import { changeSession, getSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { currentRun, endRun, startRun, type ActionRun } from './action-run.ts';
import { actionDeps } from './page-actions.ts';
import { RunDialog } from './RunDialog.tsx';
import { readStoredRun, writeStoredRun } from './stored-run.ts';

const deploymentIds = ['a', 'b', 'c'];
const items = deploymentIds.map((id) => ({ id, name: `edge-${id}` }));
const place = () => placeOf(northTarget, getSession());

/** The deployments that still exist, and the deletes that arrived. */
let live: Set<string>;
let deleted: string[];
/** Answers a delete instead of the service. */
let answerDelete: (id: string) => Response | Promise<Response> | undefined;

beforeEach(() => {
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
  requestSignIn.mockReset().mockResolvedValue(true);
  live = new Set(deploymentIds);
  deleted = [];
  answerDelete = () => undefined;
  answerRequests(async (url, { method }) => {
    const id = /deployments\/(\w+)$/.exec(url)?.[1];
    if (id === undefined) return Response.json({ count: 0, deployments: [] });
    if (method !== 'DELETE')
      return live.has(id)
        ? Response.json({ id, name: `edge-${id}`, node_ids: ['n'], replicas: 1, template: {} })
        : Response.json({ error_code: 'IEF.404', error_msg: 'gone' }, { status: 404 });
    deleted.push(id);
    const answer = await answerDelete(id);
    if (answer) return answer;
    live.delete(id);
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  endRun();
  replaceClient();
});

function show(run: ActionRun, onClose = vi.fn<(hasDone: boolean) => void>()) {
  return renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <RunDialog run={run} onClose={onClose} />
    </ConnectionContext>,
  );
}

/** Confirms the delete of all three at the live target. */
async function startDelete(): Promise<ActionRun> {
  const onStarted = vi.fn<(run: ActionRun) => void>();
  const view = await renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <ActionDialog
        action="delete"
        items={items}
        place={place()}
        offlineNodes={[]}
        onStarted={onStarted}
        onCancel={() => undefined}
      />
    </ConnectionContext>,
  );
  await page.getByRole('textbox', { name: /^Type the number/ }).fill('3');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => onStarted.mock.calls.length).toBe(1);
  await view.unmount();
  return onStarted.mock.calls[0]![0];
}

const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
const mayLeave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

// First, because a page reads what an earlier one has stored only once.
test('after a reload the page shows what was done and what was not, looks up the rest, and goes on if asked', async () => {
  live.delete('a');
  writeStoredRun({
    version: 1,
    action: 'delete',
    items,
    place: place(),
    force: false,
    states: [{ state: 'done' }, { state: 'working' }, { state: 'waiting' }],
  });
  const onClose = vi.fn<(hasDone: boolean) => void>();
  // The delete of b took effect although the page was closed.
  live.delete('b');
  await show(currentRun()!, onClose);
  await expect.element(page.getByText(/^The page was reloaded before all/)).toBeVisible();
  await expect.element(row('edge-a').getByText('Deleted')).toBeVisible();
  await expect.element(row('edge-b').getByText('Deleted')).toBeVisible();
  await expect.element(row('edge-c').getByText('Not started')).toBeVisible();
  expect(deleted).toEqual([]);
  await page.getByRole('button', { name: 'Continue with 1 deployment' }).click();
  await expect.element(row('edge-c').getByText('Deleted')).toBeVisible();
  expect(deleted).toEqual(['c']);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(onClose).toHaveBeenCalledWith(true);
  expect(readStoredRun()).toBeUndefined();
});

test('while it is going, the browser asks before the page is closed', async () => {
  let answer: (response: Response) => void = () => undefined;
  answerDelete = (id) =>
    id === 'b' ? new Promise<Response>((resolve) => (answer = resolve)) : undefined;
  await show(await startDelete());
  await expect.element(row('edge-b').getByText('In progress')).toBeVisible();
  await expect.element(page.getByText(/^Keep this page open/)).toBeVisible();
  expect(mayLeave()).toBe(false);
  expect(readStoredRun()?.states.map(({ state }) => state)).toEqual(['done', 'working', 'waiting']);
  // The state is shown before the request has left.
  await expect.poll(() => deleted).toContain('b');
  answer(Response.json({ error_code: 'IEF.403', error_msg: 'not yours' }, { status: 403 }));
  await expect.element(page.getByText('Finished', { exact: true })).toBeVisible();
  await expect.element(row('edge-b').getByText('not yours')).toBeVisible();
  expect(mayLeave()).toBe(true);
});

test('a token that expires in the middle is asked for, and nothing is lost', async () => {
  let refusals = 1;
  answerDelete = (id) =>
    id === 'b' && refusals-- > 0
      ? Response.json({ error_code: 'APIGW.0301', error_msg: 'expired' }, { status: 401 })
      : undefined;
  await show(await startDelete());
  await expect.element(page.getByText('Finished', { exact: true })).toBeVisible();
  expect(requestSignIn).toHaveBeenCalledTimes(1);
  expect(deleted).toEqual(['a', 'b', 'b', 'c']);
  expect([...live]).toEqual([]);
});

test('without a new token the rest is not done, and the question comes only once', async () => {
  requestSignIn.mockResolvedValue(false);
  answerDelete = (id) =>
    id === 'a'
      ? undefined
      : Response.json({ error_code: 'APIGW.0301', error_msg: 'expired' }, { status: 401 });
  await show(await startDelete());
  await expect.element(page.getByText('Finished', { exact: true })).toBeVisible();
  expect(requestSignIn).toHaveBeenCalledTimes(1);
  await expect.element(row('edge-c').getByText('Not done')).toBeVisible();
  expect([...live]).toEqual(['b', 'c']);
});

test('a restart that is refused halfway names the instances that were restarted and those that were not', async () => {
  const restarted: string[] = [];
  answerRequests(async (url, { method }) => {
    if (url.includes('/pods?'))
      return Response.json({
        pods: ['web-1', 'web-2', 'web-3'].map((name) => ({ id: name, name })),
      });
    if (method !== 'POST')
      return Response.json({ id: 'a', name: 'edge-a', node_ids: ['n'], replicas: 3, template: {} });
    restarted.push(url);
    return url.includes('web-2')
      ? Response.json({ error_code: 'IEF.403', error_msg: 'not yours' }, { status: 403 })
      : Response.json('restart accepted', { status: 202 });
  });
  const task = {
    action: 'restart',
    items: items.slice(0, 1),
    place: place(),
    force: false,
  } as const;
  const onClose = vi.fn<(hasDone: boolean) => void>();
  await show(
    startRun(
      task,
      actionDeps(place(), false, (run) => run()),
    ),
    onClose,
  );
  const one = row('edge-a');
  await expect.element(one.getByText('Only some instances were restarted')).toBeVisible();
  await expect.element(one).toHaveTextContent(/Acceptedweb-1Refusedweb-2Not sentweb-3/);
  await expect.element(one.getByText('not yours')).toBeVisible();
  expect(restarted).toHaveLength(2);
  expect(rememberedBaseline('a')).toMatchObject({ expected: 1 });
  forgetBaseline('a');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(onClose).toHaveBeenCalledWith(true);
});
