import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { EnvSection } from '../container/rows/EnvSection.tsx';
import { PortSection } from '../container/rows/PortSection.tsx';
import { BasicsStep } from '../steps/BasicsStep.tsx';

const container = ['deployment', 'template', 'containers', 0];
const ports = [...container, 'ports'];

async function render(path: Path, rows: Json, children: ReactNode) {
  const view = await renderEditor(setIn(initialBody, path, rows), children);
  return { ...view, read: () => getIn(view.store.get(), path) };
}

/** Pastes a text into the focused element. */
function paste(text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const init = { clipboardData, bubbles: true, cancelable: true };
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', init));
}

const dialog = page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('lines pasted into a port', () => {
  test('become rows after the dialog, as one undo step', async () => {
    const present = [{ container_port: 1, host_port: 1 }];
    const { read } = await render(ports, present, <PortSection path={ports} />);
    await button('Add port').click();
    paste('8080:80\nnonsense\n82/udp');
    await expect.element(dialog).toHaveAccessibleName('Add the pasted lines as ports?');
    const rows = dialog.getByRole('row');
    await expect
      .element(rows.nth(1))
      .toHaveTextContent('18080:80Container port 80 · Host port 8080');
    await expect
      .element(rows.nth(2))
      .toHaveTextContent('2nonsenseSkipped: this is not a port mapping such as 8080:80.');
    await expect
      .element(rows.nth(3))
      .toHaveTextContent('Enter a host port.IEF port mappings have no protocol; udp is not kept.');
    await expect.element(button('Add 2 ports')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(read()).toEqual([
      ...present,
      { container_port: 80, host_port: 8080 },
      { container_port: 82 },
    ]);
    await expect
      .element(page.getByRole('group', { name: 'Port 2' }).getByLabelText('Container port'))
      .toHaveFocus();
    await undo();
    expect(read()).toEqual([...present, {}]);
  });

  test('stay a text if they are declined, or if none is a port', async () => {
    const { read } = await render(ports, [{}], <PortSection path={ports} />);
    const field = page.getByLabelText('Container port', { exact: true });
    await field.click();
    paste('8080:80');
    await button('Paste as text').click();
    expect(read()).toEqual([{ container_port: '8080:80' }]);
    await field.fill('');
    paste('one\ntwo');
    await expect.poll(read).toEqual([{ container_port: 'one\ntwo' }]);
    await expect.element(dialog).not.toBeInTheDocument();
    await field.fill('');
    paste('80');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

test('cells of a spreadsheet become tags and replace the values of the same keys', async () => {
  const { read } = await render(['tags'], [{ key: 'site', value: 'old' }], <BasicsStep />);
  await button('Add tag').click();
  paste('site\tplant1\nline\t3');
  await expect.element(dialog.getByText('Replaces the value in the list.')).toBeVisible();
  await button('Add 2 tags').click();
  expect(read()).toEqual([
    { key: 'site', value: 'plant1' },
    { key: 'line', value: '3' },
  ]);
});

test('cells of a spreadsheet become variables', async () => {
  const envs = [...container, 'envs'];
  const { read } = await render(envs, [{ name: '', value: '' }], <EnvSection path={envs} />);
  await page.getByLabelText('Name').click();
  paste('A\t1\nB\tx # y\n');
  await button('Add 2 variables').click();
  expect(read()).toEqual([
    { name: 'A', value: '1' },
    { name: 'B', value: 'x # y' },
  ]);
});
