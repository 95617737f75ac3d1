import Dialog from '@mui/material/Dialog';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { keepRowFocus } from './keep-row-focus.ts';

const button = (name: string) => page.getByRole('button', { name });

/** Rows with two buttons each; the list itself is gone without rows. */
function Names({ names }: { names: readonly string[] }) {
  const [left, setLeft] = useState(names);
  if (left.length === 0) return <p>None left.</p>;
  return (
    <ul ref={keepRowFocus}>
      {left.map((name) => (
        <li key={name}>
          <button type="button">Rename {name}</button>
          <button type="button" onClick={() => setLeft(left.filter((one) => one !== name))}>
            Delete {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

test('a removed row gives the focus to the row in its place, the last row, and then the heading', async () => {
  await renderEditor(
    {},
    <>
      <PageHeading>Names</PageHeading>
      <Names names={['a', 'b', 'c']} />
    </>,
  );
  focus(button('Delete b'));
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Delete c')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Delete a')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Names' })).toHaveFocus();
});

/** Buttons and a note, each of which removes itself. */
function Tools() {
  const [left, setLeft] = useState(['Pause', 'Skip', 'Note']);
  const end = (name: string) => setLeft(left.filter((one) => one !== name));
  return (
    <>
      <div ref={keepRowFocus}>
        {['Pause', 'Skip']
          .filter((name) => left.includes(name))
          .map((name) => (
            <button key={name} type="button" onClick={() => end(name)}>
              {name}
            </button>
          ))}
      </div>
      {left.includes('Note') && (
        <p ref={keepRowFocus}>
          The request failed.
          <button type="button" onClick={() => end('Note')}>
            Dismiss
          </button>
        </p>
      )}
    </>
  );
}

test('a button or a note that its own press removes gives the focus to the next button or the heading', async () => {
  await renderEditor(
    {},
    <>
      <PageHeading>Rollout</PageHeading>
      <Tools />
    </>,
  );
  focus(button('Pause'));
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Skip')).toHaveFocus();
  focus(button('Dismiss'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Rollout' })).toHaveFocus();
});

test('the focus that a press of the pointer moves does not scroll the page', async () => {
  await renderEditor(
    {},
    <div style={{ height: 4000 }}>
      <PageHeading>Rollout</PageHeading>
      <div style={{ height: 3000 }} />
      <Tools />
    </div>,
  );
  await button('Dismiss').click();
  await expect.element(page.getByRole('heading', { name: 'Rollout' })).toHaveFocus();
  expect(scrollY).toBeGreaterThan(1000);
  focus(button('Pause'));
  await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}{Enter}');
  await expect.element(button('Skip')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Rollout' })).toHaveFocus();
  expect(scrollY).toBeLessThan(1000);
});

test('a dialog without rows still closes with Escape', async () => {
  const onClose = vi.fn<() => void>();
  await renderEditor(
    {},
    <Dialog open onClose={onClose}>
      <Names names={['a']} />
    </Dialog>,
  );
  await button('Delete a').click();
  await expect.element(page.getByRole('dialog')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('a row that disappears after the focus has left it takes no focus back', async () => {
  const view = await renderEditor(
    {},
    <ul ref={keepRowFocus}>
      <li key="a">
        <button type="button">Delete a</button>
      </li>
      <li key="b">
        <button type="button">Delete b</button>
      </li>
    </ul>,
  );
  focus(button('Delete a'));
  (document.activeElement as HTMLElement).blur();
  await view.rerender(
    <ul ref={keepRowFocus}>
      <li key="b">
        <button type="button">Delete b</button>
      </li>
    </ul>,
  );
  await expect.element(button('Delete a')).not.toBeInTheDocument();
  expect(document.activeElement).toBe(document.body);
});
