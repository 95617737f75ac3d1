import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { vendorDeployments } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { deploymentListQuery, listPollMs } from './deployment-list.ts';

afterEach(() => replaceClient());

const [record] = vendorDeployments.deployments;

function serve(count: number) {
  const records = Array.from({ length: count }, (_, index) => ({ ...record, id: `id-${index}` }));
  answerRequests(async (url) => {
    const offset = Number(new URL(url, 'http://x').searchParams.get('offset'));
    return Response.json({ count, deployments: records.slice(offset, offset + 100) });
  });
  return records;
}

test('a row is read from the vendor’s example', async () => {
  answerRequests(async () => Response.json(vendorDeployments));
  const { rows } = await new QueryClient().fetchQuery(deploymentListQuery(getSession()));
  expect(rows).toEqual([
    {
      id: record!.id,
      name: 'app-test',
      state: '',
      replicas: 1,
      readyReplicas: 1,
      createdMs: Date.UTC(2019, 9, 10, 2, 20, 40, 630),
      nodeIds: record!.node_ids,
      groupId: '',
      images: ['nginx:latest'],
      tags: ['app=test'],
      searchText: `app-test\n${record!.id}\nnginx:latest\napp=test`,
      nameKey: 'app-test',
    },
  ]);
});

test('all pages are read, and the next reading keeps the rows that did not change', async () => {
  serve(250);
  const client = new QueryClient();
  const first = await client.fetchQuery(deploymentListQuery(getSession()));
  expect(first).toMatchObject({ isComplete: true, total: 250, pages: 3 });
  const records = serve(250);
  records[1] = { ...record!, id: 'id-1', ready_replicas: 0 };
  const second = await client.fetchQuery(deploymentListQuery(getSession()));
  expect(second.rows[0]).toBe(first.rows[0]);
  expect(second.rows[1]).not.toBe(first.rows[1]);
  const third = await client.fetchQuery(deploymentListQuery(getSession()));
  expect(third.rows).toBe(second.rows);
});

test('the first pages are shown before the last one has arrived', async () => {
  serve(250);
  const client = new QueryClient();
  const sizes: number[] = [];
  client.getQueryCache().subscribe(({ query }) => {
    const data = query.state.data as { rows: readonly unknown[] } | undefined;
    if (data && sizes.at(-1) !== data.rows.length) sizes.push(data.rows.length);
  });
  await client.fetchQuery(deploymentListQuery(getSession()));
  expect(sizes).toEqual([100, 250]);
});

test('a list that takes many requests is read less often', () => {
  expect([1, 4, 5, 50].map(listPollMs)).toEqual([5000, 5000, 6000, 60_000]);
});
