import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { vendorDeployments } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { hidePage } from '#src/testing/hide-page.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { connection, northTarget } from '#src/client/connection/connection.testing.ts';
import { DeploymentsList } from './DeploymentsList.tsx';
import type { ListSlots } from './list-slots.ts';

beforeEach(() => {
  queryClient.clear();
  history.replaceState(null, '', location.pathname);
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  queryClient.clear();
  replaceClient();
  history.replaceState(null, '', location.pathname);
});

const [vendorRecord] = vendorDeployments.deployments;

function makeRecord(name: string, more: object = {}) {
  return { ...vendorRecord, id: `id-${name}`, name, ...more };
}

interface Answers {
  list: () => Response;
  pods?: () => Response;
  nodes?: readonly object[];
}

function renderWith({ list, pods, nodes = [] }: Answers, slots: ListSlots = {}) {
  answerRequests((url) => {
    if (url.endsWith('/api/targets')) return Response.json({ targets: [northTarget] });
    if (url.endsWith('/api/session')) return Response.json({ state: 'open', kind: null });
    if (url.includes('/pods?')) return pods?.() ?? Response.json({ pods: [] });
    if (url.includes('/deployments?')) return list();
    return Response.json({ nodes, count: nodes.length });
  });
  return renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <QueryProvider>
        <DeploymentsList {...slots} />
      </QueryProvider>
    </ConnectionContext>,
  );
}
const listOf = (...deployments: object[]) =>
  Response.json({ count: deployments.length, deployments });
const refused = (status: number, code: string) =>
  Response.json({ error_code: code, error_msg: 'no' }, { status });
const heading = (name: string) => page.getByRole('heading', { name });
const row = (name: RegExp) => page.getByRole('row', { name });

test('the vendor’s example is listed with numbers, node, image and age', async () => {
  await renderWith({
    list: () => Response.json(vendorDeployments),
    nodes: [{ id: vendorRecord!.node_ids[0], name: 'plant-node', state: 'RUNNING' }],
  });
  const shown = row(/app-test/);
  for (const text of ['Running', '1 / 1', 'plant-node', 'nginx:latest', /\d+ d ago/])
    await expect.element(shown.getByText(text)).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'app-test' }))
    .toHaveAttribute('href', expect.stringContaining(`/deployments/${vendorRecord!.id}`));
});

test.each([
  ['a refused token', () => refused(401, 'APIGW.0301'), 'A token is needed to list deployments'],
  ['a missing permission', () => refused(403, 'IEF.403'), 'You may not list deployments'],
  ['a refused request', () => refused(400, 'IEF.1'), 'The deployments could not be loaded'],
  ['an empty project', () => listOf(), 'No deployments yet'],
])('%s has a screen of its own', async (_case, list, title) => {
  await renderWith({ list });
  await expect.element(heading(title)).toBeVisible();
});

test('the state of a deployment that is not ready comes from its instances', async () => {
  const waiting = { ready_replicas: 0, node_ids: ['n'] };
  const pod = (name: string, state: string) => ({
    id: `pod-${name}`,
    name,
    deployment_id: `id-${name}`,
    state,
  });
  await renderWith({
    list: () => listOf(makeRecord('slow', waiting), makeRecord('broken', waiting)),
    pods: () => Response.json({ pods: [pod('slow', 'PENDING'), pod('broken', 'CREATE_FAIL')] }),
    nodes: [{ id: 'n', name: 'n', state: 'RUNNING' }],
  });
  await expect.element(row(/broken/).getByText('Failing')).toBeVisible();
  await expect.element(row(/slow/).getByText('Starting')).toBeVisible();
});

test('a hidden list stops polling, reads again when it is visible, and says when it was read', async () => {
  // Waiting for the page moves this clock, too.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  let reads = 0;
  await renderWith({
    list: () => {
      reads++;
      return listOf(makeRecord('edge-web'));
    },
  });
  await expect.element(page.getByText(/^Updated (?:just now|\d s ago)$/)).toBeVisible();
  await vi.advanceTimersByTimeAsync(5000);
  await expect.poll(() => reads).toBeGreaterThan(1);
  hidePage(true);
  const last = reads;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(reads).toBe(last);
  await expect.element(page.getByText('Updated 2 min ago')).toBeVisible();
  hidePage(false);
  await expect.poll(() => reads).toBeGreaterThan(last);
  await expect.element(page.getByText(/^Updated (?:just now|\d s ago)$/)).toBeVisible();
});

test('the numbers of an offline node are not trusted', async () => {
  await renderWith({
    list: () => listOf(makeRecord('kiosk', { node_ids: ['n'] })),
    nodes: [{ id: 'n', name: 'n', state: 'UNCONNECTED' }],
  });
  await expect.element(row(/kiosk/).getByText('Node offline')).toBeVisible();
  await expect.element(row(/kiosk/).getByText('? / 1')).toBeVisible();
});

