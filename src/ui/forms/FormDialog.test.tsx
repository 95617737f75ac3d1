import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { FormDialog } from './FormDialog.tsx';

afterEach(() => page.viewport(900, 600));

const ignore = () => {};

test('the buttons stay on a small screen while the content scrolls', async () => {
  await page.viewport(320, 480);
  await renderEditor(
    initialBody,
    <FormDialog title="Abort" submit="Abort rollout" onSubmit={ignore} onCancel={ignore}>
      {Array.from({ length: 40 }, (_, index) => (
        <p key={index}>Row {index + 1}</p>
      ))}
    </FormDialog>,
  );
  await expect.element(page.getByRole('button', { name: 'Abort rollout' })).toBeInViewport();
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeInViewport();
  const last = page.getByText('Row 40');
  await expect.element(last).not.toBeInViewport();
  last.element().scrollIntoView();
  await expect.element(last).toBeInViewport();
  await expect.element(page.getByRole('button', { name: 'Abort rollout' })).toBeInViewport();
});
