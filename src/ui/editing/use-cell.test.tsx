import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { redo, textbox, type, typeAtEnd, undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';

const container = ['deployment', 'template', 'containers', 0] as const;
const image = [...container, 'image_url'];
const version = [...container, 'version'];
const replicas = ['deployment', 'replicas'];
const description = ['description'];

/** Renders the field at a path, in a document with `value` there. */
async function renderCell(path: Path, value?: Json) {
  const document: Json = value === undefined ? initialBody : setIn(initialBody, path, value);
  const view = await renderEditor(document, <Field path={path} />);
  return { ...view, read: () => getIn(view.store.get(), path) };
}

describe('typing', () => {
  test('writes each key to the document at once', async () => {
    const { read } = await renderCell(image);
    textbox('Image').element().focus();
    for (const [at, key] of [...'nginx'].entries()) {
      await type(key);
      expect(read()).toBe('nginx'.slice(0, at + 1));
    }
  });

  test('keeps the caret while typing in the middle of a text', async () => {
    const { read } = await renderCell(image, 'nginx:alpine');
    const control = textbox('Image').element() as HTMLInputElement;
    control.focus();
    control.setSelectionRange(5, 5);
    await type('-1.27');
    expect(read()).toBe('nginx-1.27:alpine');
    expect(control.selectionStart).toBe(10);
  });

  test('clearing an optional field removes its key', async () => {
    const { read, store } = await renderCell(version);
    const before = JSON.stringify(store.get());
    await textbox('Version').fill('1.0');
    expect(read()).toBe('1.0');
    await textbox('Version').fill('');
    expect(JSON.stringify(store.get())).toBe(before);
  });

  test('clearing an optional field removes the objects that contain nothing else', async () => {
    const path = [...container, 'resources', 'limits', 'cpu'];
    const { read, store } = await renderCell(path);
    await textbox('CPU').fill('0.5');
    expect(read()).toBe('0.5');
    await textbox('CPU').fill('');
    expect(store.get()).toEqual(initialBody);
  });

  test('a key that is cleared and written again has its position in the API', async () => {
    const { store } = await renderCell(['name'], 'web');
    await textbox('Deployment name').fill('');
    await textbox('Deployment name').fill('other');
    expect(JSON.stringify(store.get())).toBe(JSON.stringify({ ...initialBody, name: 'other' }));
  });

  test.each([
    ['8x', '8x'],
    ['08', '08'],
    ['1e3', '1e3'],
    [' 5', ' 5'],
    ['5.0', '5.0'],
    ['5', 5],
    ['-1', -1],
    ['', undefined],
  ])('the number %o becomes %o: a number only if it prints back as typed', async (text, value) => {
    const { read } = await renderCell(replicas);
    await textbox('Replicas').fill(text);
    expect(read()).toBe(value);
    await expect.element(textbox('Replicas')).toHaveValue(text);
  });
});

describe('undo', () => {
  test('undoes and redoes typing, also with the focus in the field', async () => {
    const { read } = await renderCell(image, 'nginx');
    await typeAtEnd(textbox('Image'), ':1.27');
    await undo();
    expect(read()).toBe('nginx');
    await expect.element(textbox('Image')).toHaveValue('nginx');
    await redo();
    expect(read()).toBe('nginx:1.27');
    await expect.element(textbox('Image')).toHaveValue('nginx:1.27');
  });
});

describe('a document that changes elsewhere', () => {
  test('updates the field and keeps the caret', async () => {
    const { store } = await renderCell(image, 'nginx');
    const control = textbox('Image').element() as HTMLInputElement;
    control.focus();
    control.setSelectionRange(2, 2);
    store.edit(setIn(store.get(), ['name'], 'web'));
    expect([control.value, control.selectionStart]).toEqual(['nginx', 2]);
    store.edit(setIn(store.get(), image, 'busybox'));
    expect(control.value).toBe('busybox');
    store.reset(initialBody);
    expect(control.value).toBe('');
  });

  test('to a text with line breaks turns the input into a text area, which is updated too', async () => {
    const { store } = await renderCell(image, 'nginx');
    store.edit(setIn(store.get(), image, 'a\nb'));
    await expect.element(textbox('Image')).toHaveValue('a\nb');
    expect(textbox('Image').element().tagName).toBe('TEXTAREA');
    store.edit(setIn(store.get(), image, 'nginx'));
    await expect.element(textbox('Image')).toHaveValue('nginx');
  });

  test('to another kind of value shows that value', async () => {
    const { store } = await renderCell(replicas, 1);
    for (const [value, text] of [
      [25, '25'],
      [null, 'null'],
      [true, 'true'],
      ['x', 'x'],
    ] as const) {
      store.edit(setIn(store.get(), replicas, value));
      await expect.element(textbox('Replicas')).toHaveValue(text);
    }
  });
});

describe('a field that is unmounted', () => {
  test('keeps its value, and shows the current one when mounted again', async () => {
    const { store, read, rerender } = await renderCell(image);
    await textbox('Image').fill('nginx');
    await rerender(null);
    expect(read()).toBe('nginx');
    store.edit(setIn(store.get(), image, 'nginx:1.27'));
    await rerender(<Field path={image} />);
    await expect.element(textbox('Image')).toHaveValue('nginx:1.27');
    await typeAtEnd(textbox('Image'), '-alpine');
    expect(read()).toBe('nginx:1.27-alpine');
  });

  test('moves to another path with the next render', async () => {
    const two = setIn(
      initialBody,
      ['deployment', 'template', 'containers'],
      [
        { name: 'one', image_url: 'first' },
        { name: 'two', image_url: 'second' },
      ],
    );
    const pathTo = (index: number) => ['deployment', 'template', 'containers', index, 'image_url'];
    const { store, rerender } = await renderEditor(two, <Field path={pathTo(0)} />);
    await rerender(<Field path={pathTo(1)} />);
    await expect.element(textbox('Image')).toHaveValue('second');
    await typeAtEnd(textbox('Image'), '!');
    expect(getIn(store.get(), pathTo(0))).toBe('first');
    expect(getIn(store.get(), pathTo(1))).toBe('second!');
  });
});

describe('line breaks', () => {
  test.each([
    ['of Unix', 'set -e\necho one\necho two\n'],
    ['of Windows', 'a\r\nb\r\n'],
    ['of all kinds', 'lone\rcr\n\u2028\0\r\nend'],
  ])('keeps %s while the text around them is edited', async (_kind, text) => {
    const { read } = await renderCell(description, text);
    await typeAtEnd(textbox('Description'), 'x');
    expect(read()).toBe(`${text}x`);
    await userEvent.keyboard('{Backspace}');
    expect(read()).toBe(text);
    const control = textbox('Description').element() as HTMLTextAreaElement;
    control.setSelectionRange(1, 1);
    await type('y');
    expect(read()).toBe(`${text[0]}y${text.slice(1)}`);
    expect(control.selectionStart).toBe(2);
  });

  test('a new line in a text with CR LF is CR LF', async () => {
    const { read } = await renderCell(description, 'a\r\nb\r\n');
    await typeAtEnd(textbox('Description'), 'c\nd');
    expect(read()).toBe('a\r\nb\r\nc\r\nd');
  });

  test('are kept in a single-line field, which reports them as wrong', async () => {
    const { read } = await renderCell([...container, 'name'], 'web\r\none');
    await expect.element(textbox('Container name')).toHaveValue('web\none');
    await typeAtEnd(textbox('Container name'), 'x');
    expect(read()).toBe('web\r\nonex');
    await userEvent.tab();
    await expect.element(textbox('Container name')).toBeInvalid();
    await textbox('Container name').fill('web');
    await userEvent.tab();
    await expect.element(textbox('Container name')).toBeValid();
    expect(textbox('Container name').element().tagName, 'one line again').toBe('INPUT');
  });
});

describe('an object or a list in place of a text', () => {
  test('is shown, and turned into text only on request', async () => {
    const value = { a: [1] };
    const { read } = await renderCell(description, value);
    await expect.element(textbox('Description')).toHaveValue('{"a":[1]}');
    await typeAtEnd(textbox('Description'), 'x');
    expect(read()).toEqual(value);
    await page.getByRole('button', { name: 'Convert to text' }).click();
    await expect.element(textbox('Description')).toHaveFocus();
    await typeAtEnd(textbox('Description'), 'x');
    expect(read()).toBe('{"a":[1]}x');
    await undo();
    await undo();
    expect(read()).toEqual(value);
    await expect.element(textbox('Description')).toHaveAttribute('readonly');
  });
});

describe('a document that is read-only', () => {
  test('shows the whole text and ignores keys', async () => {
    const document = setIn(initialBody, description, 'one\ntwo');
    const { store } = await renderEditor(document, <Field path={description} />, {
      readOnly: true,
    });
    await expect.element(textbox('Description')).toHaveValue('one\ntwo');
    await typeAtEnd(textbox('Description'), 'x');
    expect(store.get()).toEqual(document);
  });
});

describe('the problem of a field', () => {
  test('that is empty shows when the field loses the focus, not before', async () => {
    await renderCell(image);
    await textbox('Image').click();
    await expect.element(textbox('Image')).toBeValid();
    await userEvent.tab();
    await expect.element(textbox('Image')).toBeInvalid();
    await expect.element(textbox('Image')).toHaveAccessibleDescription(/This is empty/);
  });

  test('disappears with the key press that fixes it', async () => {
    await renderCell(replicas);
    await textbox('Replicas').fill('8x');
    await userEvent.tab();
    await expect.element(textbox('Replicas')).toHaveAccessibleDescription(/“8x” is not an integer/);
    await textbox('Replicas').fill('8');
    await expect.element(textbox('Replicas')).not.toHaveAccessibleDescription(/is not an integer/);
  });
});
