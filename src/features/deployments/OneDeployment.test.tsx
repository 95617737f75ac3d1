import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { vendorDeployments } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { OneDeployment } from './OneDeployment.tsx';
import { connection, northTarget, requestSignIn } from './testing/connection.testing.ts';

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => {
  queryClient.clear();
  replaceClient();
});

const [record] = vendorDeployments.deployments;

async function renderWith(
  deployment: () => Response,
  pods: () => Response = () => Response.json({ pods: [] }),
) {
  answerRequests((url) => {
    if (url.endsWith('/api/targets')) return Response.json({ targets: [northTarget] });
    if (url.endsWith('/api/session')) return Response.json({ state: 'open', kind: null });
    if (url.includes('/pods?')) return pods();
    if (url.includes('/deployments/')) return deployment();
    return Response.json({ nodes: [], count: 0 });
  });
  return renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <QueryProvider>
        <OneDeployment id="abc" />
      </QueryProvider>
    </ConnectionContext>,
  );
}
const refused = (status: number, code: string, message = 'no') =>
  Response.json({ error_code: code, error_msg: message }, { status });
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

test('without a token nothing is requested, and a button leads to the sign-in', async () => {
  changeSession({ token: '' });
  let count = 0;
  await renderWith(() => {
    count++;
    return refused(401, 'APIGW.0301');
  });
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(requestSignIn).toHaveBeenLastCalledWith('token', expect.objectContaining({}));
  expect(count).toBe(0);
});

test.each([
  ['a refused token', 401, 'APIGW.0301', 'A token is needed to view this deployment'],
  ['a missing permission', 403, 'IEF.403', 'You may not view this deployment'],
  ['a deployment that does not exist', 404, 'IEF.404', 'This deployment does not exist'],
  ['a refused request', 400, 'IEF.100001', 'The deployment could not be loaded'],
])('%s has a screen of its own', async (_case, status, code, title) => {
  await renderWith(() => refused(status, code));
  await expect.element(heading(title)).toBeVisible();
});

test('after a failure the user can try again', async () => {
  let isDown = true;
  await renderWith(() => (isDown ? refused(400, 'IEF.1', 'is broken') : Response.json(record)));
  await expect.element(page.getByText('is broken')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(heading(record!.name)).toBeVisible();
});

test('instances that may not be listed leave the deployment visible', async () => {
  await renderWith(
    () => Response.json(record),
    () => refused(403, 'IEF.403'),
  );
  await expect
    .element(page.getByText('You may not list the instances of this project.'))
    .toBeVisible();
  await expect.element(heading(record!.name)).toBeVisible();
});

test('if the last reading failed, the page says that it is old', async () => {
  let isDown = false;
  await renderWith(() => (isDown ? refused(403, 'IEF.403', 'revoked') : Response.json(record)));
  await expect.element(heading(record!.name)).toBeVisible();
  isDown = true;
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.element(page.getByText('It shows the last known state.')).toBeVisible();
});
