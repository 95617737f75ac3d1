import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ReferencePage } from './ReferencePage.tsx';

afterEach(() => history.replaceState(null, '', location.pathname + location.search));

test('a link to a rule that the search hides ends the search and leads to the rule', async () => {
  await renderEditor(initialBody, <ReferencePage />);
  const search = page.getByRole('searchbox');
  await search.fill('max_port');
  const link = page.getByRole('link', { name: 'R15', exact: true }).first();
  await expect.element(link).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'R16' })).not.toBeInTheDocument();
  location.hash = '#R16';
  await expect.element(page.getByRole('region', { name: 'R16' })).toHaveAttribute('data-target');
  await expect.element(search).toHaveValue('');
});

test('a fragment that is no text marks nothing', async () => {
  history.replaceState(null, '', '#100%');
  await renderEditor(initialBody, <ReferencePage />);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(document.querySelector('[data-target]')).toBeNull();
});
