import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { focus } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { listPaths } from '../view.ts';
import { Summary } from './Summary.tsx';

test('containers of the same name have different names on Review', async () => {
  const named = (name: string) => ({ name, image_url: 'nginx:1' });
  const body = setIn(initialBody, listPaths.containers, ['web', 'db', 'web', ''].map(named));
  await renderEditor(
    setIn(body, listPaths.init_containers, [named('web'), {}]),
    <Summary goTo={() => undefined} />,
  );
  const regions = page.getByRole('region');
  const names = () => regions.elements().map((region) => region.getAttribute('aria-label'));
  await expect
    .poll(names)
    .toEqual([
      'Basics',
      'Target',
      'web (container 1)',
      'db',
      'web (container 3)',
      'Container 4',
      'web (init container 1)',
      'Container 2 (init container 2)',
      'Scheduling',
    ]);
  // The title stays the name.
  await expect.element(page.getByRole('heading', { level: 3 }).nth(2)).toHaveTextContent(/^web$/);
  await expect
    .element(page.getByRole('button', { name: 'Edit Ports of web (container 3)' }))
    .toBeVisible();
});

test('the rest of a long list or value replaces its button and takes the focus', async () => {
  const long = 'x'.repeat(5000);
  const envs = Array.from({ length: 30 }, (_, index) => ({ name: `V${index}`, value: 'v' }));
  const container = { name: 'web', image_url: 'nginx:1', args: [long], envs };
  await renderEditor(
    setIn(initialBody, listPaths.containers, [container]),
    <Summary goTo={() => undefined} />,
  );
  const more = page.getByRole('button', { name: 'Show all 30 entries' });
  await expect.element(more).toBeVisible();
  focus(more);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('cell', { name: 'V29' })).toBeVisible();
  await expect.element(page.getByRole('table', { name: /variables/i })).toHaveFocus();
  focus(page.getByRole('button', { name: /^Show all [\d,]+ characters$/ }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(long)).toHaveFocus();
});
