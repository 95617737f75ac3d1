import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { FileButton } from './FileButton.tsx';

async function renderButton(multiple: boolean): Promise<string[][]> {
  const chosen: string[][] = [];
  await renderEditor(
    initialBody,
    <FileButton
      label="Import"
      multiple={multiple}
      onFiles={(files) => chosen.push(files.map(({ name }) => name))}
    />,
  );
  return chosen;
}
const text = (name: string) => new File(['x'], name, { type: 'text/plain' });

test('the button opens the chooser of files', async () => {
  await renderButton(false);
  const input = page.getByLabelText('Import').element() as HTMLInputElement;
  let clicks = 0;
  input.addEventListener('click', (event) => {
    clicks++;
    event.preventDefault();
  });
  await page.getByRole('button', { name: 'Import' }).click();
  expect(clicks).toBe(1);
});

test('the same file can be chosen twice', async () => {
  const chosen = await renderButton(false);
  const input = page.getByLabelText('Import');
  await userEvent.upload(input, text('a.json'));
  await userEvent.upload(input, text('a.json'));
  expect(chosen).toEqual([['a.json'], ['a.json']]);
});

test('several files arrive together', async () => {
  const chosen = await renderButton(true);
  await userEvent.upload(page.getByLabelText('Import'), [text('a.env'), text('b.env')]);
  expect(chosen).toEqual([['a.env', 'b.env']]);
});
