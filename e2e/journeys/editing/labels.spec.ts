import type { Page } from '@playwright/test';
import { duplicateTab } from '../../support/duplicate-tab.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { tabTo } from '../../support/focus-driver.ts';
import { newerBody } from '../../support/newer-body.ts';
import { storeDocument } from '../../support/stored-document.ts';

const must = 'requiredDuringSchedulingIgnoredDuringExecution';

/** A document with one application affinity rule that has these labels. */
function withLabels(matchLabels: unknown) {
  const body = newerBody('e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd');
  const { template } = body.deployment;
  const affinity = { podAffinity: { [must]: [{ labelSelector: { matchLabels } }] } };
  return { ...body, deployment: { ...body.deployment, template: { ...template, affinity } } };
}

/** The labels in the preview, in order. */
function labelsIn(text: string): string | undefined {
  return /"matchLabels": (\{[^}]*\})/.exec(text)?.[1]?.replaceAll(/\s+/g, ' ');
}

async function openScheduling(page: Page): Promise<void> {
  await page.goto('/new/target');
  await new WizardDriver(page).changeConnection({ edition: 'platinum', generation: '2025' });
  await page.getByRole('navigation').getByRole('link', { name: 'Scheduling' }).click();
}

test('labels can be edited, undone and removed, and keep their order; duplicate keys are not sent', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, withLabels({ zone: 'z1', app: 'cache' }));
  await openScheduling(page);
  const labels = async () => labelsIn(await wizard.previewText());
  const list = page.getByRole('group', { name: 'Match labels' });
  const row = (number: number) => list.getByRole('group', { name: `Label ${number}` });
  await expect(row(2).getByLabel('Label key')).toHaveValue('app');

  // A new row is sent once it has text.
  await list.getByRole('button', { name: 'Add label' }).click();
  await expect(row(3).getByLabel('Label key')).toBeFocused();
  expect(await labels()).toBe('{ "zone": "z1", "app": "cache" }');
  await page.keyboard.type('apps');
  expect(await labels()).toBe('{ "zone": "z1", "app": "cache", "apps": "" }');
  await row(3).getByLabel('Label value').fill('all');
  expect(await labels()).toBe('{ "zone": "z1", "app": "cache", "apps": "all" }');

  // With a duplicate key the later row is not sent, shows the reason and keeps its input.
  await row(3).getByLabel('Label key').fill('app');
  await row(3).getByLabel('Label value').focus();
  expect(await labels()).toBe('{ "zone": "z1", "app": "cache" }');
  await expect(row(3).getByLabel('Label key')).toHaveAttribute('aria-invalid', 'true');
  await expect(row(3)).toContainText('An entry above has the same key.');
  await row(2).getByLabel('Label key').fill('old');
  expect(await labels()).toBe('{ "zone": "z1", "old": "cache", "app": "all" }');
  await expect(row(3)).not.toContainText('An entry above has the same key.');

  // Editing a key keeps its position.
  await row(1).getByLabel('Label key').fill('region');
  expect(await labels()).toBe('{ "region": "z1", "old": "cache", "app": "all" }');
  await row(1).getByLabel('Label value').fill('');
  expect(await labels()).toBe('{ "region": "", "old": "cache", "app": "all" }');

  await page.keyboard.press('Control+z');
  expect(await labels()).toBe('{ "region": "z1", "old": "cache", "app": "all" }');
  await expect(row(1).getByLabel('Label value')).toHaveValue('z1');
  await page.keyboard.press('Control+z');
  await expect(row(1).getByLabel('Label key')).toHaveValue('zone');
  await expect(row(2).getByLabel('Label key')).toHaveValue('old');

  await list.getByRole('button', { name: 'Remove Label 2' }).click();
  await expect(list.getByRole('button', { name: 'Remove Label 2' })).toBeFocused();
  expect(await labels()).toBe('{ "zone": "z1", "app": "all" }');
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
  expect(await labels()).toBe('{ "zone": "z1", "old": "cache", "app": "all" }');
  for (const number of [3, 2, 1])
    await list.getByRole('button', { name: `Remove Label ${number}` }).click();
  await expect(list.getByRole('button', { name: 'Add label' })).toBeFocused();
  expect(await wizard.previewText(), 'removing the last label removes the selector').not.toContain(
    'labelSelector',
  );
});

