import { FOLLOW_MS } from './preview-links.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { documentText } from '#src/document/document-text.ts';
import { setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { useProvideGoToField } from '#src/ui/focus/go-to-field.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { JsonPane } from './JsonPane.tsx';

const body = {
  name: 'web',
  description: 'Reads the meters',
  node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
  tags: Array.from({ length: 60 }, (_, at) => ({ key: `k${at}`, value: `v${at}` })),
  deployment: { replicas: 1, template: { containers: [{ name: 'c', image_url: 'nginx' }] } },
};

const goTo = vi.fn<(path: Path) => void>();

function Provider() {
  useProvideGoToField(goTo);
  return null;
}

async function renderPane(document: Json = body) {
  const view = await renderEditor(
    document,
    <main>
      <Provider />
      <Field path={['name']} />
      <Field path={['description']} />
      <Field path={['group_id']} />
      <Field path={['deployment', 'replicas']} />
      <div style={{ width: 420, height: 400 }}>
        <JsonPane close={null} />
      </div>
    </main>,
  );
  const region = view.getByRole('region', { name: 'JSON preview' }).element() as HTMLElement;
  await expect.element(page.getByRole('button', { name: 'Wrap long lines' })).toBeVisible();
  const line = (text: string) =>
    [...region.querySelectorAll<HTMLElement>('pre > span > span')].find((one) =>
      one.textContent.includes(text),
    );
  const marked = () =>
    [...region.querySelectorAll('[data-mark]')].map((one) => one.textContent.trim());
  const isInView = (text: string) => {
    const box = line(text)!.getBoundingClientRect();
    const outer = region.getBoundingClientRect();
    return box.top >= outer.top && box.bottom <= outer.bottom;
  };
  return { ...view, region, line, marked, isInView };
}

const numbersIn = (region: Element) => [
  ...region.querySelectorAll<HTMLElement>('[aria-hidden] > [data-numbers]'),
];

beforeEach(() => {
  goTo.mockReset();
});

// Other files share the storage.
afterEach(() => localStorage.clear());

test('the focus in a field marks its line and scrolls it into view', async () => {
  const { marked, isInView } = await renderPane();
  expect(isInView('"replicas"')).toBe(false);
  await page.getByLabelText('Replicas').click();
  await expect.poll(marked).toEqual(['"replicas": 1,']);
  expect(isInView('"replicas"')).toBe(true);
  await expect.element(page.getByText('deployment.replicas')).toBeVisible();
  await page.getByLabelText('Description').click();
  await expect.poll(marked).toEqual(['"description": "Reads the meters",']);
  expect(isInView('"description"')).toBe(true);
});

test('a field that is not sent marks nothing, and says so', async () => {
  const { marked } = await renderPane();
  await page.getByLabelText('Description').click();
  await page.getByLabelText('Node group').click();
  await expect.element(page.getByText('not sent', { exact: true })).toBeVisible();
  expect(marked()).toEqual([]);
});

test('follows an edit elsewhere in the document', async () => {
  const { store, isInView } = await renderPane();
  store.edit(setIn(store.get(), ['tags', 55, 'value'], 'changed'));
  await expect.poll(() => isInView('"changed"')).toBe(true);
  store.edit(setIn(store.get(), ['name'], 'edge'));
  await expect.poll(() => isInView('"edge"')).toBe(true);
});

test('follows an edit in a long text, of which only a part is rendered', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({ key: `k${at}`, value: `v${at}` }));
  const { store, region } = await renderPane({ ...body, tags: rows });
  store.edit(setIn(store.get(), ['tags', 900, 'value'], 'changed'));
  await expect.poll(() => region.innerText).toContain('"changed"');
});

test('stays where the user scrolls it', async () => {
  const { store, region, isInView } = await renderPane();
  region.dispatchEvent(new WheelEvent('wheel', { deltaY: 10 }));
  store.edit(setIn(store.get(), ['tags', 55, 'value'], 'changed'));
  await new Promise((resolve) => setTimeout(resolve, 2 * FOLLOW_MS));
  expect(isInView('"changed"')).toBe(false);
  expect(region.scrollTop).toBe(0);
});

