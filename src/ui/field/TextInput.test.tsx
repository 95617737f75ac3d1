import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { TextInput } from './TextInput.tsx';

test('a search field has a magnifier before its text', async () => {
  await renderEditor(
    {},
    <>
      <TextInput type="search" aria-label="Search" />
      <TextInput aria-label="Name" />
    </>,
  );
  const styleOf = (role: 'searchbox' | 'textbox') =>
    getComputedStyle(page.getByRole(role).element());
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  const search = styleOf('searchbox');
  expect(search.backgroundImage).toContain('circle');
  expect(search.backgroundPosition).toBe('12px 50%');
  expect(search.paddingLeft).toBe('36px');
  expect(styleOf('textbox').backgroundImage).toBe('none');
});
