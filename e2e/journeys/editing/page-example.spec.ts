import { pageRequest } from '#src/domain/deployment/page-examples.ts';
import { enterPageExample } from '../../support/enter-page-example.ts';
import { expect, test } from '../../support/fixtures.ts';

test('the example of the API page can be entered and created on the mock', async ({
  page,
  wizard,
  projectId,
}) => {
  await wizard.openWith(projectId);
  await enterPageExample(wizard);
  expect(await wizard.preview()).toEqual(pageRequest());

  await wizard.goTo('Review');
  await page.getByRole('button', { name: /^Create on Embedded mock/ }).click();
  await expect(page.getByText('Deployment app was created.')).toBeVisible();

  const answer = await page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments`);
  const list = (await answer.json()) as { count: number; deployments: { id: string }[] };
  expect(list).toMatchObject({
    count: 1,
    deployments: [
      {
        name: 'app',
        description: pageRequest().description,
        node_ids: pageRequest().node_ids,
        template: pageRequest().deployment.template,
      },
    ],
  });
  const id = list.deployments[0]!.id;
  await expect(page.getByRole('region', { name: 'Submit' }).getByText(id)).toBeVisible();
  const one = await page.request.get(`/ief/mock/v3/${projectId}/edgemgr/deployments/${id}`);
  expect(await one.json()).toMatchObject({ id, name: 'app' });
});

test('copy and download contain exactly the text of the request', async ({
  page,
  wizard,
  context,
  projectId,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard.openWith(projectId);
  await enterPageExample(wizard);
  const shown = await wizard.previewText();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('The JSON is on the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('app.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(shown);

  const sending = page.waitForRequest((request) => request.method() === 'POST');
  await wizard.goTo('Review');
  await page.getByRole('button', { name: /^Create on Embedded mock/ }).click();
  expect((await sending).postData()).toBe(shown);
});
