import { expect, test } from 'vitest';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { RowList } from '#src/ui/lists/RowList.tsx';

const words = { en: 'Tag', zh: '标签' };
const tags = (
  <RowList path={['tags']} label={words} item={words} make={() => ({})} layout="card" rowHeight={1}>
    {(path) => (
      <>
        <Field path={[...path, 'key']} />
        <Field path={[...path, 'value']} />
      </>
    )}
  </RowList>
);
const body = setIn(initialBody, ['tags'], [{ key: 'site', value: 'plant 1' }]);

test('a row edited elsewhere while unmounted shows the value of the document', async () => {
  const { store, getByRole, rerender } = await renderEditor(body, tags);
  const value = getByRole('textbox', { name: 'Value' });
  await value.fill('typed');
  (value.element() as HTMLElement).blur();
  await rerender(null);
  expect(store.get()).toEqual(setIn(body, ['tags', 0, 'value'], 'typed'));

  const edited = setIn(store.get(), ['tags', 0, 'value'], 'edited elsewhere');
  store.edit(edited);
  await rerender(tags);
  await expect.element(value).toHaveValue('edited elsewhere');
  expect(store.get()).toBe(edited);
});

test('a field that was left empty still shows its problem after it was unmounted', async () => {
  const { getByRole, rerender } = await renderEditor(body, tags);
  const key = getByRole('textbox', { name: 'Key' });
  await key.fill('');
  await expect.element(key).toHaveAttribute('aria-invalid', 'false');
  (key.element() as HTMLElement).blur();
  await expect.element(key).toHaveAttribute('aria-invalid', 'true');
  await rerender(null);
  await rerender(tags);
  await expect.element(key).toHaveAttribute('aria-invalid', 'true');
});
