import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { northTarget } from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import {
  deleteRequests,
  listRequests,
  storeRequest,
} from '#src/client/requests/request-database.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { placeOf } from '#src/client/session/place.ts';
import { changeSession, getSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { JsonObject } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { AllRequests } from './AllRequests.tsx';
import type { RequestActions } from './RequestDetails.tsx';

const deploymentOf = (image: string): JsonObject => ({
  replicas: 1,
  template: { containers: [{ name: 'web', image_url: image }] },
});
const before = { name: 'edge-web', node_ids: ['n'], deployment: deploymentOf('web:1') };

let live: JsonObject | undefined;
const actions = {
  onOpen: vi.fn<RequestActions['onOpen']>(),
  onView: vi.fn<RequestActions['onView']>(),
  onRollBack: vi.fn<RequestActions['onRollBack']>(),
};

const clear = async () => deleteRequests((await listRequests()).map(({ key }) => key));

beforeEach(async () => {
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
  answerRequests(async (url) => {
    // A deployment is gone if the list does not contain it either.
    if (url.includes('/deployments?')) return Response.json({ count: 0, deployments: [] });
    return live === undefined
      ? Response.json({ error_code: 'IEF.404', error_msg: 'no' }, { status: 404 })
      : Response.json(live);
  });
  await clear();
  const place = placeOf(northTarget, getSession());
  const update: SentRequest = {
    version: 1,
    key: 'one',
    action: 'update',
    place,
    deploymentId: 'abc',
    name: 'edge-web',
    body: JSON.stringify({ deployment: deploymentOf('web:2') }),
    before,
    sentAt: Date.now() - 60_000,
    outcome: 'done',
    status: 200,
    requestId: 'request-17',
  };
  await storeRequest(update);
  const refused = { outcome: 'notDone', error: { code: 'IEF.9', message: 'no' } } as const;
  const { before: _, requestId: _id, ...rest } = update;
  await storeRequest({
    ...rest,
    ...refused,
    key: 'two',
    action: 'restart',
    name: 'other',
    body: '',
  });
});
afterEach(async () => {
  replaceClient();
  vi.restoreAllMocks();
  await clear();
});

const details = () => page.getByRole('button', { name: 'Details of “edge-web”' });

test('a request is found with its outcome, opened in the form, rolled back, exported and cleared', async () => {
  await renderEditor(initialBody, <AllRequests actions={actions} />);
  await expect.element(page.getByRole('row', { name: /Restart.*other.*Not done/ })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search requests' });
  await search.fill('nothing');
  await expect.element(page.getByText('No request matches the search.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect.element(page.getByRole('row', { name: /Restart.*other/ })).toBeVisible();
  await search.fill('request-17');
  await expect
    .element(page.getByRole('row', { name: /Update.*edge-web.*IEF North.*Done.*request-17/ }))
    .toBeVisible();
  await expect.element(page.getByRole('row', { name: /other/ })).not.toBeInTheDocument();
  await details().click();
  await expect.element(page.getByRole('region', { name: 'Body' })).toHaveTextContent('"web:2"');
  await page.getByRole('button', { name: 'Open in the form' }).click();
  expect(actions.onOpen).toHaveBeenLastCalledWith({ ...before, deployment: deploymentOf('web:2') });
  await page.getByRole('button', { name: 'Roll back' }).click();
  expect(actions.onRollBack).toHaveBeenLastCalledWith(expect.objectContaining({ before }));

  const exported: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    exported.push(blob as Blob);
    return '#exported';
  });
  await page.getByRole('button', { name: 'Export all' }).click();
  const text = await exported[0]!.text();
  expect(JSON.parse(text)).toHaveLength(2);
  expect(text).not.toContain('a-token');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click();
  await expect.element(page.getByRole('heading', { name: 'No requests yet' })).toBeVisible();
  expect(await listRequests()).toEqual([]);
});

test('a request tells whether the live deployment still equals what was sent', async () => {
  const record = { id: 'abc', name: 'edge-web', node_ids: ['n'] };
  await renderEditor(initialBody, <AllRequests actions={actions} />);
  await details().click();
  const compare = page.getByRole('button', { name: 'Compare with the live deployment' });
  live = { ...record, ...deploymentOf('web:2'), ready_replicas: 1 };
  await compare.click();
  await expect.element(page.getByText('The live deployment is still what was sent.')).toBeVisible();
  live = { ...record, ...deploymentOf('web:3') };
  await compare.click();
  await expect.element(page.getByText(/^The live deployment is no longer/)).toBeVisible();
  await expect.element(page.getByText(/Image.*web:2.*web:3/)).toBeVisible();
  live = undefined;
  await compare.click();
  await expect.element(page.getByText('The deployment no longer exists.')).toBeVisible();
});
