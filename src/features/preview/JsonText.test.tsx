import { useLayoutEffect } from 'react';
import { expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { insertAt, removeAt, setIn } from '#src/document/edits.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { JsonText } from './JsonText.tsx';

const rows = (count: number): JsonList =>
  Array.from({ length: count }, (_, at) => ({ name: `VARIABLE_${at + 1}`, value: `${at}` }));

async function renderText(document: Json) {
  const view = await renderEditor(
    document,
    <div style={{ display: 'flex', width: 360, height: 400 }}>
      <JsonText />
    </div>,
  );
  const region = view.getByRole('region', { name: 'JSON preview' }).element() as HTMLElement;
  return { ...view, region };
}

test('the region never appears without its text', async () => {
  const seen: (string | null | undefined)[] = [];
  /** Runs after the layout effects of the elements before it, and before the browser draws. */
  function BeforeDrawing() {
    useLayoutEffect(() => {
      seen.push(document.querySelector('[aria-label="JSON preview"]')?.textContent);
    }, []);
    return null;
  }
  await renderEditor(
    { name: 'web' },
    <>
      <JsonText />
      <BeforeDrawing />
    </>,
  );
  expect(seen[0]).toContain('"web"');
});

test('renders a text of up to 2,000 lines completely, and part of a longer one', async () => {
  const { store, region } = await renderText(rows(499));
  expect(region.innerText.split('\n')).toHaveLength(1998);
  expect(region.innerText).toBe(documentText(store.get()));
  store.edit(rows(500));
  expect(region.innerText.split('\n').length).toBeLessThan(200);
  expect(region.innerText).toContain('"VARIABLE_1"');
});

test('a long text shows the lines at any scroll position', async () => {
  const { region } = await renderText(rows(20_000));
  region.scrollTop = region.scrollHeight;
  await expect.poll(() => region.innerText).toContain('"VARIABLE_20000"');
  expect(region.innerText).not.toContain('"VARIABLE_1"');
  region.scrollTop = 0;
  await expect.poll(() => region.innerText).toContain('"VARIABLE_1"');
});

test('a long text that becomes shorter than the scroll position shows its end', async () => {
  const { store, region } = await renderText(rows(20_000));
  region.scrollTop = region.scrollHeight;
  await expect.poll(() => region.innerText).toContain('"VARIABLE_20000"');
  store.edit(rows(1000));
  expect(region.innerText).toContain('"VARIABLE_1000"');
  expect(region.scrollHeight).toBeLessThan(4100 * 20);
});

test.each([100, 1000])(
  'of %d rows, adding and removing some keeps the elements of the others',
  async (count) => {
    const { store, region } = await renderText(rows(count));
    const lineOf = (text: string) =>
      [...region.querySelectorAll('pre > span > span')].find((line) =>
        line.textContent.includes(`"${text}"`),
      );
    const above = lineOf('VARIABLE_2');
    const below = lineOf('VARIABLE_9');
    const before = store.get() as JsonList;

    store.edit(insertAt(before, 3, { name: 'NEW', value: '' }));
    const marked = [...region.querySelectorAll('.changed')].map((line) => line.textContent.trim());
    // The opening bracket of the row below counts as new, that of the new row as the old one.
    expect(marked).toEqual(['"name": "NEW",', '"value": ""', '},', '{']);
    expect(lineOf('VARIABLE_2')).toBe(above);
    expect(lineOf('VARIABLE_9')).toBe(below);

    store.edit(removeAt(store.get() as JsonList, 4));
    expect(lineOf('VARIABLE_4')).toBeUndefined();
    expect(lineOf('VARIABLE_9')).toBe(below);
    await expect.poll(() => region.querySelectorAll('.changed')).toHaveLength(0);
  },
);

test('an edit marks the changed line; opening and scrolling mark nothing', async () => {
  const { store, region } = await renderText(rows(1000));
  expect(region.querySelectorAll('.changed')).toHaveLength(0);
  region.scrollTop = 4000;
  await expect.poll(() => region.innerText).toContain('"VARIABLE_50"');
  expect(region.querySelectorAll('.changed')).toHaveLength(0);
  store.edit(setIn(store.get(), [49, 'value'], 'other'));
  expect([...region.querySelectorAll('.changed')].map((line) => line.textContent.trim())).toEqual([
    '"value": "other"',
  ]);
});

test('a line that is a little too wide for the pane can be read to its end', async () => {
  const { store, region } = await renderText({ image: '' });
  region.setAttribute('data-wraps', 'false');
  // Around the width of the pane: shorter lines fit, longer ones do not.
  for (let length = 20; length <= 56; length += 3) {
    store.edit({ image: 'w'.repeat(length) });
    region.scrollLeft = region.scrollWidth;
    const end = region.querySelector('.text')!.getBoundingClientRect().right;
    expect(end - region.getBoundingClientRect().right, `${length} letters`).toBeLessThanOrEqual(0);
  }
});

test('marks the parts of a line by their kind', async () => {
  const { region } = await renderText({ name: 'a "quoted": 1', replicas: 2, host_network: false });
  const parts = [...region.querySelectorAll('pre > span > span > span')];
  expect(parts.map((part) => [part.className, part.textContent])).toEqual([
    ['key', '"name"'],
    ['text', '"a \\"quoted\\": 1",'],
    ['key', '"replicas"'],
    ['other', '2,'],
    ['key', '"host_network"'],
    ['other', 'false'],
  ]);
});

test('a long text wraps, and each line is at the row that its position says', async () => {
  const long = Array.from({ length: 1500 }, (_, at) => ({
    name: `VARIABLE_${at + 1}`,
    value: `${at} ${'word '.repeat(at % 40)}${'字'.repeat(at % 7)}`,
  }));
  const { store, region } = await renderText(long);
  region.setAttribute('data-wraps', 'true');
  await expect.poll(() => region.scrollWidth).toBe(region.clientWidth);
  const lines = documentText(store.get()).split('\n');
  for (const part of [0, 0.3, 0.77, 1]) {
    region.scrollTop = part * region.scrollHeight;
    const isAt = (top: number) =>
      [...region.querySelectorAll('pre > span > span')].find((line) => {
        const box = line.getBoundingClientRect();
        return box.top <= top && box.bottom > top;
      });
    const { top, bottom } = region.getBoundingClientRect();
    // The whole pane shows lines.
    for (let y = top + 12; y < bottom - 12; y += 10) await expect.poll(() => isAt(y)).toBeDefined();
    for (const line of region.querySelectorAll<HTMLElement>('pre > span > span')) {
      expect(lines).toContain(line.textContent);
      // No line needs more than its rows.
      expect(line.scrollHeight).toBeLessThanOrEqual(line.clientHeight);
    }
  }
});

test('a long text keeps its first visible line when wrapping is turned on', async () => {
  const long = Array.from({ length: 1500 }, (_, at) => ({
    name: `VARIABLE_${at + 1}`,
    value: 'word '.repeat(30),
  }));
  const { region } = await renderText(long);
  region.scrollTop = 1 * 20 + 700 * 4 * 20;
  await expect.poll(() => region.innerText).toContain('"VARIABLE_701"');
  region.setAttribute('data-wraps', 'true');
  const first = () =>
    [...region.querySelectorAll('pre > span > span')].find(
      (line) => line.getBoundingClientRect().bottom > region.getBoundingClientRect().top + 9,
    );
  await expect.poll(() => first()?.nextElementSibling?.textContent).toContain('"VARIABLE_701"');
});
