import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import {
  connection,
  northTarget,
  requestSignIn,
} from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { deleteRequests, listRequests } from '#src/client/requests/request-database.ts';
import { changeSession } from '#src/client/session/session.ts';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { OpenUpdate } from './OpenUpdate.tsx';
import type { Update } from './open-update.ts';
import { dropEdit, editKey } from './stored-edit.ts';
import { UpdateForm } from './UpdateForm.tsx';

const node = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';
const template = (image: string, more: object = {}): JsonObject => ({
  configs: { host_network: false, restart_policy: 'Always' },
  containers: [{ name: 'web', image_url: image, ...more }],
});
const documentOf = (image: string, more: object = {}): JsonObject => ({
  name: 'edge-web',
  node_ids: [node],
  deployment: { replicas: 1, template: template(image, more) },
});

/** The live record, and the updates that arrived. */
let live: JsonObject;
let puts: JsonObject[];
/** Answers an update instead of the service. It takes effect unless that is an error of a client. */
let answerPut: (() => Response | undefined) | undefined;
let opened: Update;
let bar: HTMLElement;

beforeEach(async () => {
  queryClient.clear();
  bar = globalThis.document.body.appendChild(globalThis.document.createElement('footer'));
  const session = { targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' };
  changeSession(session);
  requestSignIn.mockReset().mockResolvedValue(true);
  live = {
    id: 'abc',
    name: 'edge-web',
    node_ids: [node],
    replicas: 1,
    template: template('web:1'),
  };
  puts = [];
  answerPut = undefined;
  await deleteRequests((await listRequests()).map(({ key }) => key));
  await dropEdit(editKey({ ...session, edition: 'professional', instanceId: '' }, 'abc'));
  answerRequests((url, { method, body }) => {
    if (url.endsWith('/api/targets')) return Response.json({ targets: [northTarget] });
    if (url.endsWith('/api/session')) return Response.json({ state: 'open', kind: null });
    if (!url.includes('/deployments/abc')) return Response.json({ nodes: [], pods: [], count: 0 });
    if (method === 'PUT') {
      const sent = JSON.parse(body as string) as JsonObject;
      puts.push(sent);
      const answer = answerPut?.();
      if (answer && answer.status < 500) return answer;
      live = { ...live, ...asObject(sent.deployment) };
      if (answer) throw new TypeError('the connection was reset');
    }
    return Response.json(live);
  });
});
afterEach(() => {
  bar.remove();
  opened.end();
  queryClient.clear();
  replaceClient();
});

async function open(options?: { readOnly: boolean }) {
  await renderEditor(
    documentOf('web:2'),
    <ConnectionContext value={connection}>
      <QueryProvider>
        <OpenUpdate id="abc" bar={null} back={null}>
          {(update) => {
            opened = update;
            return (
              <UpdateForm
                update={update}
                bar={bar}
                handle={null}
                goTo={() => undefined}
                inOrder={(issues) => issues}
                onView={() => undefined}
              />
            );
          }}
        </OpenUpdate>
      </QueryProvider>
    </ConnectionContext>,
    options,
  );
  await expect.element(page.getByText('Nothing has been changed yet.')).toBeVisible();
}

/** Presses the button and confirms: the target is a live one. */
async function update() {
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Update' }).click();
}

test('nothing is sent while the text is not the update', async () => {
  await open({ readOnly: true });
  opened.store.edit(documentOf('web:2'));
  await expect.element(page.getByText('Nothing has been changed yet.')).not.toBeInTheDocument();
  const button = page.getByRole('button', { name: 'Update', exact: true });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  (button.element() as HTMLElement).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(puts).toEqual([]);
});

test('a field that others changed too is shown with both values, and is sent only after a choice', async () => {
  await open();
  opened.store.edit(documentOf('web:2'));
  live = { ...live, template: template('web:3', { envs: [{ name: 'ADDED', value: '1' }] }) };
  await update();
  await expect.element(page.getByText('Changed by you and by others')).toBeVisible();
  const field = page.getByRole('group', { name: /Image/ });
  await expect.element(field.getByLabelText(/Yours\s*web:2/)).toBeVisible();
  await expect.element(field.getByLabelText(/Theirs\s*web:3/)).toBeVisible();
  await expect.element(field.getByText('web:1')).toBeVisible();
  // Without a choice nothing is sent.
  await update();
  await expect.element(page.getByText('Nothing was sent')).toBeVisible();
  expect(puts).toEqual([]);
  await field.getByLabelText(/Yours/).click();
  await update();
  await expect.element(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(puts).toHaveLength(1);
  expect(live.template).toEqual(template('web:2', { envs: [{ name: 'ADDED', value: '1' }] }));
  // The choice was the user's: only the variable is listed as a change of others.
  const others = page.getByRole('heading', { name: /^Changed by others meanwhile/ });
  await expect.element(others).toBeVisible();
  await expect.element(page.getByText(/ADDED/).first()).toBeVisible();
});

test('an update whose answer is lost is found by reading the deployment, and is not sent again', async () => {
  await open();
  opened.store.edit(documentOf('web:2'));
  answerPut = () => new Response(null, { status: 504 });
  await update();
  await expect.element(page.getByText('Updated', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^The deployment was read back: it is/)).toBeVisible();
  expect(puts).toHaveLength(1);
  await expect
    .element(page.getByRole('heading', { name: /^Changed by others/ }))
    .not.toBeInTheDocument();
});

test('a token that expires before the update is asked for; then it is sent, with all edits', async () => {
  await open();
  opened.store.edit(documentOf('web:2'));
  let refusals = 1;
  answerPut = () =>
    refusals-- > 0
      ? Response.json({ error_code: 'APIGW.0301', error_msg: 'expired' }, { status: 401 })
      : undefined;
  await update();
  await expect.element(page.getByText('Updated', { exact: true })).toBeVisible();
  expect(requestSignIn).toHaveBeenCalledTimes(1);
  expect(puts).toHaveLength(2);
  expect(live.template).toEqual(template('web:2'));
});

test('a refusal for the quota says so, and the edit stays', async () => {
  await open();
  opened.store.edit(documentOf('web:2'));
  answerPut = () =>
    Response.json({ error_code: 'IEF.9', error_msg: 'Deployment quota exceeded' }, { status: 403 });
  await update();
  await expect.element(page.getByText('Not updated')).toBeVisible();
  await expect.element(page.getByText('A quota of the project is used up.')).toBeVisible();
  expect(opened.store.get()).toEqual(documentOf('web:2'));
});
