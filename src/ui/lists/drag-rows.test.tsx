import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { RowList } from './RowList.tsx';

const path = ['tags'];

async function renderTags(keys: readonly string[], options?: { readOnly: boolean }) {
  const { store } = await renderEditor(
    setIn(
      initialBody,
      path,
      keys.map((key) => ({ key })),
    ),
    <RowList
      path={path}
      label={{ en: 'Tags', zh: '标签' }}
      item={{ en: 'Tag', zh: '标签' }}
      createRow={() => ({})}
      layout="table"
      columns={[{ label: 'Tag key', width: '1fr' }]}
      rowHeight={41}
    >
      {(row) => <Field path={[...row, 'key']} hideHelp />}
    </RowList>,
    options,
  );
  return {
    store,
    read: () => (getIn(store.get(), path) as readonly { key: string }[]).map(({ key }) => key),
  };
}

const row = (number: number) => page.getByRole('group', { name: `Tag ${number}`, exact: true });
const handleOf = (number: number) => row(number).element().querySelector('[aria-hidden]')!;
const middleOf = (element: Element) => {
  const { left, width, top, height } = element.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: top + height / 2 };
};

/** Sends a pointer event, as a mouse or a finger would. */
function point(type: string, target: EventTarget, place: object, pointerType = 'mouse'): void {
  const init = { pointerId: 7, pointerType, buttons: type === 'pointerup' ? 0 : 1, ...place };
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, ...init }));
}

const hasStarted = () => document.querySelector('[data-dragged]') !== null;

/** Presses a handle and moves the pointer until the drag has started. */
async function startDrag(number: number, pointerType?: string): Promise<void> {
  const handle = handleOf(number);
  const { clientX, clientY } = middleOf(handle);
  point('pointerdown', handle, { clientX, clientY }, pointerType);
  await expect
    .poll(() => {
      point('pointermove', window, { clientX, clientY: clientY + 6 }, pointerType);
      return hasStarted();
    })
    .toBe(true);
}

describe('a row', () => {
  test('is dragged to another place by its handle, as one undo step', async () => {
    const { read } = await renderTags(['a', 'b', 'c', 'd']);
    // A press before the code is loaded is only a press.
    await import('./drag-rows.ts');
    await userEvent.dragAndDrop(page.elementLocator(handleOf(1)), row(3));
    await expect.poll(read).toEqual(['b', 'c', 'a', 'd']);
    await undo();
    expect(read()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('can be dragged with a finger, up too, and shows where it would be dropped', async () => {
    const { read } = await renderTags(['a', 'b', 'c', 'd']);
    await startDrag(4, 'touch');
    const { top, left } = row(2).element().getBoundingClientRect();
    point('pointermove', window, { clientX: left, clientY: top + 3 }, 'touch');
    await expect.element(row(2)).toHaveAttribute('data-drop', 'before');
    point('pointerup', window, { clientX: left, clientY: top + 3 }, 'touch');
    expect(read()).toEqual(['a', 'd', 'b', 'c']);
    expect(document.querySelector('[data-drop], [data-dragged]')).toBeNull();
    expect(getComputedStyle(handleOf(1)).touchAction).toBe('none');
    await expect.element(row(2).getByRole('button', { name: 'Move Tag 2 up' })).toHaveFocus();
  });

  test('stays where it is after Escape, a press without movement, or while reading only', async () => {
    const { read, store } = await renderTags(['a', 'b', 'c']);
    await startDrag(1);
    point('pointermove', window, middleOf(row(3).element()));
    await expect.poll(() => document.querySelector('[data-drop]')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(hasStarted()).toBe(false);
    point('pointerup', window, middleOf(row(3).element()));
    await userEvent.click(handleOf(2));
    expect(read()).toEqual(['a', 'b', 'c']);
    expect(store.canUndo()).toBe(false);
  });

  test('has no handle in a document that is read-only', async () => {
    await renderTags(['a', 'b'], { readOnly: true });
    expect(getComputedStyle(handleOf(1)).cursor).not.toBe('grab');
  });

  test('scrolls a long list at its edge and is dropped among rows that were out of view', async () => {
    await page.viewport(900, 700);
    const keys = Array.from({ length: 250 }, (_, index) => `k${index + 1}`);
    const { read } = await renderTags(keys);
    await expect.element(row(2)).toBeVisible();
    const list = page.getByRole('list').element();
    await startDrag(2);
    const { left, bottom } = list.getBoundingClientRect();
    const edge = { clientX: left + 20, clientY: Math.min(bottom, innerHeight) - 10 };
    point('pointermove', window, edge);
    await expect.poll(() => list.scrollTop).toBeGreaterThan(1000);
    // The middle of the list does not scroll.
    point('pointermove', window, { ...edge, clientY: list.getBoundingClientRect().top + 200 });
    await expect.poll(() => document.querySelector('[data-drop]')).not.toBeNull();
    point('pointerup', window, edge);
    const moved = read();
    expect(moved).toHaveLength(250);
    expect(moved.indexOf('k2')).toBeGreaterThan(8);
    expect(moved.filter((key) => key !== 'k2')).toEqual(keys.filter((key) => key !== 'k2'));
  });
});
