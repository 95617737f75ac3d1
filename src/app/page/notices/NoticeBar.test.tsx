import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { ShortcutSheet } from '#src/features/palette/ShortcutSheet.tsx';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { NoticeBar } from './NoticeBar.tsx';

const inTheMiddle = { display: 'block', marginInline: 'auto' };

/** A notice over a page with two buttons. */
async function renderNotice(width: number) {
  await page.viewport(width, 600);
  await renderEditor(
    initialBody,
    <>
      <NoticeBar notice={{ text: 'The draft was restored.' }} onClosed={() => undefined} />
      <div style={{ height: 1500 }} />
      <button type="button" style={inTheMiddle}>
        First
      </button>
      <div style={{ height: 130 }} />
      <button type="button" style={inTheMiddle}>
        Second
      </button>
      <div style={{ height: 1500 }} />
    </>,
  );
  const notice = page.getByText('The draft was restored.');
  await expect.element(notice).toBeVisible();
  const button = (name: string) => page.getByRole('button', { name }).element() as HTMLElement;
  return { notice, first: button('First'), second: button('Second') };
}

test('a focused control is scrolled clear of the notice as long as it is shown', async () => {
  const { notice, first, second } = await renderNotice(800);
  const { bottom } = notice.element().getBoundingClientRect();

  second.focus();
  // Puts the first button under the notice.
  window.scrollBy(0, first.getBoundingClientRect().top - 130);
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(first);
  await expect.poll(() => first.getBoundingClientRect().top).toBeGreaterThan(bottom);

  await userEvent.keyboard('{Escape}');
  await expect.element(notice).not.toBeInTheDocument();
});

test('on phones, the notice ends above the title of the page', async () => {
  const { notice } = await renderNotice(390);
  // The title is 24 pixels below the bars, which are 108 pixels high.
  expect(notice.element().getBoundingClientRect().bottom).toBeLessThan(132);
});

test('nothing is scrolled for a control in a bar, or once the notice is gone', async () => {
  const { notice, first } = await renderNotice(800);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const bar = document.createElement('button');
  bar.style.cssText = 'position: fixed; top: 120px; left: 380px; height: 40px';
  document.body.append(bar);
  window.scrollTo(0, 500);
  bar.focus();
  await frame();
  await frame();
  expect(window.scrollY).toBe(500);
  bar.remove();

  await userEvent.keyboard('{Escape}');
  await expect.element(notice).not.toBeInTheDocument();
  window.scrollBy(0, first.getBoundingClientRect().top - 130);
  const before = window.scrollY;
  first.focus({ preventScroll: true });
  await frame();
  await frame();
  expect(window.scrollY).toBe(before);
});

test.each([390, 800, 1280])(
  'the head of a dialog stays clear of the notice in a window of %d pixels',
  async (width) => {
    await page.viewport(width, 700);
    const bar = (
      <NoticeBar notice={{ text: 'The draft was restored.' }} onClosed={() => undefined} />
    );
    const { rerender } = await renderEditor(initialBody, bar);
    const notice = page.getByText('The draft was restored.');
    const top = () => notice.element().getBoundingClientRect().top;
    await expect.element(notice).toBeVisible();
    const before = top();
    await rerender(
      <>
        {bar}
        <ShortcutSheet onClose={() => undefined} />
      </>,
    );
    const heading = page.getByRole('heading', { name: 'Keyboard shortcuts' });
    await expect.element(heading).toBeVisible();
    expect(top()).toBeGreaterThan(heading.element().getBoundingClientRect().bottom + 300);
    await rerender(bar);
    await expect.poll(top).toBe(before);
  },
);

test('only the button of a notice takes clicks; others reach the page below', async () => {
  await page.viewport(390, 600);
  const run = vi.fn<() => void>();
  await renderEditor(
    initialBody,
    <>
      <NoticeBar
        notice={{ text: 'Row deleted.', action: { label: 'Undo', run } }}
        onClosed={() => undefined}
      />
      <button type="button" style={{ position: 'fixed', inset: '0 0 auto 0', height: 60 }}>
        Menu
      </button>
    </>,
  );
  const text = page.getByText('Row deleted.');
  await expect.element(text).toBeVisible();
  const { left, top } = text.element().getBoundingClientRect();
  expect(document.elementFromPoint(left + 2, top + 2)?.textContent).toBe('Menu');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(run).toHaveBeenCalledOnce();
});

test.each(['Enter', 'Escape'])(
  'after %s on its button, the focus is where it was before',
  async (key) => {
    function WithNotice() {
      const [isShown, setShown] = useState(true);
      const notice = { text: 'Row deleted.', action: { label: 'Undo', run: () => undefined } };
      return (
        <>
          <button type="button">Row</button>
          {isShown && <NoticeBar notice={notice} onClosed={() => setShown(false)} />}
        </>
      );
    }
    await renderEditor(initialBody, <WithNotice />);
    const action = page.getByRole('button', { name: 'Undo' });
    await expect.element(action).toBeVisible();
    focus(page.getByRole('button', { name: 'Row' }));
    focus(action);
    await userEvent.keyboard(`{${key}}`);
    await expect.element(action).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Row' })).toHaveFocus();
  },
);
