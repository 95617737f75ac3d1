import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { GrowingList } from './GrowingList.tsx';

test('the button that shows more keeps the focus until nothing is left, and then the list has it', async () => {
  const items = Array.from({ length: 250 }, (_, index) => `entry ${index}`);
  const list = { items, count: items.length };
  await renderEditor({}, <GrowingList list={list} row={(item) => <li key={item}>{item}</li>} />);
  const more = page.getByRole('button', { name: 'Show more' });
  focus(more);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('50 more not shown.')).toBeVisible();
  await expect.element(more).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('entry 249')).toBeInTheDocument();
  await expect.element(page.getByRole('list')).toHaveFocus();
});
