import { expect, test } from '../support/fixtures.ts';
import { paste } from '../support/paste.ts';
import { openVariables, variables } from '../support/variables.ts';

test('a row that is changed while it is out of view shows the value of the document when it comes back', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(60));
  const rows = page.getByRole('group', { name: 'Environment variables' }).getByRole('list');
  const first = wizard.row('Variable 1');
  const name = await first.getByLabel('Name').inputValue();
  await first.getByLabel('Value').fill('typed here');

  await test.step('it is replaced from another row', async () => {
    await page.getByRole('button', { name: 'Add variable' }).click();
    await expect(wizard.row('Variable 61').getByLabel('Name')).toBeFocused();
    await expect(first).toHaveCount(0);
    await paste(page, page.locator(':focus'), `${name}=pasted\nOTHER=1\n`);
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await rows.evaluate((list) => (list.scrollTop = 0));
  await expect(first.getByLabel('Value')).toHaveValue('pasted');

  await test.step('and changed back while another step is open', async () => {
    await wizard.goTo('Basics');
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+z');
    // Undo opens the step where it changes something.
    await expect(page).toHaveURL(/containers/);
    await expect(wizard.row('Variable 1').or(wizard.row('Variable 61')).first()).toBeVisible();
    await rows.evaluate((list) => (list.scrollTop = 0));
    await expect(first.getByLabel('Value')).toHaveValue('typed here');
  });
});
