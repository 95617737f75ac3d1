import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { NoticeBar } from './NoticeBar.tsx';

test('a focused control is scrolled clear of the notice as long as it is shown', async () => {
  await page.viewport(390, 600);
  await renderEditor(
    initialBody,
    <>
      <NoticeBar notice={{ text: 'The draft was restored.' }} onClosed={() => undefined} />
      <div style={{ height: 1500 }} />
      <button type="button">First</button>
      <div style={{ height: 130 }} />
      <button type="button">Second</button>
      <div style={{ height: 1500 }} />
    </>,
  );
  const notice = page.getByText('The draft was restored.');
  await expect.element(notice).toBeVisible();
  await expect.poll(() => document.documentElement.style.scrollPaddingTop).not.toBe('');
  const bottom = notice.element().getBoundingClientRect().bottom;

  const second = page.getByRole('button', { name: 'Second' }).element() as HTMLElement;
  second.focus();
  // Puts the first button under the notice.
  const first = page.getByRole('button', { name: 'First' }).element() as HTMLElement;
  window.scrollBy(0, first.getBoundingClientRect().top - 130);
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(first);
  await expect.poll(() => first.getBoundingClientRect().top).toBeGreaterThan(bottom);

  await userEvent.keyboard('{Escape}');
  await expect.element(notice).not.toBeInTheDocument();
});

test('a notice that closes gives its space back', async () => {
  await renderEditor(
    initialBody,
    <NoticeBar notice={{ text: 'Copied.' }} onClosed={() => undefined} />,
  );
  const { style } = document.documentElement;
  await expect.poll(() => style.scrollPaddingTop).not.toBe('');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => style.scrollPaddingTop).toBe('');
});
