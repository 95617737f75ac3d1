import { afterEach, expect, test } from 'vitest';
import { vendorDeployments, vendorPods } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { deploymentQuery, instancesQuery } from './one-deployment.ts';

afterEach(() => replaceClient());

const run = (query: { queryFn?: unknown }): Promise<unknown> =>
  (query.queryFn as (context: { signal: AbortSignal }) => Promise<unknown>)({
    signal: new AbortController().signal,
  });
const show = () => run(deploymentQuery(getSession(), 'abc'));

test('a deployment is read from the vendor’s example, with its whole record', async () => {
  const [record] = vendorDeployments.deployments;
  answerRequests(async () => Response.json(record));
  expect(await show()).toMatchObject({ id: record!.id, name: record!.name, raw: record });
});

test('a 404 of the service means that the deployment does not exist', async () => {
  answerRequests(async () => Response.json({ error_code: 'IEF.404' }, { status: 404 }));
  expect(await show()).toBeNull();
});

test.each([
  ['our server', { error_code: 'BUILDER.not_found' }],
  ['the gateway', { error_code: 'APIGW.0101' }],
  ['a proxy', undefined],
])('a 404 of %s does not', async (_case, json) => {
  answerRequests(async () =>
    json ? Response.json(json, { status: 404 }) : new Response('<html>', { status: 404 }),
  );
  await expect(show()).rejects.toMatchObject({ status: 404 });
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
