import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { NoticeBar } from './NoticeBar.tsx';

test.each([390, 800, 1440])(
  'at %d px a focused control is scrolled clear of the notice as long as it is shown',
  async (width) => {
    await page.viewport(width, 600);
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
    await expect.poll(() => document.documentElement.style.scrollPaddingBottom).not.toBe('');
    const { top } = notice.element().getBoundingClientRect();
    expect(top).toBeGreaterThan(300);

    const first = page.getByRole('button', { name: 'First' }).element() as HTMLElement;
    first.focus();
    // Puts the second button under the notice.
    const second = page.getByRole('button', { name: 'Second' }).element() as HTMLElement;
    window.scrollBy(0, second.getBoundingClientRect().top - top);
    await userEvent.tab();
    expect(document.activeElement).toBe(second);
    await expect.poll(() => second.getBoundingClientRect().bottom).toBeLessThan(top);

    await userEvent.keyboard('{Escape}');
    await expect.element(notice).not.toBeInTheDocument();
  },
);

test('a notice that closes gives its space back', async () => {
  await page.viewport(800, 600);
  await renderEditor(
    initialBody,
    <NoticeBar notice={{ text: 'Copied.' }} onClosed={() => undefined} />,
  );
  const { style } = document.documentElement;
  await expect.poll(() => style.scrollPaddingBottom).not.toBe('');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => style.scrollPaddingBottom).toBe('');
});