test('search, state and tag narrow the list, and the address keeps them', async () => {
  await renderWith({
    list: () =>
      listOf(
        makeRecord('edge-web', { tags: [{ key: 'site', value: 'sz' }] }),
        makeRecord('edge-db', { tags: [] }),
        makeRecord('frozen', { state: 'FREEZE' }),
      ),
  });
  await page.getByRole('searchbox', { name: 'Search deployments' }).fill('edge');
  await expect.element(row(/edge-db/)).toBeVisible();
  await expect.element(row(/frozen/)).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: 'Tag' }).selectOptions('site=sz');
  await expect.element(row(/edge-db/)).not.toBeInTheDocument();
  expect(location.search).toBe('?q=edge&tag=site%3Dsz');
  await page.getByRole('searchbox', { name: 'Search deployments' }).fill('nothing like it');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.element(heading('Deployments')).toHaveFocus();
  await page.getByRole('button', { name: 'Frozen 1' }).click();
  expect(location.search).toBe('?state=frozen');
  await expect.element(row(/edge-web/)).not.toBeInTheDocument();
  await expect.element(row(/frozen/)).toBeVisible();
});

test('a column sorts both ways, and the list has pages', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `app-${index}`);
  await renderWith({ list: () => listOf(...names.map((name) => makeRecord(name))) });
  await page.getByRole('button', { name: 'Name' }).click();
  await expect.element(row(/app-0/)).toBeVisible();
  await expect.element(page.getByText('1 to 25 of 30')).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.element(row(/app-29/)).toBeVisible();
  await page.getByRole('button', { name: 'Name' }).click();
  await expect.element(page.getByRole('row').nth(1)).toHaveTextContent('app-29');
});

test('selected deployments, also those of other pages, are given to the actions', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `app-${index}`);
  await renderWith(
    { list: () => listOf(...names.map((name) => makeRecord(name))) },
    { selectionActions: (selected) => <b>{selected.map(({ name }) => name).join(' ')}</b> },
  );
  await page.getByRole('checkbox', { name: 'Select app-3', exact: true }).click();
  await expect.element(page.getByText('app-3', { exact: true }).nth(0)).toBeVisible();
  await page.getByRole('button', { name: 'Select all 30' }).click();
  await expect.element(page.getByText('30 selected')).toBeVisible();
  await expect.element(page.getByText(/app-28 app-29$/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await expect.element(page.getByText('30 selected')).not.toBeInTheDocument();
});

test('deployments that the filters hide stay selected, and the bar says how many they are', async () => {
  await renderWith(
    { list: () => listOf(makeRecord('edge-web'), makeRecord('edge-db'), makeRecord('kiosk')) },
    { selectionActions: (selected) => <b>{selected.map(({ name }) => name).join(' ')}</b> },
  );
  await page.getByRole('checkbox', { name: 'Select kiosk' }).click();
  await page.getByRole('searchbox', { name: 'Search deployments' }).fill('edge');
  await expect
    .element(page.getByText('1 selected, 1 of them hidden by the filters', { exact: true }))
    .toBeVisible();
  await page.getByRole('button', { name: 'Select all 2' }).click();
  await expect
    .element(page.getByText('3 selected, 1 of them hidden by the filters', { exact: true }))
    .toBeVisible();
  await expect.element(page.getByText('edge-web edge-db kiosk')).toBeVisible();
});

test('with the keyboard, the focus stays on Select all, and goes to the table as the selection ends', async () => {
  await renderWith(
    { list: () => listOf(makeRecord('a'), makeRecord('b')) },
    {
      selectionActions: (_selected, clear) => (
        <button type="button" onClick={clear}>
          Delete
        </button>
      ),
    },
  );
  const all = page.getByRole('button', { name: 'Select all 2' });
  const ofPage = page.getByRole('checkbox', { name: 'Select all on this page' });
  await page.getByRole('checkbox', { name: 'Select a', exact: true }).click();
  focus(all);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('status').filter({ hasText: '2 selected' })).toBeVisible();
  await expect.element(all).toHaveFocus();
  await expect.element(all).toHaveAttribute('aria-disabled', 'true');
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByText('2 selected')).not.toBeInTheDocument();
  await expect.element(ofPage).toHaveFocus();
  await userEvent.keyboard(' ');
  focus(page.getByRole('button', { name: 'Delete' }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('2 selected')).not.toBeInTheDocument();
  await expect.element(ofPage).toHaveFocus();
});

test('on phones, all deployments of the page are selected with a named checkbox', async () => {
  await page.viewport(390, 800);
  await renderWith(
    { list: () => listOf(makeRecord('a'), makeRecord('b')) },
    { selectionActions: () => null },
  );
  const text = page.getByText('Select all on this page');
  await expect.element(text).toBeVisible();
  expect(text.element().getBoundingClientRect().width).toBeGreaterThan(100);
  const edge = (name: string) =>
    page.getByRole('checkbox', { name, exact: true }).element().getBoundingClientRect().right;
  expect(edge('Select all on this page')).toBe(edge('Select a'));
  await text.click();
  await expect.element(page.getByRole('group', { name: '2 selected' })).toBeVisible();
  await text.click();
  await expect.element(page.getByRole('group', { name: '2 selected' })).not.toBeInTheDocument();
});
