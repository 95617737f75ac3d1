import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ForeignText } from './ForeignText.tsx';

test('the rest of a long text replaces its button and takes the focus', async () => {
  const text = 'x'.repeat(600);
  await renderEditor({}, <ForeignText text={text} />);
  focus(page.getByRole('button', { name: /^Show \d+ more characters$/ }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(text, { exact: true })).toHaveFocus();
});