test('a label without a key is sent unchanged, and its problem leads to it', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, withLabels({ '': 'no key', tier: 7 }));
  await openScheduling(page);
  const list = page.getByRole('group', { name: 'Match labels' });
  await wizard.goTo('Review');
  const problems = page.getByRole('region', { name: '2 problems to fix' });
  await problems.getByRole('button', { name: /Match labels › ""/ }).click();
  await expect(list.getByRole('group', { name: 'Label 1' }).getByLabel('Label key')).toBeFocused();
  await expect(list.getByRole('group', { name: 'Label 1' })).toContainText(
    'Label key is required.',
  );
  await wizard.goTo('Review');
  await problems.getByRole('button', { name: /Match labels › tier/ }).click();
  const value = list.getByRole('group', { name: 'Label 2' }).getByLabel('Label value');
  await expect(value).toBeFocused();
  await expect(value).toHaveValue('7');
  expect(await wizard.previewText()).toContain('"tier": 7');
  await value.fill('front');
  await list.getByRole('group', { name: 'Label 1' }).getByLabel('Label key').fill('app');
  await wizard.goTo('Review');
  await expect(page.getByText(/problems? to fix/)).toHaveCount(0);
});

test('a value that is not an object is kept and reported', async ({ page, wizard }) => {
  await storeDocument(page, withLabels(['app']));
  await openScheduling(page);
  await expect(page.getByText('Match labels is not an object')).toBeVisible();
  expect(await wizard.previewText()).toMatch(/"matchLabels": \[\s+"app"\s+\]/);
});

test('a second tab shows the labels read-only', async ({ page, context }) => {
  await storeDocument(page, withLabels({ app: 'cache' }));
  await openScheduling(page);
  const second = await duplicateTab(context);
  await second.goto('/new/scheduling');
  const key = second.getByRole('group', { name: 'Match labels' }).getByLabel('Label key');
  await expect(key).toHaveValue('app');
  await expect(key).toHaveJSProperty('readOnly', true);
  await expect(second.getByRole('button', { name: /^(Add|Remove) / })).toHaveCount(0);
});

test('affinity can be entered with the keyboard, without losing the focus', async ({
  page,
  wizard,
}) => {
  // Hundreds of tab stops.
  test.slow();
  await storeDocument(page, withLabels({ app: 'cache' }));
  await openScheduling(page);
  const nodes = page.getByRole('group', { name: 'Node affinity' });
  const press = async (name: string) => {
    await tabTo(page, nodes.getByRole('button', { name }).first());
    await page.keyboard.press('Enter');
  };
  await press('Add term');
  await expect(nodes.getByLabel('Label key')).toBeFocused();
  await page.keyboard.type('gpu');
  await press('Add value');
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await expect(nodes.getByRole('textbox', { name: 'Value 2' })).toBeFocused();
  await page.keyboard.type('b');
  await press('Add expression');
  await expect(
    nodes.getByRole('group', { name: 'Expression 2', exact: true }).getByLabel('Label key'),
  ).toBeFocused();
  await press('Remove Expression 2');
  await expect(nodes.getByRole('button', { name: 'Remove Expression 1' })).toBeFocused();
  expect(await wizard.preview()).toMatchObject({
    deployment: {
      template: {
        affinity: {
          nodeAffinity: {
            [must]: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: 'gpu', operator: 'In', values: ['a', 'b'] }] },
              ],
            },
          },
        },
      },
    },
  });
  await press('Remove Expression 1');
  await expect(nodes.getByRole('button', { name: 'Add expression' })).toBeFocused();
  await press('Remove Term 1');
  await expect(nodes.getByRole('button', { name: 'Add term' })).toBeFocused();
  expect(await wizard.previewText()).not.toContain('nodeAffinity');

  // A new preference focuses its first required field; Enter adds the next label.
  const affinity = page.getByRole('group', { name: 'Application affinity' });
  await tabTo(page, affinity.getByRole('button', { name: 'Add preference' }));
  await page.keyboard.press('Space');
  await expect(affinity.getByLabel('Weight')).toBeFocused();
  const labels = affinity
    .getByRole('group', { name: 'Should hold' })
    .getByRole('group', { name: 'Match labels' });
  await tabTo(page, labels.getByRole('button', { name: 'Add label' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('b');
  expect(labelsIn((await wizard.previewText()).split('"podAffinityTerm"')[1]!)).toBe(
    '{ "a": "1", "b": "" }',
  );
});

test('editing keeps line breaks in a key and a value', async ({ page, wizard }) => {
  await storeDocument(page, withLabels({ 'a\nb': 'x\r\ny\r\n' }));
  await openScheduling(page);
  const row = page
    .getByRole('group', { name: 'Match labels' })
    .getByRole('group', { name: 'Label 1' });
  for (const label of ['Label value', 'Label key']) {
    await row.getByLabel(label).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('12');
  }
  expect(labelsIn(await wizard.previewText())).toBe('{ "12a\\nb": "12x\\r\\ny\\r\\n" }');
});
