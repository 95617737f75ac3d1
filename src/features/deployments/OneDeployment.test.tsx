import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { forgetBaseline } from '#src/client/pods/baselines.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { listRequests } from '#src/client/requests/request-database.ts';
import { changeSession } from '#src/client/session/session.ts';
import { vendorDeployments } from '#src/domain/api/answers/vendor-answers.fixture.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { focus } from '#src/testing/keyboard.ts';
import { hidePage } from '#src/testing/hide-page.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { OneDeployment } from './OneDeployment.tsx';
import {
  connection,
  northTarget,
  requestSignIn,
} from '#src/client/connection/connection.testing.ts';

beforeEach(() => {
  queryClient.clear();
  sessionStorage.clear();
  forgetBaseline(record!.id);
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  queryClient.clear();
  replaceClient();
});

const [record] = vendorDeployments.deployments;

async function renderWith(
  deployment: () => Response | Promise<Response>,
  pods: () => Response = () => Response.json({ pods: [] }),
  change: () => Response | Promise<Response> | undefined = () => undefined,
  nodes: readonly object[] = [],
) {
  answerRequests((url, { method = 'GET' }) => {
    if (method !== 'GET') return change();
    if (url.endsWith('/api/targets')) return Response.json({ targets: [northTarget] });
    if (url.endsWith('/api/session')) return Response.json({ state: 'open', kind: null });
    if (url.includes('/pods?')) return pods();
    if (url.includes('/deployments/')) return deployment();
    return Response.json({ nodes, count: nodes.length });
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
  expect(requestSignIn).toHaveBeenLastCalledWith('token', expect.objectContaining({}), undefined);
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

test('a failure stays on the page while it is tried again, with its code and meaning', async () => {
  let isSlow = false;
  await renderWith(() =>
    isSlow
      ? new Promise<Response>(() => undefined)
      : refused(400, 'IEF.100001', 'PROJECT_ID not found'),
  );
  await expect.element(page.getByText('The project was not found.')).toBeVisible();
  await expect.element(page.getByText('IEF.100001')).toBeVisible();
  isSlow = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await expect.element(heading('The deployment could not be loaded')).toBeVisible();
  expect(page.getByText('What to do:').elements()).toEqual([]);
});

test('the sign-in shows the refusal of the target', async () => {
  await renderWith(() => refused(401, 'APIGW.0301', 'Incorrect IAM authentication information'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  expect(requestSignIn).toHaveBeenLastCalledWith(
    'token',
    expect.objectContaining({}),
    expect.objectContaining({ message: 'Incorrect IAM authentication information' }),
  );
});

test.each([
  ['created', { created_at: '2019-10-10T02:24:02Z' }, /The node has started no instance/],
  [
    'deleting',
    { state: 'PENDING_DELETE', created_at: '2019-10-10T02:24:02Z' },
    /The node has to confirm the deletion/,
  ],
])('a deployment that is stuck while %s has a next check', async (_case, more, help) => {
  const clock = vi.spyOn(Date, 'now');
  clock.mockReturnValue(new Date('2026-01-01T00:00:00Z').getTime());
  await renderWith(() => Response.json({ ...record, ready_replicas: 0, ...more }));
  await expect.element(heading(record!.name)).toBeVisible();
  clock.mockReturnValue(new Date('2026-01-01T00:07:00Z').getTime());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.element(page.getByText(/^Nothing has changed for/)).toBeVisible();
  await expect.element(page.getByText(help)).toBeVisible();
  await expect.element(page.getByText('edgectl diagnose node', { exact: true })).toBeVisible();
  clock.mockRestore();
});

test('a hidden page stops polling, reads again when it is visible, and says when it was read', async () => {
  // Waiting for the page moves this clock, too.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    now: new Date(2026, 0, 1, 9, 0, 0),
  });
  const reads = { deployment: 0, pods: 0 };
  const count = (key: keyof typeof reads, answer: object) => () => {
    reads[key]++;
    return Response.json(answer);
  };
  const hasReadMore = (last: typeof reads) =>
    reads.deployment > last.deployment && reads.pods > last.pods;
  await renderWith(count('deployment', record!), count('pods', { pods: [pod()] }));
  await expect.element(page.getByText(/^Updated at 09:00:\d\d$/)).toBeVisible();
  const first = { ...reads };
  await vi.advanceTimersByTimeAsync(3000);
  await expect.poll(() => hasReadMore(first)).toBe(true);
  hidePage(true);
  const last = { ...reads };
  await vi.advanceTimersByTimeAsync(120_000);
  expect(reads).toEqual(last);
  expect(page.getByText(/^Updated at 09:00:/).elements()).toHaveLength(1);
  hidePage(false);
  await expect.poll(() => hasReadMore(last)).toBe(true);
  await expect.element(page.getByText(/^Updated at 09:02:\d\d$/)).toBeVisible();
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

const pod = (more: object = {}) => ({
  id: 'pod-1',
  name: 'app-test-69f9-wfwn6',
  state: 'RUNNING',
  containers: [
    { name: 'main', image_url: 'swr.cn-north-4.myhuaweicloud.com/a/web:1', restarts: 0 },
  ],
  ...more,
});
const listing = (...pods: object[]) => Response.json({ pods });

test('a failed pull is explained, with the likely cause first and commands that name the instance', async () => {
  const failed = {
    state: 'CREATE_FAIL',
    reason: 'ErrImagePull',
    message: 'lookup swr: no such host',
  };
  await renderWith(
    () => Response.json({ ...record, ready_replicas: 0 }),
    () => listing(pod(failed)),
  );
  await expect
    .element(page.getByRole('heading', { name: /image could not be pulled: main/ }))
    .toBeVisible();
  const causes = page.getByRole('list', { name: /^Possible causes/ }).getByRole('listitem');
  await expect.element(causes.first()).toHaveTextContent(/cannot resolve.*likely/);
  expect(causes.elements()).toHaveLength(7);
  for (const command of [
    'edgectl diagnose pod app-test-69f9-wfwn6',
    'ping -c 3 obs.cn-north-4.myhuaweicloud.com',
  ])
    await expect.element(page.getByText(command, { exact: true })).toBeVisible();
  await expect.element(page.getByText(/The API of IEF offers no logs/)).toBeVisible();
});

test('while a pull backs off, the page keeps the reason of the last failed one', async () => {
  let isTrying = true;
  await renderWith(
    () => Response.json({ ...record, ready_replicas: 0 }),
    () =>
      listing(
        pod({
          state: 'CREATE_FAIL',
          reason: isTrying ? 'ErrImagePull' : 'ImagePullBackOff',
          message: isTrying ? 'pull access denied' : 'Back-off pulling image "web:1"',
        }),
      ),
  );
  await expect
    .element(page.getByText(/^Reported by the service:.*pull access denied/))
    .toBeVisible();
  isTrying = false;
  await expect
    .element(page.getByText(/^Before that, it reported:.*pull access denied/), { timeout: 8000 })
    .toBeVisible();
  const causes = page.getByRole('list', { name: /^Possible causes/ }).getByRole('listitem');
  await expect.element(causes.first()).toHaveTextContent(/may not pull the image.*likely/);
});

test('the age of an instance is that on the clock of the target', async () => {
  const HOUR_MS = 3_600_000;
  const theirs = Date.now() + 24 * HOUR_MS;
  const headers = { 'X-Upstream-Date': new Date(theirs).toUTCString() };
  const created_at = new Date(theirs - 2 * HOUR_MS - 60_000).toISOString();
  await renderWith(
    () => Response.json(record, { headers }),
    () => listing(pod({ created_at })),
  );
  await expect.element(page.getByRole('cell', { name: '2 h ago' })).toBeVisible();
});

test('a restart is confirmed, and the instance is ready only after it has restarted', async () => {
  let restarts = 0;
  const restarted = () => pod({ containers: [{ name: 'main', image_url: 'nginx', restarts }] });
  await renderWith(
    () => Response.json(record),
    () => listing(restarted()),
    () => Response.json('accepted', { status: 202 }),
  );
  await page.getByRole('button', { name: 'Restart app-test-69f9-wfwn6' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  await expect.element(page.getByText('The service accepted the restart.')).toBeVisible();
  await expect.element(page.getByText(/^Waiting for the restart/)).toBeVisible();
  expect((await listRequests())[0]).toMatchObject({
    action: 'restartPod',
    name: record!.name,
    outcome: 'done',
    status: 202,
    pods: [{ name: 'app-test-69f9-wfwn6', outcome: 'done' }],
  });
  restarts = 1;
  await expect
    .element(page.getByText('The instance has restarted since the request and is running.'), {
      timeout: 8000,
    })
    .toBeVisible();
});

test.each([
  [403, 'The instance was not deleted (no).'],
  [504, 'It is not known whether the instance was deleted (no).'],
])('a deletion answered with %d says so', async (status, text) => {
  await renderWith(
    () => Response.json(record),
    () => listing(pod()),
    () => refused(status, 'X'),
  );
  await page.getByRole('button', { name: 'Delete app-test-69f9-wfwn6' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText(text)).toBeVisible();
});

test('a second action waits for the response to the first, whose result stays beside the next question', async () => {
  let answer: (response: Response) => void = () => undefined;
  const answered = new Promise<Response>((resolve) => (answer = resolve));
  await renderWith(
    () => Response.json(record),
    () => listing(pod({ id: 'a', name: 'first' }), pod({ id: 'b', name: 'second' })),
    () => answered,
  );
  const next = page.getByRole('button', { name: 'Delete second' });
  const dialog = page.getByRole('dialog');
  const done = page.getByText('The service accepted the deletion.');
  await page.getByRole('button', { name: 'Delete first' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText('Sending the request…')).toBeVisible();
  await expect.element(next).toHaveAttribute('aria-disabled', 'true');
  await expect.element(next).toHaveAccessibleDescription(/Wait for the response/);
  focus(next);
  await userEvent.keyboard('{Enter}');
  expect(dialog.elements()).toEqual([]);
  answer(new Response(null, { status: 204 }));
  await expect.element(done).toBeVisible();
  await next.click();
  await expect.element(dialog.getByText('second')).toBeVisible();
  expect(done.elements()).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(done).toBeVisible();
  focus(page.getByRole('status').filter({ has: done }).getByRole('button', { name: 'Dismiss' }));
  await userEvent.keyboard('{Enter}');
  await expect.element(heading(record!.name)).toHaveFocus();
});

test('a group is offline if all nodes that the record lists are, as in the list', async () => {
  const down = { id: 'n', name: 'n', state: 'UNCONNECTED' };
  await renderWith(
    () => Response.json({ ...record, group_id: 'line-7', node_ids: ['n'] }),
    undefined,
    undefined,
    [down],
  );
  await expect.element(page.getByText('Node offline')).toBeVisible();
  await expect.element(page.getByText('No node of group line-7 is connected')).toBeVisible();
});

test('the body is what a request would send: with its source, and the scheme in upper case', async () => {
  const readiness_probe = { http_get: { path: '/', port: 80, scheme: 'http' } };
  const template = { containers: [{ name: 'web', image_url: 'nginx', readiness_probe }] };
  await renderWith(() => Response.json({ ...record, source: 'userdefine', template }));
  const body = page.getByRole('region', { name: 'Body' });
  await expect.element(body).toHaveTextContent('"source": "userdefined"');
  await expect.element(body).toHaveTextContent('"scheme": "HTTP"');
});
