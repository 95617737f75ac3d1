import { enterPageExample } from './enter-page-example.ts';
import { expect, test } from './fixtures.ts';
import { startMock, startRecorder, startServerWithTarget } from './running-servers.ts';

test('a live target gets byte for byte what the preview showed', async ({
  page,
  wizard,
  projectId,
}) => {
  // The target is the mock as a process of its own, with a hop before it that keeps what arrives.
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
    await expect(page.getByText('Deployment app was created.')).toBeVisible();

    const creates = recorder.arrivals.filter((arrival) => arrival.method === 'POST');
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
