import type { Page } from '@playwright/test';
import { expect, test, type WizardDriver } from '../support/fixtures.ts';
import { paste } from '../support/paste.ts';
import { goodBody, storeDocument } from '../support/stored-document.ts';
import { openVariables, variables } from '../support/variables.ts';

const pem = '-----BEGIN CERTIFICATE-----\nMIIB\nQ0FB\n-----END CERTIFICATE-----\n';

/** The one container as the preview shows it. */
async function containerIn(wizard: WizardDriver) {
  const body = (await wizard.preview()) as ReturnType<typeof goodBody>;
  return body.deployment.template.containers[0] as unknown as {
    name: string;
    image_url: string;
    args: string[];
    command: string[];
    envs: { name: string; value: string }[];
    liveness_probe: { exec: { command: string } };
  };
}

/** A text control by its label; the buttons of its row have the label in their names. */
function text(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Puts the caret at the end of a text and types. */
async function typeAtEnd(page: Page, label: string, keys: string): Promise<void> {
  await text(page, label).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(keys);
}

test('a script in an argument keeps its line breaks of any kind while it is edited', async ({
  page,
  wizard,
  context,
}) => {
  const args = ['-c', 'set -e\necho one\necho two\n', 'a\r\nb\r\n', 'lone\rcr\n\u2028\0'];
  await storeDocument(
    page,
    goodBody({
      container: { args, liveness_probe: { exec: { command: 'test -e a &&\n  test -e b' } } },
    }),
  );
  await page.goto('/new/containers');
  const script = text(page, 'Argument 2');
  await expect(script).toHaveValue(args[1]!);
  const oneLine = await text(page, 'Argument 1').boundingBox();
  expect((await script.boundingBox())?.height, 'its lines are seen').toBeGreaterThan(80);

  await test.step('one letter is one letter', async () => {
    await typeAtEnd(page, 'Argument 2', 'x');
    await typeAtEnd(page, 'Argument 3', 'x');
    await typeAtEnd(page, 'Argument 4', 'x');
    expect((await containerIn(wizard)).args).toEqual(
      args.map((arg, at) => (at === 0 ? arg : `${arg}x`)),
    );
    await expect(text(page, 'Argument 4'), 'the caret stays').toHaveValue('lone\ncr\n\u2028\0x');
  });

  await test.step('Enter starts a line in a text of several lines, Shift+Enter in any', async () => {
    await typeAtEnd(page, 'Argument 3', '\ny');
    expect((await containerIn(wizard)).args[2]).toBe('a\r\nb\r\nx\r\ny');
    const ime = await context.newCDPSession(page);
    for (const stage of ['n', 'ni', 'nih'])
      await ime.send('Input.imeSetComposition', {
        text: stage,
        selectionStart: stage.length,
        selectionEnd: stage.length,
      });
    expect((await containerIn(wizard)).args[2], 'each stage of an IME').toBe('a\r\nb\r\nx\r\nynih');
    await ime.send('Input.insertText', { text: '你好' });
    expect((await containerIn(wizard)).args[2]).toBe('a\r\nb\r\nx\r\ny你好');
    await text(page, 'Argument 1').focus();
    await page.keyboard.press('Enter');
    await expect(script, 'Enter goes on').toBeFocused();
    await text(page, 'Argument 1').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second');
    expect((await containerIn(wizard)).args[0]).toBe('-c\nsecond');
    const grown = await text(page, 'Argument 1').boundingBox();
    expect(grown!.height - oneLine!.height, 'the control grows by a line').toBe(20);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(text(page, 'Argument 1')).toHaveValue('-c');
    expect((await text(page, 'Argument 1').boundingBox())?.height).toBe(oneLine!.height);
  });

  await test.step('lines pasted into an empty entry are one text, or an entry each', async () => {
    await page.getByRole('button', { name: 'Add argument' }).click();
    await paste(page, page.locator(':focus'), '--a=1\n\n--b=2\n');
    expect((await containerIn(wizard)).args[4]).toBe('--a=1\n\n--b=2\n');
    await page.getByRole('button', { name: 'One entry per line' }).click();
    expect((await containerIn(wizard)).args.slice(4)).toEqual(['--a=1', '--b=2']);
    await expect(text(page, 'Argument 5')).toBeFocused();
  });

  await test.step('a probe command does the same', async () => {
    await wizard.goTo('Probes');
    await typeAtEnd(page, 'Probe command', ' &&\ntrue');
    expect((await containerIn(wizard)).liveness_probe.exec.command).toBe(
      'test -e a &&\n  test -e b &&\ntrue',
    );
  });

  await test.step('a tab that may only read shows it whole', async () => {
    const second = await context.newPage();
    await second.goto('/new/probes');
    await expect(text(second, 'Probe command')).toHaveValue(/&&\n {2}test -e b &&\ntrue$/);
    await expect(text(second, 'Probe command')).not.toBeEditable();
  });
});

test('pasted lines are kept in a value, and its row in a long list makes room', async ({
  page,
  wizard,
}) => {
  await openVariables(page, [...variables(2), ...variables(58)]);
  const value = wizard.row('Variable 1').getByLabel('Value');
  await value.fill('');
  await paste(page, value, pem);
  expect((await containerIn(wizard)).envs[0]).toEqual({ name: 'VARIABLE_1', value: pem });
  await expect(value).toHaveValue(pem);
  const bottomOf = async (row: string) => {
    const box = await wizard.row(row).boundingBox();
    return box!.y + box!.height;
  };
  await expect
    .poll(async () => (await wizard.row('Variable 2').boundingBox())!.y)
    .toBeGreaterThanOrEqual(await bottomOf('Variable 1'));
  await expect(value).toBeFocused();
  await page.keyboard.type('end\nof it');
  expect((await containerIn(wizard)).envs[0]!.value).toBe(`${pem}end\nof it`);

  await wizard.goTo('Review');
  await expect(page.getByRole('cell').filter({ hasText: 'MIIB' })).toHaveText(`${pem}end\nof it`, {
    useInnerText: true,
  });
});

test('a control of one line keeps line breaks that came or are pasted, and says that they are wrong', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, goodBody({ container: { name: 'web\r\none' } }));
  await page.goto('/new/containers');
  const name = text(page, 'Container name');
  await expect(name).toHaveValue('web\none');
  await typeAtEnd(page, 'Container name', 'x');
  expect((await containerIn(wizard)).name).toBe('web\r\nonex');
  await name.fill('web');
  await page.keyboard.press('Tab');
  await expect(page.locator('input:focus')).toBeVisible();
  await expect(name.and(page.locator('input')), 'it is one line again').toBeVisible();

  await test.step('pasted into the middle, with the caret behind it', async () => {
    await name.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await paste(page, name, '1\r\n2');
    await page.keyboard.type('3');
    expect((await containerIn(wizard)).name).toBe('we1\n23b');
    await expect(name).toHaveValue('we1\n23b');
    await page.keyboard.press('Tab');
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(name).toHaveValue('web');
  });

  await test.step('a line break at the end of what is pasted is none of it', async () => {
    const image = text(page, 'Image');
    await image.fill('');
    await paste(page, image, 'nginx:1.27\n');
    expect((await containerIn(wizard)).image_url).toBe('nginx:1.27');
  });
});

test('an object or a list where a text belongs is shown, and only turned into text when asked', async ({
  page,
  wizard,
}) => {
  const list = [{ a: 1 }, 'x'];
  await storeDocument(
    page,
    goodBody({ container: { args: ['-c', list], envs: [{ name: 'ODD', value: { a: [1] } }] } }),
  );
  await page.goto('/new/containers');
  const argument = text(page, 'Argument 2');
  await expect(argument).toHaveValue(JSON.stringify(list));
  await expect(argument).not.toBeEditable();
  await page.getByText('Environment', { exact: true }).click();
  const value = wizard.row('Variable 1').getByLabel('Value');
  await value.focus();
  await page.keyboard.type('x');
  expect((await containerIn(wizard)).envs[0]!.value).toEqual({ a: [1] });
  await page.getByRole('button', { name: 'Turn into text' }).click();
  await expect(value).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('x');
  expect((await containerIn(wizard)).envs[0]!.value).toBe('{"a":[1]}x');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect((await containerIn(wizard)).envs[0]!.value).toEqual({ a: [1] });
  await expect(value).not.toBeEditable();
});
