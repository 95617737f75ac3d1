import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { UnknownKeys } from './UnknownKeys.tsx';

const container = ['deployment', 'template', 'containers', 0] as const;
const intro = page.getByText('Unknown keys, sent unchanged:');
/** The keys in the order shown. */
const shownKeys = () =>
  [...document.querySelectorAll('code')].map(({ textContent }) => textContent);

test('an object without unknown keys shows nothing', async () => {
  await renderEditor(initialBody, <UnknownKeys path={container} />);
  await expect.element(intro).not.toBeInTheDocument();
});

test('unknown keys of an object are listed in document order, and kept', async () => {
  const document = setIn(setIn(initialBody, [...container, 'lifecycle'], {}), ['owner'], 'me');
  const value = setIn(document, [...container, 'zone'], 1);
  const { store } = await renderEditor(value, <UnknownKeys path={container} />);
  await expect.element(intro).toBeVisible();
  expect(shownKeys()).toEqual(['lifecycle', 'zone']);
  expect(store.get()).toEqual(value);
});

test('the list follows the document', async () => {
  const { store } = await renderEditor(initialBody, <UnknownKeys path={[]} />);
  store.edit(setIn(store.get(), ['constructor'], 1), { path: [] });
  await expect.element(intro).toBeVisible();
  expect(shownKeys()).toEqual(['constructor']);
  store.edit(initialBody, { path: [] });
  await expect.element(intro).not.toBeInTheDocument();
});

test('a key that looks like a typo has its warning below the list', async () => {
  const document = setIn(initialBody, [...container, 'image_ulr'], 'nginx');
  await renderEditor(document, <UnknownKeys path={container} />);
  await expect.element(page.getByText('image_url')).toBeVisible();
  expect(shownKeys()).toEqual(['image_ulr']);
});
