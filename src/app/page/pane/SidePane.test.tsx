import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { SidePane } from './SidePane.tsx';

test('the focus stays on the button that folds and unfolds the pane', async () => {
  await renderEditor({}, <SidePane>{(fold) => <div>{fold}</div>}</SidePane>);
  const button = (name: string) => page.getByRole('button', { name });
  focus(button('Fold the JSON pane'));
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Show JSON')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Fold the JSON pane')).toHaveFocus();
});
