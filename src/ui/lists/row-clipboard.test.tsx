import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { RowList } from './RowList.tsx';

const path = ['tags'];
const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ key, value: key.toUpperCase() }));

async function renderTags(...rows: object[]) {
  const { store } = await renderEditor(
    setIn(initialBody, path, rows as never),
    <RowList
      path={path}
      label={{ en: 'Tags', zh: '标签' }}
      item={{ en: 'Tag', zh: '标签' }}
      createRow={() => ({})}
      layout="table"
      rowHeight={41}
    >
      {(row) => (
        <>
          <Field path={[...row, 'key']} hideHelp />
          <Field path={[...row, 'value']} hideHelp />
        </>
      )}
    </RowList>,
  );
  return () => getIn(store.get(), path);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Sends a clipboard event to the focused element. */
function send(type: 'copy' | 'paste', text = '') {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
  document.activeElement!.dispatchEvent(event);
  return { isTaken: event.defaultPrevented, text: clipboardData.getData('text/plain') };
}

describe('rows as JSON', () => {
  test('are copied with the selection, by key or button', async () => {
    await renderTags(a!, b!, c!);
    await button('Select').click();
    await page.getByRole('checkbox', { name: 'Select Tag 1' }).click();
    await page.getByRole('checkbox', { name: 'Select Tag 3' }).click();
    const copied = send('copy');
    expect(JSON.parse(copied.text)).toEqual([a, c]);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await button('Copy as JSON').click();
    expect(write).toHaveBeenCalledWith(copied.text);
    await expect.element(page.getByText('2 rows copied.')).toBeVisible();
    write.mockRestore();
  });

  test('keep unknown keys', async () => {
    const read = await renderTags(a!);
    (button('Add tag').element() as HTMLElement).focus();
    expect(send('paste', '{"key":"x","value":"y","zone":1}').isTaken).toBe(true);
    expect(read()).toEqual([a, { key: 'x', value: 'y', zone: 1 }]);
  });

  test('are pasted after the row with the focus, or in place of a blank one, as one undo step', async () => {
    const read = await renderTags(a!, {});
    (button('Duplicate Tag 1').element() as HTMLElement).focus();
    expect(send('paste', JSON.stringify(b)).isTaken).toBe(true);
    expect(read()).toEqual([a, b, {}]);
    const key = page.getByRole('group', { name: 'Tag 2', exact: true }).getByLabelText('Tag key');
    await expect.element(key).toHaveFocus();
    await page.getByRole('group', { name: 'Tag 3' }).getByLabelText('Tag key').click();
    send('paste', JSON.stringify([c, a], null, 2));
    expect(read()).toEqual([a, b, c, a]);
    await expect.element(page.getByText('2 rows pasted.')).toBeVisible();
    await undo();
    expect(read()).toEqual([a, b, {}]);
    await userEvent.click(button('Add tag'));
    await undo();
    (button('Add tag').element() as HTMLElement).focus();
    send('paste', JSON.stringify(c));
    expect(read()).toEqual([a, b, {}, c]);
  });

  test('are left to the page or the field if they are something else', async () => {
    const read = await renderTags(a!);
    (button('Add tag').element() as HTMLElement).focus();
    for (const text of [
      '{"name":"x"}',
      '[]',
      '{}',
      '[1]',
      '{"key":',
      'key: x',
      '[{"key":"x"},{"other":1}]',
      '{"key":"x","other":1}',
    ])
      expect(send('paste', text).isTaken).toBe(false);
    await page.getByLabelText('Tag value').click();
    expect(send('paste', JSON.stringify(b)).isTaken).toBe(false);
    await page.getByLabelText('Tag key').click();
    expect(send('paste', JSON.stringify(b)).isTaken).toBe(false);
    expect(read()).toEqual([a]);
  });
});