test('a click on a line opens its field; of a bracket, that of the object', async () => {
  const { line } = await renderPane();
  await userEvent.click(line('"description"')!, { position: { x: 80, y: 10 } });
  expect(goTo).toHaveBeenLastCalledWith(['description']);
  await userEvent.click(line('"deployment"') ?? line('"tags"')!, { position: { x: 80, y: 10 } });
  expect(goTo.mock.lastCall![0]).toHaveLength(1);
});

test('the end of a text selection opens nothing', async () => {
  const { line } = await renderPane();
  document.getSelection()!.selectAllChildren(line('"name"')!);
  line('"name"')!.click();
  expect(goTo).not.toHaveBeenCalled();
  document.getSelection()!.removeAllRanges();
});

test('the arrow keys choose a line, and Enter opens its field', async () => {
  const { region, marked } = await renderPane();
  region.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.poll(marked).toEqual(['"description": "Reads the meters",']);
  await expect.element(page.getByRole('status').getByText('description')).toBeVisible();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(goTo).toHaveBeenLastCalledWith(['name']);
});

test('every leaf has a line of its own, which opens it', async () => {
  const small = { ...body, tags: body.tags.slice(0, 2) };
  const { region, store } = await renderPane(small);
  const lines = [...region.querySelectorAll<HTMLElement>('pre > span > span')];
  const opened = lines.map((line) => {
    line.click();
    return goTo.mock.lastCall![0];
  });
  const leaves = opened.filter((path) => typeof getIn(small, path) !== 'object');
  const count = (value: Json): number =>
    typeof value === 'object' && value !== null
      ? (Object.values(value) as JsonList).reduce<number>((sum, member) => sum + count(member), 0)
      : 1;
  expect(new Set(leaves.map((path) => path.join('/'))).size).toBe(count(store.get()));
});

test('line numbers are drawn, but are not part of the text', async () => {
  const { region, store } = await renderPane();
  expect(region.innerText).toBe(documentText(store.get()));
  const [first, ...rest] = numbersIn(region);
  expect(getComputedStyle(first!, '::before').content).not.toBe('none');
  const numbers = [first!, ...rest].flatMap(({ dataset }) => dataset['numbers']!.split('\n'));
  const lines = documentText(store.get()).split('\n');
  expect(numbers).toEqual(lines.map((_, index) => String(index + 1)));
  // Each number is beside its line.
  const top = (element: Element) => element.getBoundingClientRect().top;
  expect(top(first!)).toBe(top(region.querySelector('pre > span > span')!));
  const count = first!.dataset['numbers']!.split('\n').length;
  expect(top(rest[0]!) - top(first!)).toBe(count * 20);
  document.getSelection()!.selectAllChildren(region);
  expect(document.getSelection()!.toString()).not.toContain('1 {');
  document.getSelection()!.removeAllRanges();
});

