import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';

const body: Json = {
  name: 'web',
  deployment: { template: { containers: [{ name: 'app', image_url: 'nginx:1' }] } },
};

async function open(edit: (store: DocumentStore) => void) {
  const onClose = vi.fn<() => void>();
  const view = await renderEditor(body, <HistoryPanel onClose={onClose} />);
  edit(view.store);
  return { ...view, onClose, steps: view.getByRole('listitem') };
}

const image = ['deployment', 'template', 'containers', 0, 'image_url'];

test('steps are named for their changes, and choosing one makes it the current one', async () => {
  const { store, steps, onClose } = await open((it) => {
    it.edit(setIn(it.get(), image, 'nginx:2'), { path: image });
    it.edit(setIn(it.get(), ['name'], 'shop'), { path: ['name'] });
  });
  await expect.element(steps.nth(0)).toHaveTextContent(/^Changed deployment namecurrent/);
  await expect.element(steps.nth(1)).toHaveTextContent(/^Changed image of app/);
  await expect.element(steps.nth(1)).toHaveTextContent('from “nginx:1” to “nginx:2”');
  await expect.element(steps.nth(2)).toHaveTextContent(/^Start of the history/);
  await steps.nth(2).getByRole('button').click();
  expect(store.get()).toBe(body);
  expect(onClose).toHaveBeenCalledOnce();
  await expect.element(steps.nth(2).getByRole('button')).toHaveAttribute('aria-current', 'step');
  // The later steps stay, and one press of the keyboard leads back to the newest.
  await steps.nth(2).getByRole('button').click();
  await userEvent.keyboard('{Home}{Enter}');
  expect(getIn(store.get(), ['name'])).toBe('shop');
});

test('an import and a new document are named for what they are, not for their changes', async () => {
  const { steps, store } = await open((it) => {
    it.edit({ name: 'a' }, { origin: { kind: 'imported-file', detail: 'compose.yaml' } });
    it.edit({ name: 'b' }, { origin: { kind: 'imported-text', detail: 'docker-run' } });
    it.edit({ name: '' }, { origin: { kind: 'started' } });
    it.edit({ name: 'c' }, { origin: { kind: 'recovered' } });
  });
  const names = [
    /^Recovered a document/,
    /^Started a new document/,
    /^Imported pasted text \(docker run\)/,
    /^Imported compose\.yaml.*2 values/,
  ];
  for (const [index, name] of names.entries())
    await expect.element(steps.nth(index)).toHaveTextContent(name);
  store.undo();
  store.redo();
  await expect.element(steps.nth(0)).toHaveTextContent(/^Recovered a document/);
});
