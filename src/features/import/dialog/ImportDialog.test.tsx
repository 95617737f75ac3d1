import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refusedTexts } from '#src/convert/refused-texts.testing.ts';
import { kinds, type Kind } from '#src/convert/request/kinds.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { textbox } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { emptyInput } from '../input/import-input.ts';
import { createImporter } from '../worker/importer.ts';
import type { ImportResult } from '../worker/run-import.ts';
import { ImportDialog, type ImportDialogProps } from './ImportDialog.tsx';

const context = { edition: 'professional', generation: '2024-04' } as const;
const onReplace = vi.fn<(result: ImportResult) => Promise<void>>();
const onClose = vi.fn<() => void>();
const onInput = vi.fn<ImportDialogProps['onInput']>();

beforeEach(() => void onReplace.mockResolvedValue(undefined));
afterEach(() => void vi.clearAllMocks());

function dialog(text: string, more: Partial<ImportDialogProps> = {}) {
  const props = { context, readOnly: false, onInput, onClose, onReplace, onOpenDraft: onReplace };
  return <ImportDialog input={{ ...emptyInput, text }} {...props} {...more} />;
}

const replaceButton = page.getByRole('button', { name: 'Replace document' });

/** Waits for the result, and returns it as the page would get it. */
async function accept(): Promise<ImportResult> {
  await expect.element(replaceButton).toBeEnabled();
  await replaceButton.click();
  return onReplace.mock.lastCall![0];
}

