import { expect, test } from '../../support/fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';

const listedId = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';

test('a node ID that is not in the list is a warning, with a button to use the listed ID', async ({
  page,
  wizard,
  projectId,
}) => {
  await wizard.openWith(projectId);
  await wizard.goTo('Target');
  const field = page.getByLabel('Edge node', { exact: true });
  const nodes = page.getByRole('group', { name: 'Edge nodes of the project' });
  await expect(nodes).toBeVisible();
  const useListed = page.getByRole('button', { name: `Use ${listedId} (sz-plant1-gateway-01)` });
  for (const [typed, words] of [
    ['sz-plant1-gateway-01', 'is the name of the edge node'],
    [` ${listedId} `, 'it contains U+0020 (space)'],
    [`{${listedId}}`, 'it contains “{”'],
    [`${listedId},2f6c1b0e-5a37-4e0e-9a4f-6f1f0d3b7c21`, 'the IDs of 2 edge nodes'],
    [listedId.toUpperCase(), 'the letter case is different'],
  ] as const) {
    await field.fill(typed);
    await field.blur();
    // The value is only rewritten on request.
    expect(await wizard.preview()).toMatchObject({ node_ids: [typed] });
    await expect(field).toHaveAccessibleDescription(new RegExp(words.replaceAll(/[()+]/g, '\\$&')));
    await useListed.click();
    await expect(field).toHaveValue(listedId);
    await expect(field).toBeFocused();
    await expect(useListed).toHaveCount(0);
    expect(await wizard.preview()).toMatchObject({ node_ids: [listedId] });
  }
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(listedId.toUpperCase());

  await field.fill('hz');
  await field.blur();
  await expect(page.getByText('No edge node of this project has the ID “hz”.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // A listed node that is not running: the list and the field say so.
  await field.fill('');
  const down = nodes.getByRole('button', { name: /Not connected/ }).first();
  await down.click();
  await field.blur();
  await expect(page.getByText(/is not connected \(UNCONNECTED\)\./)).toBeVisible();
});
