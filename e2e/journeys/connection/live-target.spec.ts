import { confirmCreate } from '../../support/confirm-create.ts';
import { enterPageExample } from '../../support/enter-page-example.ts';
import { expect, test } from '../../support/fixtures.ts';
import { startRecorder } from '../../support/network.ts';
import { startMock, startServerWithTarget } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('without a token no list is requested, and each list offers to sign in', async ({
  page,
  wizard,
  projectId,
}) => {
  const mock = await startMock({ MOCK_TOKENS: 'token-of-the-person' });
  const recorder = await startRecorder(mock.url);
  const server = await startServerWithTarget(recorder.url);
  try {
    await storeDocument(
      page,
      goodBody({
        container: {
          envs: [{ name: 'A', value_from: { secret: { name: 's', key: 'k' } } }],
          volumes: [{ name: 'v', type: 'configMap', source: 'c', destination: '/c' }],
        },
      }),
      server.url,
    );
    await page.goto(`${server.url}/new/basics`);
    await page.getByRole('button', { name: /Open connection/ }).click();
    await page.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await page.getByRole('button', { name: 'Apply' }).click();
    await wizard.goTo('Volumes');
    await expect(page.getByLabel('Volume name')).toHaveValue('v');
    await wizard.goTo('Containers');
    await page.getByText('Environment', { exact: true }).click();
    await expect(wizard.row('Variable 1').getByLabel('Secret name')).toHaveValue('s');
    await wizard.goTo('Target');
    await expect(page.getByText('A token is needed to load this list.')).toBeVisible();
    await page.getByRole('button', { name: 'Change in connection' }).click();
    await page.getByLabel('Edition', { exact: true }).selectOption('platinum');
    await page.getByLabel('Instance ID').fill('an-instance');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('A node group', { exact: true }).click();
    await expect(page.getByText('A token is needed to load this list.')).toBeVisible();
    await page.getByText('An edge node', { exact: true }).click();
    await wizard.changeConnection({ edition: 'professional' });
    expect(recorder.requests).toEqual([]);

    await page.getByRole('button', { name: 'Sign in to load the list' }).click();
    await page.getByRole('dialog').getByLabel('Token').fill('token-of-the-person');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();
    expect(recorder.requests.length).toBeGreaterThan(0);
  } finally {
    await Promise.all([server.stop(), recorder.stop(), mock.stop()]);
  }
});

test('a live target receives exactly the bytes of the preview', async ({
  page,
  wizard,
  projectId,
}) => {
  // The target is a standalone mock behind a proxy that records requests.
  const mock = await startMock({ MOCK_TOKENS: 'token-of-the-person' });
  const recorder = await startRecorder(mock.url);
  const server = await startServerWithTarget(recorder.url);
  try {
    await page.goto(`${server.url}/`);
    await page.getByRole('button', { name: /Open connection/ }).click();
    await page.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await page.getByLabel('Token').fill('token-of-the-person');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('button', { name: /^Live: Edge live/ })).toBeVisible();

    await enterPageExample(wizard);
    const shown = await wizard.previewText();
    await wizard.goTo('Review');
    await page.getByRole('button', { name: /^Create on Edge live/ }).click();
    await confirmCreate(page);
    await expect(page.getByText('Deployment app was created.')).toBeVisible();

    const creates = recorder.requests.filter(({ method }) => method === 'POST');
    expect(creates).toHaveLength(1);
    const [create] = creates;
    expect(create!.path).toBe(`/v3/${projectId}/edgemgr/deployments`);
    expect(create!.body.equals(Buffer.from(shown, 'utf8'))).toBe(true);
    expect(create!.headers['x-auth-token']).toBe('token-of-the-person');
    expect(create!.headers['cookie']).toBeUndefined();

    const listed = await fetch(`${mock.url}/v3/${projectId}/edgemgr/deployments`, {
      headers: { 'X-Auth-Token': 'token-of-the-person' },
    });
    expect(await listed.json()).toMatchObject({ count: 1, deployments: [{ name: 'app' }] });
  } finally {
    await Promise.all([server.stop(), recorder.stop(), mock.stop()]);
  }
});
