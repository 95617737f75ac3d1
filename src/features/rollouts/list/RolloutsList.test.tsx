import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { connection, northTarget } from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { makeRolloutJson } from '#src/client/rollouts/rollouts.testing.ts';
import { changeSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { RolloutsList } from './RolloutsList.tsx';

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => replaceClient());

/** Renders the list; `server.answer` is what the server answers from then on. */
async function renderList(answer: Json) {
  const server = { answer };
  answerRequests(() => Response.json(server.answer));
  await renderEditor(
    initialBody,
    <ConnectionContext value={{ ...connection, targets: [northTarget] }}>
      <QueryProvider>
        <RolloutsList start={<button type="button">Start one</button>} />
      </QueryProvider>
    </ConnectionContext>,
  );
  return server;
}

const listed = (...rollouts: readonly Json[]) => ({ count: rollouts.length, rollouts });
const one = makeRolloutJson({ target: 'north', firstName: 'edge-web-1' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name });

test('without rollouts it offers to start the first one', async () => {
  await renderList(listed());
  await expect.element(heading('No rollouts yet')).toBeVisible();
  await expect.element(button('Start one')).toBeVisible();
});

test('without a token it does not say that there are none', async () => {
  changeSession({ token: '' });
  await renderList(listed());
  await expect.element(page.getByText('Rollouts at IEF North are shown only')).toBeVisible();
  await expect.element(heading('No rollouts to show')).toBeVisible();
});

test('while the target cannot check the token it does not say that there are none, and asks again', async () => {
  const server = await renderList({ ...listed(), unchecked: true });
  await expect.element(heading('The rollouts could not be loaded')).toBeVisible();
  await expect.element(page.getByText('cannot check the token')).toBeVisible();
  expect(button('Start one').elements()).toEqual([]);
  server.answer = listed(one);
  await button('Try again').click();
  await expect.element(page.getByRole('link', { name: /edge-web-1/ })).toBeVisible();
});

test('a list that may be incomplete says so', async () => {
  const server = await renderList({ ...listed(one), unchecked: true });
  await expect.element(page.getByRole('link', { name: /edge-web-1/ })).toBeVisible();
  const note = page.getByText('Some rollouts may be missing');
  await expect.element(note).toBeVisible();
  server.answer = listed(one);
  await button('Try again').click();
  await expect.element(note).not.toBeInTheDocument();
});
