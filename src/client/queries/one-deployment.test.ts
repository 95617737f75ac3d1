import { afterEach, expect, test } from 'vitest';
import { vendorDeployments } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { answerRequests } from '../http/answer-requests.testing.ts';
import { replaceClient } from '../http/request.ts';
import { getSession } from '../session/session.ts';
import { deploymentQuery } from './one-deployment.ts';

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
