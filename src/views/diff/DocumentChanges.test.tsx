import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { DocumentChanges } from './DocumentChanges.tsx';

const bodyOf = (image: string, ...envs: string[]): Json => ({
  name: 'edge-web',
  deployment: {
    template: {
      containers: [
        { name: 'web', image_url: image, envs: envs.map((name) => ({ name, value: '1' })) },
      ],
    },
  },
});

const labels = { before: 'Last sent', after: 'This draft' };

function Reverting({ before, after }: { before: Json; after: Json }) {
  const [current, setCurrent] = useState(after);
  return <DocumentChanges before={before} after={current} labels={labels} onRevert={setCurrent} />;
}

test('each change is a sentence and can be taken back on its own', async () => {
  const before = bodyOf('nginx:1', 'A', 'B');
  const after = bodyOf('nginx:2', 'A', 'C', 'D');
  await renderEditor({}, <Reverting before={before} after={after} />);
  const rows = page.getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent('Image of “web” changed from “nginx:1” to');
  await expect.element(rows.nth(1)).toHaveTextContent('Variable “B” removed from “web”.');
  await page.getByRole('button', { name: 'Revert: Variable “B” removed from “web”.' }).click();
  await expect.element(page.getByText('Variable “B” removed')).not.toBeInTheDocument();
  // The next button has the focus.
  await expect.element(page.getByRole('button', { name: /^Revert: Variable “C”/ })).toHaveFocus();
  await expect.element(rows.nth(0)).toHaveTextContent('Image of “web” changed');
  for (const name of ['C', 'D'])
    await page.getByRole('button', { name: `Revert: Variable “${name}” added to “web”.` }).click();
  await page.getByRole('button', { name: /^Revert: Image/ }).click();
  await expect.element(page.getByText('The documents are the same.')).toBeVisible();
});

test('the text diff shows both documents, and only the lines near a difference until asked', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `V${index}`);
  const before = bodyOf('nginx:1', ...names);
  await renderEditor(
    {},
    <DocumentChanges before={before} after={bodyOf('nginx:2', ...names)} labels={labels} />,
  );
  await page.getByText('Text', { exact: true }).click();
  const text = page.getByRole('region', { name: 'Text' });
  await expect.element(text).toHaveTextContent('"image_url": "nginx:1"');
  await expect.element(text).toHaveTextContent('"image_url": "nginx:2"');
  await expect.element(text).toHaveTextContent('unchanged lines');
  await page.getByLabelText('Show unchanged lines').click();
  await expect.element(text).not.toHaveTextContent('unchanged lines');
  await expect.element(page.getByText('Last sent', { exact: true })).toBeVisible();
});
