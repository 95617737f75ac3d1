import { findViolations } from '../../support/find-violations.ts';
import { expect, test, type WizardDriver } from '../../support/fixtures.ts';
import { paste } from '../../support/paste.ts';
import type { goodBody } from '../../support/stored-document.ts';
import { openVariables, variables } from '../../support/variables.ts';

const fourLines = 'A=1\nB=2 three\n# c\nC="x y"\n';

/** The variables in the preview. */
async function envsIn(wizard: WizardDriver): Promise<unknown> {
  const body = (await wizard.preview()) as ReturnType<typeof goodBody>;
  return (body.deployment.template.containers[0] as { envs?: unknown }).envs;
}

test('NAME=value lines pasted into a new variable become rows after confirmation', async ({
  page,
  wizard,
}) => {
  await openVariables(page, [{ name: 'B', value: 'old' }]);
  await page.getByRole('button', { name: 'Add variable' }).click();
  await paste(page, page.locator(':focus'), fourLines);
  const dialog = page.getByRole('dialog', { name: 'Add the pasted lines as variables?' });
  const rows = dialog.getByRole('row');
  await expect(rows).toHaveText(
    ['LineNameValueNote', '1A1', '2B2 threeReplaces the value in the list.', /^3# c/, /^4Cx y/],
    { useInnerText: false },
  );
  await expect(rows.nth(3)).toContainText('Skipped: comment.');
  await expect(rows.nth(4)).toContainText('Quotes removed.');
  expect(await findViolations(page)).toEqual([]);

  await test.step('existing values can be kept', async () => {
    await dialog.getByText('Keep the value').click();
    await expect(rows.nth(2)).toContainText('Skipped: already in the list.');
    await dialog.getByText('Replace the value').click();
  });
  await dialog.getByRole('button').last().click();
  await expect(dialog).toHaveCount(0);
  expect(await envsIn(wizard)).toEqual([
    { name: 'B', value: '2 three' },
    { name: 'A', value: '1' },
    { name: 'C', value: 'x y' },
  ]);
  await expect(wizard.row('Variable 2').getByLabel('Name')).toBeFocused();
  await expect(page.getByText('3 variables added from the pasted lines.')).toBeVisible();

  await test.step('one undo reverts all of it', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    expect(await envsIn(wizard)).toEqual([
      { name: 'B', value: 'old' },
      { name: '', value: '' },
    ]);
  });
});

test('after Escape the name contains the pasted lines; pasting into a value asks nothing', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(40));
  const name = wizard.row('Variable 2').getByLabel('Name');
  await name.focus();
  await page.keyboard.press('End');
  await paste(page, name, 'A=1\r\nB=2\r\n');
  await expect(page.getByRole('dialog')).toContainText('Line');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(name).toHaveValue('VARIABLE_2A=1\nB=2');
  await expect(name).toBeFocused();
  expect(((await envsIn(wizard)) as unknown[])[1]).toEqual({
    name: 'VARIABLE_2A=1\nB=2',
    value: 'value 2',
  });
  await page.keyboard.type('!');
  await expect(name, 'the caret is at the end').toHaveValue('VARIABLE_2A=1\nB=2!');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(name).toHaveValue('VARIABLE_2');

  await paste(page, name, 'no sign\nin these\n');
  await expect(name, 'lines that are not variables ask nothing').toHaveValue(/no sign\nin these$/);
  const value = wizard.row('Variable 3').getByLabel('Value');
  await value.fill('');
  await paste(page, value, fourLines);
  await expect(value).toHaveValue(fourLines);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('on a phone in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });

  test('the dialog for a large paste with odd lines fits, and the new rows scroll into view', async ({
    page,
  }) => {
    await page.goto('/new/containers');
    await page.getByText('环境变量', { exact: true }).first().click();
    await page.getByRole('button', { name: '添加变量' }).click();
    const many = Array.from(
      { length: 400 },
      (_, index) => `NAME_${index}=${'v'.repeat(index)}`,
    ).join('\n');
    await paste(page, page.locator(':focus'), `export X='a\nb'\nodd.name="\\n"\n${many}`);
    const dialog = page.getByRole('dialog', { name: '将粘贴的内容添加为环境变量？' });
    await expect(dialog).toContainText('还有 102 行。');
    await expect(dialog.getByRole('row').nth(1)).toContainText('已去掉 export。');
    const overflow = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '添加 402 个变量' }).click();
    await expect(page.locator(':focus')).toHaveValue('X');
    await expect(page.getByText('402 项')).toBeVisible();
    const odd = page.getByRole('group', { name: '变量 2', exact: true }).getByLabel('变量名');
    await expect(odd).toHaveAttribute('aria-invalid', 'true');
    await expect(odd).toHaveValue('odd.name');
  });
});