const cases = import.meta.glob<string>('../../../convert/cases/*/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The inputs of a kind with their options and the expected result. */
function casesOf(kind: Kind) {
  return Object.entries(cases).flatMap(([path, text]) => {
    const stem = path.replace(/\.[^.]+$/, '');
    if (!path.includes(`/cases/${kind}/`) || /\.(?:expected|options)$/.test(stem)) return [];
    // Options are given on the command line only; the tests of `convert` cover them.
    if (cases[`${stem}.options.json`] !== undefined) return [];
    return [{ name: stem, text, expected: JSON.parse(cases[`${stem}.expected.json`]!) as Json }];
  });
}

describe('the realistic inputs of each kind', () => {
  const importer = createImporter();
  afterAll(() => importer.cancel());

  test.each(Object.keys(kinds) as Kind[])(
    '%s becomes the expected document in the worker of the dialog, and every value is in the report',
    async (kind) => {
      const inputs = casesOf(kind);
      expect(inputs.length).toBeGreaterThanOrEqual(10);
      for (const { name, text, expected } of inputs) {
        const convert = { text, edition: context.edition, generation: context.generation };
        const request = { convert, context, current: initialBody };
        const outcome = await importer.run(request, () => undefined);
        const isRefused = getIn(expected, ['refusal']) !== undefined;
        expect({ name, isRefused: 'refusal' in outcome }).toEqual({ name, isRefused });
        if ('refusal' in outcome) continue;
        const { report, values, kind: detected, body } = outcome.result;
        const { carried, changed, lost } = report;
        const counted = carried.count + changed.count + lost.count;
        const wanted = { name, kind, body: getIn(expected, ['body']), values };
        expect({ name, kind: detected, body, values: counted }).toEqual(wanted);
      }
    },
  );

  test('are shown one after the other, and Replace gives the document that is shown', async () => {
    const view = await renderEditor(initialBody, null);
    for (const kind of Object.keys(kinds) as Kind[]) {
      const inputs = casesOf(kind);
      const good = inputs.find(({ expected }) => getIn(expected, ['refusal']) === undefined)!;
      const refused = inputs.find(({ expected }) => getIn(expected, ['refusal']) !== undefined);
      await view.rerender(dialog(good.text));
      const { kind: detected, body } = await accept();
      expect({ kind: detected, body }).toEqual({ kind, body: getIn(good.expected, ['body']) });
      if (refused === undefined) continue;
      await view.rerender(dialog(refused.text));
      await expect.element(page.getByRole('alert'), { message: refused.name }).toBeVisible();
    }
  });
});

test.each(refusedTexts)(
  '%s is refused with line, column and reason, and changes nothing',
  async (_, text, line, column, reason) => {
    await renderEditor(initialBody, dialog(text));
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent(`Line ${line}, column ${column}:`);
    await expect.element(alert).toHaveTextContent(reason);
    await expect.element(replaceButton).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(onReplace).not.toHaveBeenCalled();
  },
);

test('a long line of the text wraps, and the number of the next line stays beside it', async () => {
  const text = `docker run ${'-e NAME=value '.repeat(40)}\\\n  nginx`;
  await renderEditor(initialBody, dialog(text));
  const area = textbox('Text to import').element();
  expect(area.scrollWidth).toBe(area.clientWidth);
  const rows = (area.scrollHeight - 16) / 20;
  expect(rows).toBeGreaterThan(3);
  await expect
    .poll(() => page.getByText('2', { exact: true }).element().getBoundingClientRect().top)
    .toBe(area.getBoundingClientRect().top + 8 + (rows - 1) * 20);
});

describe('the variables of a .env text', () => {
  const text = 'LEVEL=debug\nexport MODE="a b" # why\nbroken\nLEVEL=info\n';
  const existing = [
    { name: 'KEPT', value: '1' },
    { name: 'LEVEL', value: 'warn' },
  ];
  const document: Json = {
    ...initialBody,
    name: 'shop',
    deployment: {
      replicas: 1,
      template: {
        configs: { restart_policy: 'Always' },
        containers: [
          { name: 'web', image_url: 'a' },
          { name: 'api', image_url: 'b', envs: existing },
        ],
      },
    },
  };
  const envsOf = ({ body }: ImportResult) =>
    getIn(body, ['deployment', 'template', 'containers', 1, 'envs']);

  test('are merged into a container of the document, or replace its variables', async () => {
    await renderEditor(document, dialog(text));
    await page.getByLabelText('Container', { exact: true }).selectOptions('api');
    const merged = await accept();
    expect(envsOf(merged)).toEqual([
      existing[0],
      { name: 'LEVEL', value: 'info' },
      { name: 'MODE', value: 'a b' },
    ]);
    expect(getIn(merged.body, ['name'])).toBe('shop');
    expect(merged.report.carried.items.map(({ path }) => path)).toEqual([
      '/deployment/template/containers/1/envs/2/value',
      '/deployment/template/containers/1/envs/1/value',
    ]);
    await page.getByRole('radio', { name: 'Replace' }).click();
    await expect.element(page.getByText('Changes3')).toBeVisible();
    const replaced = await accept();
    expect(envsOf(replaced)).toEqual([
      { name: 'MODE', value: 'a b' },
      { name: 'LEVEL', value: 'info' },
    ]);
  });

  test('are shown line by line with value and note', async () => {
    await renderEditor(document, dialog(text));
    const rows = page.getByRole('region', { name: 'Lines' }).getByRole('row');
    await expect.element(rows.nth(4)).toBeVisible();
    const texts = rows.elements().map((row) => [...row.children].map((cell) => cell.textContent));
    expect(texts.slice(1)).toEqual([
      ['1', 'LEVEL', 'not used', 'overridden on line 4.'],
      ['2', 'MODE', 'a b', 'export removed; quotes removed; comment removed.'],
      ['3', 'broken', 'not used', 'no = on this line, so it sets no variable.'],
      ['4', 'LEVEL', 'info', ''],
    ]);
    await page.getByLabelText('Read as').selectOptions('docker run (as written)');
    await expect.element(rows.nth(2)).toHaveTextContent('"a b" # why');
  });

  test('can still become a new document', async () => {
    await renderEditor(document, dialog(text));
    await page
      .getByLabelText('Container', { exact: true })
      .selectOptions('A container of a new document');
    await expect.element(page.getByRole('radio', { name: 'Merge' })).not.toBeInTheDocument();
    const { body } = await accept();
    expect(getIn(body, ['name'])).toBe('');
  });
});

test('a variable of a compose file shows the value of the env file, until another one is entered', async () => {
  const input = {
    ...emptyInput,
    text: 'services:\n  web:\n    image: nginx:${TAG:-1.27}\n',
    files: [{ name: '.env', text: 'TAG=1.28\n' }],
  };
  await renderEditor(initialBody, dialog('', { input }));
  const row = page.getByRole('table', { name: 'Variables' }).getByRole('row', { name: /TAG/ });
  await expect.element(row).toHaveTextContent('1.28 from the env file');
  await page.getByLabelText('Value of TAG').fill('1.29');
  await expect.element(row).toHaveTextContent('TAG1.27');
  const { body } = await accept();
  expect(JSON.stringify(body)).toContain('nginx:1.29');
});

test('a long conversion shows its progress and can be stopped and started again', async () => {
  const lines = Array.from({ length: 60_000 }, (_, at) => `      NAME_${at}: "a value ${at}"`);
  const text = `services:\n  web:\n    image: a\n    environment:\n${lines.join('\n')}\n`;
  await renderEditor(initialBody, dialog(text));
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.element(page.getByText('The conversion was stopped.')).toBeVisible();
  await expect.element(replaceButton).toBeDisabled();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('status')).toBeVisible();
});

test('the field shows the text, and an edit of it is passed on', async () => {
  await renderEditor(initialBody, dialog('A=1'));
  const area = textbox('Text to import');
  await expect.element(area).toHaveFocus();
  await area.fill('A=2');
  expect(onInput.mock.lastCall![0].text).toBe('A=2');
});

test('the services chosen from one file do not apply to another one', async () => {
  const view = await renderEditor(
    initialBody,
    dialog('services: { web: { image: a }, db: { image: b } }'),
  );
  await page.getByRole('checkbox', { name: 'db' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'db' })).not.toBeChecked();
  // As files that are chosen or dropped arrive.
  await view.rerender(dialog('services: { shop: { image: c }, cache: { image: d } }'));
  await expect.element(page.getByRole('checkbox', { name: 'cache' })).toBeChecked();
  const { body } = await accept();
  const containers = getIn(body, ['deployment', 'template', 'containers']);
  expect(containers).toMatchObject([{ name: 'shop' }, { name: 'cache' }]);
});
