import { useQuery } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import { nodesQuery, type NodeRecord } from '#src/client/queries/resources.ts';
import { getSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { usageOfRecord } from '#src/domain/preflight/deployment-use.ts';
import { getIn } from '#src/json/get-in.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { NodePicker } from './TargetPicker.tsx';

const path = ['node_ids', 0];

const node = (at: number, more: Partial<NodeRecord> = {}): NodeRecord => ({
  id: `id-${at}`,
  name: `gateway-${at}`,
  state: 'RUNNING',
  arch: 'x86_64',
  hasGpu: false,
  hasNpu: false,
  npuType: '',
  hostIps: [`10.0.0.${at}`],
  gpuCount: 0,
  cpu: 4,
  memory: 8192,
  updatedMs: Date.now() - 12_500,
  tags: [`line=${at}`],
  ...more,
});

const nodes = [
  node(1),
  node(2),
  node(3, { arch: 'aarch64' }),
  node(4, { state: 'UNCONNECTED' }),
  node(5, { hasGpu: true, gpuCount: 2 }),
  node(6, { hasNpu: true, npuType: 'D310' }),
];

function Nodes() {
  const query = useQuery({ ...nodesQuery(getSession()), enabled: false });
  return <NodePicker query={query} lack={undefined} path={path} />;
}

async function renderNodes(records: readonly NodeRecord[] = nodes) {
  const session = getSession();
  queryClient.setQueryData(nodesQuery(session).queryKey, { records, isComplete: true });
  queryClient.setQueryData(deploymentNamesQuery(session).queryKey, [
    usageOfRecord({
      id: 'd',
      name: 'db',
      node_ids: ['id-1'],
      template: { containers: [{ resources: { requests: { cpu: '1.5', memory: '2048' } } }] },
    }),
  ]);
  return renderEditor(
    initialBody,
    <QueryProvider>
      <Nodes />
    </QueryProvider>,
  );
}

const list = page.getByRole('group', { name: 'Edge nodes of the project' });
const search = list.getByRole('searchbox', { name: 'Search' });
const rows = () =>
  [...document.querySelectorAll('[translate="no"]')].map((name) => name.textContent).toSorted();

beforeEach(() => queryClient.clear());

test('an option shows state, hardware, capacity and the age of its record', async () => {
  await renderNodes();
  const first = list.getByRole('button', { name: 'gateway-1' });
  await expect.element(first).toHaveAccessibleName(/x86_64.*10\.0\.0\.1.*id-1/);
  await expect.element(first).toHaveAccessibleName(/Running/);
  await expect.element(first).toHaveAccessibleName(/CPU, cores 1\.5 \/ 4/);
  await expect.element(first).toHaveAccessibleName(/Memory, GB 2 \/ 8/);
  await expect.element(list.getByRole('button', { name: /2 × GPU/ })).toBeVisible();
  await expect.element(list.getByRole('button', { name: /NPU D310/ })).toBeVisible();
});

test.each([
  ['a name', 'gateway-3', ['gateway-3']],
  ['an ID', 'id-2', ['gateway-2']],
  ['an IP address', '10.0.0.4', ['gateway-4']],
  ['a state', 'not connected', ['gateway-4']],
  ['an architecture', 'aarch64', ['gateway-3']],
  ['a tag', 'line=6', ['gateway-6']],
  ['two words in any order', 'd310 gateway', ['gateway-6']],
])('the search finds %s, and is not written to the document', async (_case, text, found) => {
  const { store } = await renderNodes();
  await search.fill(text);
  await expect.poll(rows).toEqual(found);
  expect(store.get()).toBe(initialBody);
  await userEvent.keyboard('{Enter}');
  expect(getIn(store.get(), path)).toBe(`id-${found[0]!.at(-1)}`);
});

test('filters can be combined with each other and with the search', async () => {
  await renderNodes();
  await list.getByRole('button', { name: 'Running 5' }).click();
  await list.getByRole('button', { name: 'GPU or NPU 2' }).click();
  await expect.poll(rows).toEqual(['gateway-5', 'gateway-6']);
  await search.fill('npu');
  await expect.poll(rows).toEqual(['gateway-6']);
  await list.getByRole('button', { name: 'GPU or NPU 2' }).click();
  await search.fill('');
  await expect.poll(rows).toHaveLength(5);
});

test('a thousand nodes are shown in parts, with the chosen one first', async () => {
  const many = Array.from({ length: 1000 }, (_, at) => node(at + 1));
  const { store } = await renderNodes(many);
  expect(rows()).toHaveLength(50);
  await search.fill('gateway-777');
  await userEvent.keyboard('{Enter}');
  expect(getIn(store.get(), path)).toBe('id-777');
  await search.fill('');
  await expect
    .element(list.getByRole('button', { name: 'gateway-777' }))
    .toHaveAttribute('aria-pressed', 'true');
  await list.getByRole('button', { name: /^Show more/ }).click();
  await expect.poll(() => rows().length).toBe(101);
});
