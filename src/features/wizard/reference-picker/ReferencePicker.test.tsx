import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { EnvSection } from '../container/rows/EnvSection.tsx';
import { VolumeSection } from '../container/rows/VolumeSection.tsx';

const container = ['deployment', 'template', 'containers', 0];
const target = { id: 'mock', label: 'Mock', kind: 'mock', auth: 'none', edition: 'professional' };
const configmaps = [
  { id: 'c-1', name: 'app-config', configs: { 'app.yaml': '', 'log.level': '' } },
  { id: 'c-2', name: 'broker-config', configs: { 'broker.conf': '' } },
];
let answers: Record<string, unknown>;

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'mock', projectId: '05e1aef9040010e22fccc009adecb056' });
  answers = { targets: { targets: [target] }, configmaps: { count: 2, configmaps } };
  answerRequests(async (url) => {
    const name = Object.keys(answers).find((key) => url.includes(`/${key}`));
    return name === undefined ? new Response('', { status: 404 }) : Response.json(answers[name]);
  });
});
afterEach(() => replaceClient());

async function renderRow(list: 'envs' | 'volumes', row: Json, options?: { readOnly: boolean }) {
  const path = [...container, list];
  const Section = list === 'envs' ? EnvSection : VolumeSection;
  const { store } = await renderEditor(
    setIn(initialBody, path, [row]),
    <QueryProvider>
      <Section path={path} />
    </QueryProvider>,
    options,
  );
  return () => getIn(store.get(), [...path, 0]);
}

const env = { name: 'A', value_from: { configmap: {} } };
const open = () => page.getByRole('button', { name: 'Choose a configmap' }).click();
const dialog = page.getByRole('dialog', { name: 'Configmaps of the project' });
const search = dialog.getByRole('searchbox', { name: 'Search' });

describe('the configmap of a variable', () => {
  test('is searched by name or key, which is not written; Enter chooses it and goes to the key', async () => {
    const read = await renderRow('envs', env);
    await open();
    await search.fill('broker.conf');
    await expect.element(dialog.getByText('app-config')).not.toBeInTheDocument();
    expect(read()).toEqual(env);
    await userEvent.keyboard('{Enter}');
    expect(read()).toMatchObject({ value_from: { configmap: { name: 'broker-config' } } });
    await expect.element(page.getByLabelText('Key', { exact: true })).toHaveFocus();
  });

  test('is chosen together with one of its keys, as one undo step', async () => {
    const read = await renderRow('envs', env);
    await open();
    await dialog.getByRole('button', { name: 'log.level' }).click();
    const chosen = { name: 'app-config', key: 'log.level' };
    expect(read()).toMatchObject({ value_from: { configmap: chosen } });
    await undo();
    expect(read()).toEqual(env);
  });

  test('may have any name, which the list never changes', async () => {
    const read = await renderRow('envs', env);
    await page.getByLabelText('Configmap name').fill('Not there');
    await open();
    await search.fill('x');
    await expect.element(dialog.getByText('Nothing matches.')).toBeVisible();
    await userEvent.keyboard('{Enter}{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(read()).toMatchObject({ value_from: { configmap: { name: 'Not there' } } });
    await expect.element(page.getByRole('button', { name: 'Choose a configmap' })).toHaveFocus();
  });

  test('cannot be chosen in a read-only document', async () => {
    await renderRow('envs', env, { readOnly: true });
    await expect.element(page.getByLabelText('Configmap name')).toBeVisible();
    expect(page.getByRole('button', { name: 'Choose a configmap' }).elements()).toEqual([]);
  });
});

test('the source of a volume is chosen from the list, which shows the keys', async () => {
  await page.viewport(900, 600);
  const read = await renderRow('volumes', { name: 'v', type: 'configMap' });
  await open();
  const keys = dialog.getByRole('list', { name: 'Keys of app-config' });
  await expect.element(keys).toHaveTextContent('app.yaml');
  await dialog.getByRole('button', { name: 'app-config' }).click();
  expect(read()).toEqual({ name: 'v', type: 'configMap', source: 'app-config' });
  const source = page.getByLabelText('Configmap name');
  await expect.element(source).toHaveFocus();
  expect(source.element().parentElement!.getBoundingClientRect().height).toBe(40);
});

test('a project without secrets says so, and that a name can be typed', async () => {
  answers.secrets = { count: 0, secrets: [] };
  await renderRow('envs', { name: 'A', value_from: { secret: {} } });
  await page.getByRole('button', { name: 'Choose a secret' }).click();
  await expect
    .element(page.getByText('The project has none yet. You can enter a name.'))
    .toBeVisible();
});
