import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { PartHost } from './PartHost.tsx';

async function openPart() {
  await renderEditor(
    { name: 'web', x: 1 },
    <>
      <h1 tabIndex={-1}>Basics</h1>
      <UnknownKeys path={[]} />
      <PartHost />
    </>,
  );
  const key = page.getByRole('button', { name: 'x' });
  await key.click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return key;
}

test('after a part was removed, the focus is on the heading, because its button is gone', async () => {
  const key = await openPart();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect.element(key).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Basics' })).toHaveFocus();
});

test('after Escape, the focus is on the button again', async () => {
  const key = await openPart();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(key).toHaveFocus();
});
