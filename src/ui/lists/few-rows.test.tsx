import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { afterPaint } from '#src/ui/timing/after-paint.ts';
import { RowList } from './RowList.tsx';
import { AT_ONCE, FIRST_AT_ONCE } from './use-few-at-once.ts';

const path = ['tags'];
/** A new row is rendered, measured and placed in three frames at most. */
const QUIET_FRAMES = 4;
const words = { en: 'Tag', zh: '标签' };

/** Renders a list of one field per row, and counts how often each row renders. */
async function renderCounted(count: number) {
  const renders = new Map<number, number>();
  const rows = Array.from({ length: count }, (_, index) => ({ key: `k${index}` }));
  await renderEditor(
    setIn(initialBody, path, rows),
    <RowList
      path={path}
      label={words}
      item={words}
      createRow={() => ({ key: '' })}
      layout="inline"
      rowHeight={40}
    >
      {(row, index) => {
        renders.set(index, (renders.get(index) ?? 0) + 1);
        return <Field path={[...row, 'key']} />;
      }}
    </RowList>,
  );
  return renders;
}

const rendered = () => document.querySelectorAll('[role="listitem"]').length;
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** How many rows each frame added to the page while `act` ran and the list settled. */
async function rowsAdded(act: () => Promise<void>): Promise<number[]> {
  const added: number[] = [];
  const observer = new MutationObserver((records) => {
    const nodes = records.flatMap((record) => [...record.addedNodes]);
    const elements = nodes.flatMap((node) =>
      node instanceof Element ? [node, ...node.querySelectorAll('*')] : [],
    );
    const count = elements.filter(({ role }) => role === 'listitem').length;
    if (count > 0) added.push(count);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  await act();
  // More than one frame adds: a window is at least 560 px high, and a row about 45.
  await expect.poll(rendered).toBeGreaterThan(AT_ONCE);
  observer.disconnect();
  return added;
}

/** Resolves after a few frames in a row without a render: the first passes of a long list add and measure its rows. */
async function settled(renders: ReadonlyMap<number, number>): Promise<void> {
  const total = () => [...renders.values()].reduce((sum, one) => sum + one, 0);
  let seen = total();
  for (let quiet = 0; quiet < QUIET_FRAMES; quiet++) {
    await new Promise<void>((resolve) => void afterPaint(resolve));
    if (total() === seen) continue;
    seen = total();
    quiet = -1;
  }
}

test('a long list adds a few rows per frame', async () => {
  const [first, ...later] = await rowsAdded(async () => {
    await renderCounted(60);
  });
  expect(first).toBe(FIRST_AT_ONCE);
  expect(Math.max(...later)).toBeLessThanOrEqual(AT_ONCE);
});

test('a jump to another part of a long list adds a few rows per frame', async () => {
  const renders = await renderCounted(60);
  await expect.poll(rendered).toBeGreaterThan(AT_ONCE);
  await settled(renders);
  const [first, ...later] = await rowsAdded(async () => {
    await button('Add tag').click();
    await expect.element(page.getByRole('textbox').last()).toHaveFocus();
  });
  expect(first).toBe(FIRST_AT_ONCE);
  expect(Math.max(...later)).toBeLessThanOrEqual(AT_ONCE);
});

test.each([4, 60])(
  'an edit of a list of %d rows renders only the rows it affects',
  async (count) => {
    const renders = await renderCounted(count);
    await expect.element(button('Remove Tag 4')).toBeInTheDocument();
    await settled(renders);
    renders.clear();
    await button('Move Tag 2 down').click();
    await expect.element(button('Move Tag 2 down')).toBeInTheDocument();
    expect([...renders.keys()].toSorted()).toEqual([1, 2]);
  },
);
