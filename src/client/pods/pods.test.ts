import { afterEach, expect, test } from 'vitest';
import { vendorPods } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { instancesQuery, listPods } from './pods.ts';

afterEach(() => replaceClient());

const run = (query: { queryFn?: unknown }): Promise<unknown> =>
  (query.queryFn as (context: { signal: AbortSignal }) => Promise<unknown>)({
    signal: new AbortController().signal,
  });

test('instances are read from the vendor’s example', async () => {
  answerRequests(async () => Response.json(vendorPods));
  expect(await run(instancesQuery(getSession(), 'abc'))).toEqual([
    {
      id: '3e64d98a-37c5-43a6-9bfe-052b9083e362',
      name: 'app-test-69f9dc4b67-wfwn6',
      nodeId: 'bcd83056c918480f8f190844bd425b23',
      state: 'RUNNING',
      reason: '',
      message: '',
      createdAt: '2019-10-10T02:24:02.325Z',
      restarts: 0,
      deploymentId: 'abc',
      containers: [expect.objectContaining({ name: 'container-0', image: 'nginx:latest' })],
    },
  ]);
});

test('restarts are added up, and a container explains a pod without a reason', async () => {
  const containers = [
    { restarts: 2 },
    { restarts: 1, reason: 'CrashLoopBackOff', message: 'back-off' },
  ].map((more) => ({ name: 'c', image_url: 'nginx', ...more }));
  answerRequests(async () => Response.json({ pods: [{ id: '1', name: 'p', containers }] }));
  expect(await run(instancesQuery(getSession(), 'abc'))).toMatchObject([
    { restarts: 3, reason: 'CrashLoopBackOff', message: 'back-off' },
  ]);
});

test('the instances of many deployments are asked for in groups of 50', async () => {
  const asked: number[] = [];
  answerRequests(async (url) => {
    asked.push(new URL(url, 'http://x').searchParams.get('deployment_ids')!.split(',').length);
    return Response.json({ pods: [] });
  });
  await listPods(
    getSession(),
    Array.from({ length: 120 }, (_, index) => `id-${index}`),
  );
  expect(asked).toEqual([50, 50, 20]);
});
