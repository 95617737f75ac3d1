import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import { QuotasCard } from './QuotasCard.tsx';

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => {
  queryClient.clear();
  replaceClient();
  changeSession({ edition: 'professional', instanceId: '' });
});

const render = (card: ReactNode) =>
  renderEditor(initialBody, <QueryProvider>{card}</QueryProvider>);
const quotasOf =
  (...resources: object[]) =>
  () =>
    Response.json({ quotas: { resources } });
const item = (text: string) => page.getByRole('listitem').filter({ hasText: text });

test('quotas are bars with numbers, that of deployments first; one that is nearly used up says so', async () => {
  answerRequests(
    quotasOf(
      { type: 'edge_node', used: 7, quota: 50 },
      { type: 'secret', used: 45, quota: 50 },
      { type: 'deployment', used: 1500, quota: 1500 },
      { type: 'new_kind', used: 0, quota: 20 },
      { type: 'tag', used: 0, quota: 20 },
    ),
  );
  await render(<QuotasCard />);
  await expect.element(item('Deployments').getByText('1,500 of 1,500')).toBeVisible();
  expect(
    page
      .getByRole('listitem')
      .elements()
      .map((one) => one.textContent),
  ).toEqual([
    'Deployments1,500 of 1,500Used up',
    'Edge nodes7 of 50',
    'Secrets45 of 50Nearly used up',
    'new_kind0 of 20',
    'Tags per resourceat most 20',
  ]);
  const bars = (text: string) =>
    [...item(text).element().querySelectorAll('rect')].map((bar) => bar.getAttribute('width'));
  expect(bars('Edge nodes')).toEqual(['100%', '14%']);
  expect(bars('new_kind')).toEqual(['100%']);
});

test.each([
  [403, 'You have no permission', 'Could not be loaded (You have no permission).'],
  [400, 'is broken', 'Could not be loaded (is broken).'],
])('quotas that are refused with %d say why', async (status, error_msg, text) => {
  answerRequests(() => Response.json({ error_code: 'IEF.1', error_msg }, { status }));
  await render(<QuotasCard />);
  await expect.element(page.getByText(text)).toBeVisible();
});

function makeRow(name: string, groupId: string): DeploymentRow {
  return {
    id: `id-${name}`,
    name,
    groupId,
    state: '',
    nodeIds: [],
    images: [],
    tags: [],
    createdMs: undefined,
    searchText: '',
    nameKey: '',
    replicas: 1,
    readyReplicas: 1,
  };
}

const node = (id: string) => ({ id, name: id, state: 'RUNNING' });

test('node groups of the instance are listed with their nodes and deployments', async () => {
  changeSession({ edition: 'platinum', instanceId: 'an-instance' });
  let instance: string | null = null;
  answerRequests((_url, { headers }) => {
    instance = new Headers(headers).get('ief-instance-id');
    return Response.json({
      edge_groups: [
        { id: 'g1', name: 'plant-1', nodes: [node('a'), node('b')] },
        { id: 'g2', name: 'plant-2', nodes: [] },
      ],
      count: 2,
    });
  });
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `app-${letter}`);
  await render(
    <GroupsCard rows={[makeRow('other', ''), ...names.map((name) => makeRow(name, 'g1'))]} />,
  );
  await expect.element(page.getByRole('link', { name: 'plant-1' })).toBeVisible();
  expect(instance).toBe('an-instance');
  await expect.element(item('plant-1').getByText('2 nodes')).toBeVisible();
  expect(item('plant-1').getByRole('link').elements()).toHaveLength(6);
  await expect.element(item('plant-1').getByText('and 2 more')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'app-a' }))
    .toHaveAttribute('href', expect.stringContaining('/deployments/id-app-a'));
  await expect.element(item('plant-2').getByText('no deployments')).toBeVisible();
});

test('an instance without node groups, and one whose groups are refused, say so', async () => {
  answerRequests(() => Response.json({ edge_groups: [], count: 0 }));
  const { unmount } = await render(<GroupsCard rows={[]} />);
  await expect.element(page.getByText('This instance has no node groups.')).toBeVisible();
  await unmount();
  queryClient.clear();
  answerRequests(() => Response.json({ error_code: 'IEF.1', error_msg: 'no' }, { status: 403 }));
  await render(<GroupsCard rows={[]} />);
  await expect.element(page.getByText('Could not be loaded (no).')).toBeVisible();
});
