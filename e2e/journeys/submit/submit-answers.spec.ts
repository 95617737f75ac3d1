import { test } from '../../support/attempts.ts';
import { expect } from '../../support/fixtures.ts';
import { faultTag, goodBody } from '../../support/stored-document.ts';

test('mistake 7: a rejected document can be corrected and sent again', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await wizard.openWith(projectId);
  await page.getByLabel('Deployment name').fill('edge-web');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Tag key').fill('mock-fault');
  await page.getByLabel('Tag value').fill('conflict');
  await wizard.goTo('Target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx:alpine');
  await wizard.goTo('Review');
  const sent = await wizard.previewText();
  await review.submit();

  await expect(review.panel.getByText('The deployment was not created.')).toBeVisible();
  await expect(review.fact('Code')).toHaveText('MOCK.409001');
  await expect(review.fact('Message')).toHaveText('the record is being changed by another request');
  await expect(review.fact('Request ID')).toHaveText(/^[0-9a-f-]{16,}$/);
  expect(await wizard.previewText(), 'the form is unchanged').toBe(sent);
  expect(await review.deploymentsOf(projectId)).toEqual([]);

  await wizard.goTo('Basics');
  await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
  await page.getByRole('button', { name: 'Remove tag 1' }).click();
  await wizard.goTo('Review');
  await review.submit();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  await expect(review.fact('Request ID')).toHaveText(/^[0-9a-f-]{16,}$/);
  expect(await review.deploymentsOf(projectId)).toMatchObject([{ name: 'edge-web' }]);
  expect(review.creates).toHaveLength(2);
});

test('mistake 8: a double click creates once (S35)', async ({ review, projectId }) => {
  await review.openWith(projectId, goodBody());
  await review.button.dblclick();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(review.creates).toHaveLength(1);
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});

test('mistake 8: Enter held down creates once (S35)', async ({ page, review, projectId }) => {
  await review.openWith(projectId, goodBody());
  await review.button.focus();
  // Further `down` calls for a held key are key repeats.
  for (let times = 0; times < 5; times++) await page.keyboard.down('Enter');
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  for (let times = 0; times < 20; times++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(review.creates).toHaveLength(1);
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});

const rejections = [
  { fault: 'unauthorized', code: 'APIGW.0301', words: 'does not accept the token' },
  { fault: 'forbidden', code: 'APIGW.0302', words: 'lacks the permission' },
  { fault: 'conflict', code: 'MOCK.409001', words: 'Another request is changing the record.' },
];

for (const { fault, code, words } of rejections) {
  test(`${fault}: the page says that nothing was created, with the code of the service`, async ({
    wizard,
    review,
    projectId,
  }) => {
    await review.openWith(projectId, goodBody({ tags: [faultTag(fault)] }));
    const sent = await wizard.previewText();
    await review.submit();
    await expect(review.panel.getByText('The deployment was not created.')).toBeVisible();
    await expect(review.panel.getByText(words)).toBeVisible();
    await expect(review.fact('Code')).toHaveText(code);
    await expect(review.fact('Request ID')).not.toBeEmpty();
    expect(await wizard.previewText()).toBe(sent);
    expect(review.creates).toEqual([sent]);
    await expect(review.button).toHaveAttribute('aria-disabled', 'false');
  });
}

test('throttle: counts down the wait that the service asks for, then allows a submit (S21)', async ({
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('throttle')] }));
  await review.submit();
  await expect(review.fact('Code')).toHaveText('MOCK.429001');
  await expect(review.main.getByText(/^You can submit again in [1-5] s\.$/)).toBeVisible();
  await expect(review.button).toHaveAttribute('aria-disabled', 'true');
  await review.button.click({ force: true });
  await expect(review.button).toHaveAttribute('aria-disabled', 'false', { timeout: 10_000 });
  expect(review.creates).toHaveLength(1);
});

for (const fault of ['error-500', 'html']) {
  test(`${fault}: outcome unknown; after a minute without a match it can be sent again (S19, S23)`, async ({
    page,
    wizard,
    review,
    projectId,
  }) => {
    await page.clock.install();
    await review.openWith(projectId, goodBody({ tags: [faultTag(fault)] }));
    const sent = await wizard.previewText();
    await review.submit();
    await expect(review.panel.getByText('It is not known whether')).toBeVisible();
    await expect(review.button).toHaveAttribute('aria-disabled', 'true');
    await expect(review.panel.getByText('it is not in the list yet')).toBeVisible();
    await page.clock.fastForward('01:01');
    await expect(review.panel.getByText('“edge-web” was not created.')).toBeVisible();
    expect(review.creates).toEqual([sent]);
    expect(await wizard.previewText()).toBe(sent);

    // The same body is a new attempt now, not a replay of the old response.
    const response = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await review.submit();
    expect(await (await response).headerValue('Idempotency-Replayed')).toBeNull();
    await expect(review.panel.getByText('It is not known whether')).toBeVisible();
    expect(review.creates).toEqual([sent, sent]);
    expect(await review.deploymentsOf(projectId)).toEqual([]);
  });
}

test('request and response are shown in full, without secrets', async ({
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('conflict')] }));
  const sent = await wizard.previewText();
  await review.submit();
  await review.panel.getByText('Request and response').click();
  const request = review.panel.getByRole('region', { name: 'Request', exact: true });
  await expect(request).toContainText(`POST /ief/mock/v3/${projectId}/edgemgr/deployments`);
  await expect(request).toContainText(/Idempotency-Key: [0-9a-f]{32}/);
  expect((await request.innerText()).endsWith(sent)).toBe(true);
  const answer = review.panel.getByRole('region', { name: 'Response', exact: true });
  await expect(answer).toContainText(/^409/);
  await expect(answer).toContainText('"error_code":"MOCK.409001"');
});

test('hang: counts seconds until a response comes, also after leaving the step (S13)', async ({
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('hang')] }));
  await review.submit();
  await expect(review.main.getByRole('button', { name: 'Sending…' })).toBeVisible();
  await expect(review.panel.getByText(/^\d+ s$/)).toBeVisible();
  await expect.poll(() => review.creates.length).toBe(1);
  await wizard.goTo('Basics');
  await wizard.goTo('Review');
  await expect(review.main.getByRole('button', { name: 'Sending…' })).toBeVisible();
  expect(review.creates).toHaveLength(1);
});

test('slow: a notice shows the outcome in another step', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('slow')] }));
  await review.submit();
  await wizard.goTo('Basics');
  await expect(page.getByText('“edge-web” was created.')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(review.creates).toHaveLength(1);
});
