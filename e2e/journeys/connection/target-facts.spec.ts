import { expect, test } from '../../support/fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';

const listed = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';

test('a node that is not in the list is a warning, with a button that takes the listed one', async ({
  page,
  wizard,
  projectId,
}) => {
  await wizard.openWith(projectId);
  await wizard.goTo('Target');
  const field = page.getByLabel('Edge node', { exact: true });
  const nodes = page.getByRole('group', { name: 'Edge nodes of the project' });
  await expect(nodes).toBeVisible();
  const take = page.getByRole('button', { name: `Use ${listed} (sz-plant1-gateway-01)` });
  for (const [typed, words] of [
    ['sz-plant1-gateway-01', 'is the name of the edge node'],
    [` ${listed} `, 'U+0020 (space) does not belong to it'],
    [`{${listed}}`, '“{” does not belong to it'],
    [`${listed},2f6c1b0e-5a37-4e0e-9a4f-6f1f0d3b7c21`, 'the IDs of 2 edge nodes'],
    [listed.toUpperCase(), 'the case of its letters differs'],
  ] as const) {
    await field.fill(typed);
    await field.blur();
    // Offered, never rewritten unasked.
    expect(await wizard.preview()).toMatchObject({ node_ids: [typed] });
    await expect(field).toHaveAccessibleDescription(new RegExp(words.replaceAll(/[()+]/g, '\\$&')));
    await take.click();
    await expect(field).toHaveValue(listed);
    await expect(field).toBeFocused();
    await expect(take).toHaveCount(0);
    expect(await wizard.preview()).toMatchObject({ node_ids: [listed] });
  }
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(listed.toUpperCase());

  await field.fill('hz');
  await field.blur();
  await expect(page.getByText('No edge node of this project has the ID "hz".')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // A node that is listed and not running: in words, in both places.
  await field.fill('');
  const down = nodes.getByRole('button', { name: /Not connected/ }).first();
  await down.click();
  await field.blur();
  await expect(page.getByText(/is not connected \(UNCONNECTED\)\./)).toBeVisible();
});
