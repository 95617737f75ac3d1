import { expect, test } from '../support/fixtures.ts';
import { goodBody, storeDocument } from '../support/stored-document.ts';
import { openVariables, variables } from '../support/variables.ts';

test('a list of 60 rows shows its count, is searched, and leads to a problem far down', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(60, 57));
  await expect(page.getByText('60 entries')).toBeVisible();
  await expect(wizard.row('Variable 1')).toBeVisible();
  await expect(wizard.row('Variable 57'), 'only rows in view are drawn').toHaveCount(0);
  await expect(
    page.getByRole('listitem').filter({ has: wizard.row('Variable 1') }),
  ).toHaveAttribute('aria-setsize', '60');

  await page.getByLabel('Search').fill('variable_33');
  await expect(page.getByText('1 of 60')).toBeVisible();
  await expect(wizard.row('Variable 33').getByLabel('Name')).toHaveValue('VARIABLE_33');
  await expect(wizard.row('Variable 1')).toHaveCount(0);
  await wizard.row('Variable 33').getByLabel('Value').fill('found');
  await page.getByLabel('Search').fill('');
  await expect(wizard.row('Variable 1')).toBeVisible();
  expect(await wizard.previewText()).toContain('"found"');

  await wizard.goTo('Review');
  await page.getByRole('region', { name: '1 problem to solve' }).getByRole('button').click();
  const field = wizard.row('Variable 57').getByLabel('Name');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('57 BAD');
  await expect(field).toBeInViewport();
});

test('a problem in a row that the search hides is still reached', async ({ page, wizard }) => {
  await openVariables(page, variables(60, 57));
  await page.getByLabel('Search').fill('variable_3');
  await wizard.goTo('Review');
  await page.getByRole('button', { name: /^Create on/ }).click();
  await expect(wizard.row('Variable 57').getByLabel('Name')).toBeFocused();
});

test('keys typed 30 a second in a windowed row are all kept', async ({ page, wizard }) => {
  await openVariables(page, variables(60));
  const field = wizard.row('Variable 3').getByLabel('Value');
  const text = 'the quick brown fox jumps over the lazy dog, 0123456789 times';
  await field.fill('');
  await field.pressSequentially(text, { delay: 33 });
  await expect(field).toHaveValue(text);
  await expect(field).toBeFocused();
  expect(await wizard.previewText()).toContain(`"value": "${text}"`);
});

test('rows added to a long list come into view with the focus', async ({ page, wizard }) => {
  await openVariables(page, variables(40));
  await page.getByRole('button', { name: 'Add variable' }).click();
  await expect(wizard.row('Variable 41').getByLabel('Name')).toBeFocused();
  await page.keyboard.type('LAST');
  expect(await wizard.previewText()).toContain('"name": "LAST"');
});

test('doubling a row of a long list leaves the eye where it is', async ({ page, wizard }) => {
  await openVariables(page, variables(40));
  await page.getByRole('button', { name: 'Duplicate Variable 2', exact: true }).click();
  await expect(page.getByText('41 entries')).toBeVisible();
  await expect(wizard.row('Variable 3').getByLabel('Name')).toHaveValue('VARIABLE_2');
  await expect(wizard.row('Variable 3')).toBeInViewport();
});

test('a document of thousands of lines is drawn in part and copied whole', async ({
  page,
  wizard,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const body = goodBody({ container: { envs: variables(1000) } });
  await storeDocument(page, body);
  await page.goto('/');
  const preview = page.getByRole('region', { name: 'JSON preview' });
  await expect(preview).toContainText('"edge-web"');
  const drawn = (await wizard.previewText()).split('\n').length;
  expect(drawn).toBeLessThan(400);

  // Far down it shows what is there, soon.
  const start = Date.now();
  await preview.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await expect(preview).toContainText('VARIABLE_1000');
  expect(Date.now() - start).toBeLessThan(2000);
  await preview.evaluate((box) => box.scrollTo({ top: 0 }));
  await page.getByLabel('Description').fill('serves pages');
  await expect(preview).toContainText('"serves pages"');

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('The JSON is on the clipboard.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toEqual({ ...body, description: 'serves pages' });
  expect(copied.split('\n').length).toBeGreaterThan(4000);
});

test('up to 2,000 lines the preview holds the whole text', async ({ page, wizard }) => {
  const body = goodBody({ container: { envs: variables(480) } });
  await storeDocument(page, body);
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('"edge-web"');
  expect(await wizard.preview()).toEqual(body);
  expect((await wizard.previewText()).split('\n').length).toBeGreaterThan(1900);
});

for (const count of [100, 1000]) {
  test(`of ${count} variables, lines that come and go in their midst leave the others as they are`, async ({
    page,
    wizard,
  }) => {
    await storeDocument(page, goodBody({ container: { envs: variables(count) } }));
    await page.goto('/new/containers');
    await page.getByText('Environment', { exact: true }).click();
    const pane = page.getByRole('region', { name: 'JSON preview' });
    // What is drawn, without the lines that a long text draws more of or less at its end.
    const printed = async () => (await wizard.previewText()).split('\n').slice(0, 60);
    const of = (names: readonly number[]) => {
      const envs = names.map((name) => variables(count)[name - 1]!);
      const text = JSON.stringify(goodBody({ container: { envs } }), null, 2);
      return text.split('\n').slice(0, 60);
    };
    const all = Array.from({ length: count }, (_, at) => at + 1);
    await expect.poll(printed).toEqual(of(all));

    // Marks go after a second, which a busy machine does not always look within.
    const marked = await pane.evaluateHandle((box) => {
      const counts: number[] = [];
      const count = () => counts.push(box.querySelectorAll('.changed').length);
      new MutationObserver(count).observe(box, {
        subtree: true,
        childList: true,
        attributes: true,
      });
      return counts;
    });
    await page.getByRole('button', { name: 'Duplicate Variable 3', exact: true }).click();
    await expect.poll(printed).toEqual(of([1, 2, 3, ...all.slice(2)]));
    expect(await marked.evaluate((counts) => Math.max(...counts))).toBe(4);
    await page.getByRole('button', { name: 'Remove Variable 2', exact: true }).click();
    await expect.poll(printed).toEqual(of([1, 3, ...all.slice(2)]));
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(printed).toEqual(of(all));
    await expect(pane.locator('.changed'), 'the marks go').toHaveCount(0);
  });
}

test('a line that is a little too wide for the pane can be read to its end', async ({
  page,
  wizard,
}) => {
  await page.goto('/new/containers');
  const image = page.getByLabel('Image');
  const pane = page.getByRole('region', { name: 'JSON preview' });
  // Around the width of the pane as it is at first: shorter lines fit, longer ones do not.
  for (let length = 20; length <= 56; length += 3) {
    const text = 'w'.repeat(length);
    await image.fill(text);
    await expect.poll(async () => wizard.previewText()).toContain(text);
    const beyond = await pane.evaluate((box) => {
      box.scrollLeft = box.scrollWidth;
      const words = [...box.querySelectorAll('.text')];
      const ends = words.map((word) => word.getBoundingClientRect().right);
      return Math.max(...ends) - box.getBoundingClientRect().right;
    });
    expect(beyond, `${length} letters`).toBeLessThanOrEqual(0);
  }
});