test('long lines wrap on request, and the choice is kept', async () => {
  const { region } = await renderPane({ ...body, description: 'word '.repeat(60).trim() });
  expect(region.scrollWidth).toBeGreaterThan(region.clientWidth);
  const toggle = page.getByRole('button', { name: 'Wrap long lines' });
  await toggle.click();
  expect(region.scrollWidth).toBe(region.clientWidth);
  expect(region.innerText).toContain('word word');
  // Each line has a number of its own then.
  const line = region.querySelector('pre > span > span')!;
  expect(getComputedStyle(line, '::before').content).toBe('counter(line)');
  await expect.element(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(localStorage.length).toBe(1);
});

test('“Fold other parts” leaves the value in focus, and the whole text', async () => {
  const { region, store, line } = await renderPane();
  await page.getByLabelText('Replicas').click();
  await page.getByRole('button', { name: 'Fold other parts' }).click();
  const heightOf = (text: string) => line(text)!.getBoundingClientRect().height;
  expect(heightOf('"k5"')).toBe(0);
  expect(heightOf('"replicas"')).toBe(20);
  expect(line('"tags"')!.dataset['fold']).toBe('241 lines');
  // Folded lines are still part of the text.
  expect(region.innerText).toBe(documentText(store.get()));
  // The numbers of hidden lines are hidden, too.
  expect(numbersIn(region)[0]!.dataset['numbers']).toMatch(/^1\n2\n3\n4\n7\n/);

  // The text follows the focus and edits.
  store.edit(setIn(store.get(), ['tags', 5, 'value'], 'changed'));
  await page.getByLabelText('Description').click();
  await expect.poll(() => heightOf('"deployment"')).toBe(20);
  await expect.poll(() => heightOf('"replicas"')).toBe(0);
  expect(region.innerText).toBe(documentText(store.get()));

  await page.getByRole('button', { name: 'Fold other parts' }).click();
  expect(heightOf('"k5"')).toBe(20);
  expect(region.querySelectorAll('[data-fold], [data-hidden]')).toHaveLength(0);
});

test('the left and right arrows fold and unfold the value of a line', async () => {
  const { region, line, marked } = await renderPane();
  region.focus();
  await userEvent.keyboard('{ArrowDown>5/}');
  await expect.poll(marked).toEqual(['"9ebd8efb-9fdd-44a1-abda-9cdbc287a867"']);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(marked).toEqual(['"node_ids": [']);
  expect(line('"9ebd8efb')!.getBoundingClientRect().height).toBe(0);
  await expect.element(page.getByText('Line 4 · folded')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(marked).toEqual(['"tags": [']);
  await userEvent.keyboard('{ArrowUp}{ArrowRight}');
  await expect.poll(() => line('"9ebd8efb')!.getBoundingClientRect().height).toBe(20);
});

test('a click beside the number of a bracket folds its value, and one on the folded line unfolds it', async () => {
  const { line } = await renderPane();
  await userEvent.click(line('"node_ids"')!, { position: { x: 45, y: 10 } });
  expect(line('"node_ids"')!.dataset['fold']).toBe('2 lines');
  expect(goTo).not.toHaveBeenCalled();
  await userEvent.click(line('"node_ids"')!, { position: { x: 200, y: 10 } });
  expect(line('"node_ids"')!.dataset['fold']).toBeUndefined();
  expect(goTo).not.toHaveBeenCalled();
});

test('a focused field is never folded', async () => {
  const { line } = await renderPane();
  await userEvent.click(line('"tags"')!, { position: { x: 45, y: 10 } });
  expect(line('"k5"')!.getBoundingClientRect().height).toBe(0);
  await userEvent.click(line('"deployment"') ?? line('{')!, { position: { x: 200, y: 10 } });
  await page.getByLabelText('Replicas').click();
  await expect.poll(() => line('"replicas"')!.getBoundingClientRect().height).toBe(20);
  expect(line('"k5"')!.getBoundingClientRect().height).toBe(0);
});

test('marks the lines of errors that the form shows', async () => {
  const { region } = await renderPane();
  const problems = () =>
    [...region.querySelectorAll('[data-problem]')].map((one) => one.textContent.trim());
  await page.getByLabelText('Replicas').fill('-1');
  await userEvent.tab();
  await expect.poll(problems).toContain('"replicas": -1,');
  await page.getByLabelText('Replicas').fill('1');
  await expect.poll(problems).not.toContain('"replicas": 1,');
  expect(region.querySelectorAll('[data-problem]')).toHaveLength(1);
});

test('the line of an error that is folded is marked at the fold', async () => {
  const { region, line } = await renderPane();
  await page.getByLabelText('Replicas').fill('-1');
  await userEvent.tab();
  await expect.poll(() => line('"replicas"')!.dataset['problem']).toBe('');
  await userEvent.click(line('"deployment"')!, { position: { x: 45, y: 10 } });
  await expect.poll(() => line('"deployment"')!.dataset['problem']).toBe('');
  expect(region.querySelector('[data-problem][data-hidden]')).toBeNull();
});

test('says how long the text is', async () => {
  const { store } = await renderPane();
  const text = documentText(store.get());
  const lines = text.split('\n').length;
  const size = (text.length / 1024).toFixed(1);
  await expect.element(page.getByText(`${lines} lines · ${size} KB`)).toBeVisible();
  store.edit({ name: '灯' });
  await expect.element(page.getByText('3 lines · 19 B')).toBeVisible();
});
