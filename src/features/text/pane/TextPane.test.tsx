import { useState, type ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { documentText } from '#src/document/document-text.ts';
import { setIn } from '#src/document/edits.ts';
import { idsOf } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { EditorContext, useEditor } from '#src/ui/editing/editor.ts';
import { useProvideGoToField } from '#src/ui/focus/go-to-field.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { pendingText, setPendingText } from '../pending/pending-text.ts';
import { PendingTextBanner } from './PendingTextBanner.tsx';
import { TextPane } from './TextPane.tsx';

const DRAFT = 'text-pane-test';

const body: Json = {
  name: 'web',
  node_ids: ['n'],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always' },
      containers: [
        { name: 'a', image_url: 'x' },
        { name: 'b', image_url: 'y' },
      ],
    },
  },
};

beforeEach(() => setPendingText(DRAFT, undefined));

async function open(document: Json = body) {
  const onClose = vi.fn<() => void>();
  const view = await renderEditor(
    document,
    <div style={{ height: 700 }}>
      <TextPane draftId={DRAFT} isElsewhere={false} onCloseEditor={onClose} actions={null} />
    </div>,
  );
  const editor = view.getByRole('textbox', { name: 'JSON editor' });
  await expect.element(editor).toBeVisible();
  return { ...view, editor, onClose };
}

/** Puts the cursor at the end of line 2, the name. */
async function goToName(editor: Awaited<ReturnType<typeof open>>['editor']) {
  await editor.click();
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}{End}');
}

test('typing changes the document after a pause, and rows keep their identity', async () => {
  const { editor, store } = await open();
  const rows = () =>
    idsOf(getIn(store.get(), ['deployment', 'template', 'containers']) as JsonList);
  const before = [...rows()];
  await goToName(editor);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}-1');
  await expect.poll(() => getIn(store.get(), ['name'])).toBe('web-1');
  expect(rows()).toEqual(before);
  store.undo();
  await expect.element(editor).toHaveTextContent('"name": "web",');
  expect(store.get()).toEqual(body);
});

test('a text that does not parse is kept with the draft; one click restores the last good one', async () => {
  const { editor, store, getByRole } = await open();
  await goToName(editor);
  await userEvent.keyboard('x');
  await expect.element(getByRole('alert')).toHaveTextContent('Line 2: This is not a JSON value');
  expect(store.get()).toEqual(body);
  expect(pendingText(DRAFT)).toContain('"name": "web",x');
  await getByRole('button', { name: 'Restore the last good text' }).click();
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
  await expect.element(editor).not.toHaveTextContent('"web",x');
  expect(pendingText(DRAFT)).toBeUndefined();
  expect(store.get()).toEqual(body);
});

test('Ctrl+Enter is left to the page, which creates what was just typed', async () => {
  const { editor, store } = await open();
  const created: unknown[] = [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.defaultPrevented)
      created.push(getIn(store.get(), ['name']));
  };
  window.addEventListener('keydown', onKey);
  await goToName(editor);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}-1{Control>}{Enter}{/Control}');
  window.removeEventListener('keydown', onKey);
  expect(created).toEqual(['web-1']);
  await expect.element(editor).toHaveTextContent('"name": "web-1",');
  expect(Object.keys(store.get() as object)).toEqual(Object.keys(body as object));
});

test('a key __proto__ is refused with its line, as an import refuses it', async () => {
  const { editor, store, getByRole } = await open();
  await goToName(editor);
  await userEvent.keyboard('{Enter}"__proto__": 1,');
  await expect
    .element(getByRole('alert'))
    .toHaveTextContent('Line 3: A key must not be __proto__.');
  expect(store.get()).toEqual(body);
});

