import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { EnvTextEditor } from './EnvTextEditor.tsx';

const path = ['deployment', 'template', 'containers', 0, 'envs'];

const editor = <EnvTextEditor path={path} isMasked={false} onClose={() => undefined} />;
const text = page.getByRole('textbox');

function Jump() {
  const own = useEditor();
  return (
    <button type="button" onClick={() => focusPath(own, [...path, 1, 'name'])}>
      Jump
    </button>
  );
}

async function render() {
  const variables = [
    { name: 'A', value: '1' },
    { name: '2B', value: '2' },
  ];
  return renderEditor(
    setIn(initialBody, path, variables),
    <>
      {editor}
      <Jump />
    </>,
  );
}

test('a jump to a variable focuses the text', async () => {
  await render();
  await expect.element(text).toHaveValue('A=1\n2B=2');
  await page.getByRole('button', { name: 'Jump' }).click();
  await expect.element(text).toHaveFocus();
});

test('a text that cannot be read is kept until the user returns, unless the variables change', async () => {
  const { store, rerender } = await render();
  await text.fill('A="1');
  await rerender(<div />);
  await rerender(editor);
  await expect.element(text).toHaveValue('A="1');
  await rerender(<div />);
  store.edit(setIn(store.get(), [...path, 0, 'value'], 'new'));
  await rerender(editor);
  await expect.element(text).toHaveValue('A=new\n2B=2');
});
