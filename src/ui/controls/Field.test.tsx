import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { documentText } from '#src/document/document-text.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from './Field.tsx';

const hostPid = ['deployment', 'template', 'configs', 'host_pid'];
const restart = ['deployment', 'template', 'configs', 'restart_policy'];
const container = ['deployment', 'template', 'containers', 0] as const;

test('a switch sends nothing until it is touched, and can be reset', async () => {
  const { store } = await renderEditor(initialBody, <Field path={hostPid} />);
  const before = documentText(store.get());
  await expect.element(page.getByText('Default (false)')).toBeVisible();
  const control = page.getByRole('switch', { name: 'Host PID namespace' });
  await control.click();
  expect(getIn(store.get(), hostPid)).toBe(true);
  await control.click();
  expect(getIn(store.get(), hostPid)).toBe(false);
  await page.getByRole('button', { name: 'Use default' }).click();
  expect(documentText(store.get())).toBe(before);
  await expect.element(page.getByText('Default (false)')).toBeVisible();
});

test('a select writes its value, and keeps an unknown value until another is chosen', async () => {
  const document = setIn(initialBody, restart, 'Sometimes');
  const { store } = await renderEditor(document, <Field path={restart} />);
  const control = page.getByRole('combobox', { name: 'Restart policy' });
  await expect.element(control).toHaveValue('Sometimes');
  expect(store.get()).toEqual(document);
  await control.selectOptions('Never');
  expect(getIn(store.get(), restart)).toBe('Never');
  await expect.element(page.getByRole('option', { name: 'Sometimes' })).not.toBeInTheDocument();
});

test('a read-only document cannot be edited', async () => {
  const paths = [hostPid, restart, ['name'], [...container, 'args']];
  const document = setIn(initialBody, [...container, 'args'], ['-c']);
  const fields = paths.map((path) => <Field key={path.join()} path={path} />);
  await renderEditor(document, fields, { readOnly: true });
  await expect.element(page.getByRole('switch')).toBeDisabled();
  await expect.element(page.getByRole('combobox')).toBeDisabled();
  for (const label of ['Deployment name', 'Argument 1'])
    await expect
      .element(page.getByRole('textbox', { name: label, exact: true }))
      .toHaveAttribute('readonly');
  expect(page.getByRole('button').elements()).toEqual([]);
});

test('a path without a field throws', async () => {
  const shown = renderEditor(initialBody, <Field path={['no', 'such', 'field']} />);
  await expect(shown).rejects.toThrow('no leaf at no.such.field');
});

test('help that only repeats the limit is shown with the focus or a problem, and moves nothing', async () => {
  const value = ['tags', 0, 'value'];
  const document = setIn(initialBody, ['tags'], [{ key: 'a', value: '' }]);
  await renderEditor(
    document,
    <>
      <Field path={value} />
      <Field path={restart} />
    </>,
  );
  const field = page.getByRole('textbox', { name: 'Tag value' });
  const limit = page.getByText('Up to 43', { exact: false });
  const next = page.getByRole('combobox', { name: 'Restart policy' });
  const top = () => next.element().getBoundingClientRect().top;
  const before = top();
  await expect.element(limit).not.toBeVisible();
  await expect.element(field).toHaveAccessibleDescription(/Up to 43/);
  await field.click();
  await expect.element(limit).toBeVisible();
  expect(top()).toBe(before);
  await field.fill('x'.repeat(44));
  await next.click();
  await expect.element(page.getByText(/1 too many/)).toBeVisible();
  await expect.element(limit).toBeVisible();
});

test('help does not repeat the rule that an error gives', async () => {
  const name = ['name'];
  await renderEditor(setIn(initialBody, name, 'web'), <Field path={name} />);
  const field = page.getByRole('textbox');
  const rule = page.getByText(/Lower-case letters, digits, and hyphens/);
  await expect.element(rule).toHaveTextContent(/^1 to 32 characters\. Lower-case/);
  await field.click();
  await field.fill('web W');
  await userEvent.tab();
  await expect.element(page.getByText(/is not allowed here/)).toBeVisible();
  await expect.element(rule).toHaveTextContent(/is not allowed here/);
  await expect.element(field).toHaveAccessibleDescription(/1 to 32 characters\.$/);
});