test('a key that the document does not take is refused with its line, not dropped', async () => {
  const sent: Json = { description: 'one', deployment: getIn(body, ['deployment'])! };
  function Sent({ children }: { children: ReactNode }) {
    const editor = useEditor();
    const store = { ...editor.store, takes: (key: string) => Object.hasOwn(sent as object, key) };
    const [inner] = useState({ ...editor, store });
    return <EditorContext value={inner}>{children}</EditorContext>;
  }
  const { getByRole, store } = await renderEditor(
    sent,
    <Sent>
      <PendingTextBanner draftId={DRAFT} onShow={() => {}} />
      <TextPane draftId={DRAFT} isElsewhere={false} onCloseEditor={() => {}} actions={null} />
    </Sent>,
  );
  const editor = getByRole('textbox', { name: 'JSON editor' });
  await goToName(editor);
  await userEvent.keyboard('{Enter}"name": "other",');
  for (const index of [0, 1])
    await expect
      .element(getByRole('alert').nth(index))
      .toHaveTextContent('Line 3: “name” cannot be changed here. Remove it.');
  expect(store.get()).toBe(sent);
  await userEvent.keyboard('{Shift>}{Home}{/Shift}{Backspace}');
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
  expect(store.get()).toEqual(sent);
});

test('what is typed is not lost while the text takes a key that the document adds', async () => {
  const view = await renderEditor(
    body,
    <Adding>
      <TextPane draftId={DRAFT} isElsewhere={false} onCloseEditor={() => {}} actions={null} />
    </Adding>,
  );
  const editor = view.getByRole('textbox', { name: 'JSON editor' });
  await goToName(editor);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  // As soon as the document has the first letter, the second one follows.
  const stop = view.store.subscribe(() => {
    stop();
    queueMicrotask(() => globalThis.document.execCommand('insertText', false, 'b'));
  });
  await userEvent.keyboard('a');
  await expect.element(editor).toHaveTextContent('"description": ""');
  await expect.element(editor).toHaveTextContent('"name": "webab"');
  await expect.poll(() => getIn(view.store.get(), ['name'])).toBe('webab');
});

/** A document that adds a description to every edit that has none, as an update does. */
function Adding({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const [inner] = useState(() => {
    const { store } = editor;
    const edit: typeof store.edit = (next, note) =>
      store.edit({ ...(next as object), description: '' }, note);
    return { ...editor, store: { ...store, edit, takes: () => true } };
  });
  return <EditorContext value={inner}>{children}</EditorContext>;
}

test('a pending text is shown again', async () => {
  const text = documentText(body).replace('1,', '1.0,');
  setPendingText(DRAFT, text);
  const { editor, store, getByRole } = await open();
  await expect.element(editor).toHaveTextContent('"replicas": 1.0,');
  await expect.element(getByRole('alert')).toHaveTextContent('1.0 would be sent as 1.');
  await getByRole('button', { name: 'Use it with these changes' }).click();
  await expect.element(editor).toHaveTextContent('"replicas": 1,');
  expect(pendingText(DRAFT)).toBeUndefined();
  expect(store.get()).toEqual(body);
});

test('an edit of the form changes only its part of the text', async () => {
  const { editor, store } = await open();
  store.edit(setIn(store.get(), ['deployment', 'replicas'], 7));
  await expect.element(editor).toHaveTextContent('"replicas": 7,');
});

test('keys and values are completed from the field specs', async () => {
  const { editor, store, getByRole } = await open();
  await goToName(editor);
  await userEvent.keyboard('{Enter}"descr');
  await getByRole('option', { name: /^description/ }).click();
  await userEvent.keyboard('Hello{End},');
  await expect.poll(() => getIn(store.get(), ['description'])).toBe('Hello');
});

test('problems are marked and listed', async () => {
  const { editor, getByRole, container } = await open(setIn(body, ['name'], 'Not valid'));
  await expect.element(getByRole('button', { name: /^\d+ problems?$/ })).toBeVisible();
  await expect
    .poll(() => container.querySelector('.cm-lintRange-error')?.textContent)
    .toBe('"Not valid"');
  await getByRole('button', { name: /^\d+ problems?$/ }).click();
  await expect.element(getByRole('listbox', { name: 'Diagnostics' })).toBeVisible();
  await expect.element(editor).toBeVisible();
});

test('Tab leaves the editor after Escape, and closing takes the last edit', async () => {
  const { editor, store, onClose, getByRole } = await open();
  await goToName(editor);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}-2');
  await getByRole('button', { name: 'Close editor' }).click();
  expect(onClose).toHaveBeenCalledOnce();
  expect(getIn(store.get(), ['name'])).toBe('web-2');
  await editor.click();
  await userEvent.keyboard('{Escape}{Tab}');
  await expect.element(editor).not.toHaveFocus();
});

