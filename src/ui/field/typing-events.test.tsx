import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { getIn } from '#src/json/get-in.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { focusEnd, textbox } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';

test('a letter in a control of the document reaches the document and no component', async () => {
  const seen: string[] = [];
  const see = ({ type }: { type: string }) => void seen.push(type);
  const handlers = {
    onKeyDown: see,
    onKeyPress: see,
    onKeyUp: see,
    onBeforeInput: see,
    onInput: see,
    onChange: see,
  };
  const { store } = await renderEditor(
    initialBody,
    <div role="presentation" {...handlers}>
      <Field path={['description']} />
      <input aria-label="Other" />
    </div>,
  );
  focusEnd(textbox('Description'));
  seen.length = 0;
  await userEvent.keyboard('ab');
  expect(seen).toEqual([]);
  expect(getIn(store.get(), ['description'])).toBe('ab');

  // Components handle other keys.
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Control>}b{/Control}');
  expect(seen).toEqual(['keydown', 'keydown', 'keydown']);

  // Other controls are left alone.
  focusEnd(textbox('Other'));
  seen.length = 0;
  await userEvent.keyboard('c');
  expect(seen).toEqual(expect.arrayContaining(['keydown', 'keypress', 'input', 'change', 'keyup']));
});

test('a keydown without a key, as when a browser fills in a value, is left alone', async () => {
  await renderEditor(initialBody, <Field path={['description']} />);
  const failed = vi.fn<(event: ErrorEvent) => void>((event) => event.preventDefault());
  window.addEventListener('error', failed);
  textbox('Description')
    .element()
    .dispatchEvent(new Event('keydown', { bubbles: true }));
  window.removeEventListener('error', failed);
  expect(failed).not.toHaveBeenCalled();
});
