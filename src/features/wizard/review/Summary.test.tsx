import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
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