test('the outline counts the members of lists, and leads to them in the text', async () => {
  const { editor, getByRole, container } = await open();
  await getByRole('button', { name: 'Outline' }).click();
  const outline = getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: /^Containers\W*2$/ }).click();
  await expect.element(editor).toHaveFocus();
  await expect
    .poll(() => container.querySelector('.cm-activeLine')?.textContent.trim())
    .toBe('"containers": [');
  await getByRole('button', { name: 'Outline' }).click();
  await getByRole('button', { name: 'Outline' }).click();
  await outline.getByRole('button', { name: 'Members of Containers' }).click();
  await expect.element(outline.getByRole('button', { name: /^b\W*2$/ })).not.toBeInTheDocument();
});

test('the focus in a field marks its lines and scrolls them into view; a line number, and Alt+Enter, lead to their field', async () => {
  const goTo = vi.fn<(path: Path) => void>();
  function Provider() {
    useProvideGoToField(goTo);
    return null;
  }
  const tags = Array.from({ length: 60 }, (_, at) => ({ key: `k${at}`, value: `v${at}` }));
  const view = await renderEditor(
    { tags, ...(body as object) },
    <main>
      <Provider />
      <Field path={['deployment', 'replicas']} />
      <div style={{ height: 400 }}>
        <TextPane draftId={DRAFT} isElsewhere={false} onCloseEditor={() => {}} actions={null} />
      </div>
    </main>,
  );
  const marked = () => [...view.container.querySelectorAll('.cm-linked')];
  await expect.element(view.getByRole('textbox', { name: 'JSON editor' })).toBeVisible();
  await view.getByLabelText('Replicas').click();
  await expect
    .poll(() => marked().map((line) => line.textContent.trim()))
    .toEqual(['"replicas": 1,']);
  const pane = view.container.querySelector('.cm-scroller')!.getBoundingClientRect();
  const box = marked()[0]!.getBoundingClientRect();
  expect(box.top >= pane.top && box.bottom <= pane.bottom).toBe(true);
  const number = [
    ...view.container.querySelectorAll<HTMLElement>('.cm-lineNumbers .cm-gutterElement'),
  ].find((one) => Math.abs(one.getBoundingClientRect().top - box.top) < 5);
  number!.click();
  await expect.poll(() => goTo.mock.lastCall?.[0]).toEqual(['deployment', 'replicas']);

  const editor = view.getByRole('textbox', { name: 'JSON editor' });
  await editor.click();
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}');
  const visited = [];
  for (let line = 0; line < 4; line++) {
    await userEvent.keyboard('{Alt>}{Enter}{/Alt}{ArrowDown}{End}');
    visited.push(goTo.mock.lastCall?.[0]);
  }
  expect(visited).toEqual([['tags'], ['tags', 0], ['tags', 0, 'key'], ['tags', 0, 'value']]);
  expect(view.store.canUndo()).toBe(false);
});

test('on a narrow page the outline is a menu; Escape closes it, and the focus goes back to its button', async () => {
  await page.viewport(800, 700);
  try {
    const { editor, getByRole } = await open();
    const button = getByRole('button', { name: 'Outline' });
    await button.click();
    const outline = getByRole('navigation', { name: 'Outline' });
    await expect.element(outline).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(outline).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const entry = outline.getByRole('button', { name: /^Containers\W*2$/ });
    await entry.click();
    await expect.element(outline).not.toBeInTheDocument();
    await expect.element(editor).toHaveFocus();
  } finally {
    await page.viewport(1280, 900);
  }
});

test('a long line that is scrolled does not show through the line numbers', async () => {
  const { container } = await open(setIn(body, ['description'], 'long '.repeat(200)));
  const gutters = container.querySelector('.cm-gutters')!;
  const scroller = container.querySelector('.cm-scroller')!;
  scroller.scrollLeft = 400;
  expect(scroller.scrollLeft).toBe(400);
  expect(gutters.getBoundingClientRect().left).toBe(scroller.getBoundingClientRect().left);
  expect(getComputedStyle(gutters).backgroundColor).toMatch(/^rgb\(/);
});
