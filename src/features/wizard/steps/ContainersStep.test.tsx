import { useMemo, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { undo } from '#src/testing/keyboard.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import type { SectionId } from '../steps.ts';
import { listPaths, ViewContext } from '../view.ts';
import { ContainersStep } from './ContainersStep.tsx';

const web = {
  name: 'web',
  image_url: 'nginx:1',
  ports: [{ container_port: 80, host_port: 8080 }],
  readiness_probe: { http_get: { port: 80 } },
};
const db = { name: 'db', image_url: 'db:1' };

function Step() {
  const [openId, open] = useState<string>();
  const [section, showSection] = useState<SectionId>('general');
  const view = useMemo(() => ({ openId, section, open, showSection }), [openId, section]);
  return (
    <ViewContext value={view}>
      <ContainersStep />
    </ViewContext>
  );
}

async function renderStep(...containers: object[]) {
  await page.viewport(1000, 800);
  const { store } = await renderEditor(
    setIn(initialBody, listPaths.containers, containers as never),
    <Step />,
  );
  const list = (name: keyof typeof listPaths) => getIn(store.get(), listPaths[name]);
  return { containers: () => list('containers'), inits: () => list('init_containers') };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
/** Takes an action of the menu of a container. */
async function act(container: string, label: string) {
  await button(`More actions for ${container}`).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}
/** The counts of problems may follow the name. */
const card = (name: string) =>
  page
    .getByRole('navigation', { name: 'Containers' })
    .getByRole('button', { name: new RegExp(`^${name}(?!-)`) });
const name = page.getByLabelText('Container name');
const tab = (label: string) => page.getByRole('tab', { name: new RegExp(`^${label}`) });

function pasteText(text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement!.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('a container', () => {
  test('has its volumes, probes and resources one click away, and back', async () => {
    const { containers } = await renderStep(web, db);
    await card('db').click();
    await tab('Volumes').click();
    await expect.element(button('Add volume')).toBeVisible();
    await tab('Probes').click();
    await page.getByText('HTTP request').first().click();
    await tab('Resources').click();
    await page.getByRole('group', { name: 'Limits' }).getByLabelText('CPU').fill('0.5');
    await tab('General').click();
    await expect.element(name).toHaveValue('db');
    expect(containers()).toEqual([
      web,
      { ...db, readiness_probe: { http_get: {} }, resources: { limits: { cpu: '0.5' } } },
    ]);
  });

  test('gets a free name when it is duplicated, and is open with the focus in its name', async () => {
    const { containers } = await renderStep(web, db);
    await button('Duplicate web').click();
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveValue('web-2');
    await expect.element(card('web-2')).toHaveAttribute('aria-current', 'true');
    const copy = { ...web, name: 'web-2', ports: [{ container_port: 80 }] };
    expect(containers()).toEqual([web, copy, db]);
  });

  test('that is added has the focus in its name, and its host port comes before the kind', async () => {
    await renderStep(web);
    await button('Add container').click();
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveValue('container-0');
    await card('web').click();
    await tab('Ports').click();
    await page.getByLabelText('Container port').click();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByLabelText('Host port', { exact: true })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByLabelText('Mapping')).toHaveFocus();
  });

  test('becomes an init container after its losses are listed, and is a container again', async () => {
    const { containers, inits } = await renderStep(web, db);
    await act('web', 'Turn web into an init container');
    const dialog = page.getByRole('dialog', { name: 'Turn web into an init container?' });
    const losses = dialog.getByRole('listitem');
    await expect.element(losses.nth(0)).toHaveTextContent('Ports (table 11): 1');
    await expect.element(losses.nth(1)).toHaveTextContent('Readiness probe (table 8)');
    await dialog.getByRole('button').last().click();
    expect(containers()).toEqual([db]);
    expect(inits()).toEqual([{ name: 'web', image_url: 'nginx:1' }]);
    await expect.element(name).toHaveValue('web');
    await button('Undo').click();
    expect(containers()).toEqual([web, db]);

    await card('db').click();
    await act('db', 'Turn db into an init container');
    expect(inits(), 'nothing to lose, no question').toEqual([db]);
    await act('db', 'Turn db into a container');
    expect(containers()).toEqual([web, db]);
    expect(inits()).toBeUndefined();
  });
});

const onlyOne = 'A deployment needs at least one container that is not an init container';

test('the only container cannot become an init container', async () => {
  const { containers } = await renderStep(db);
  await button('More actions for db').click();
  const item = page.getByRole('menuitem', { name: onlyOne });
  await expect.element(item).toHaveAttribute('aria-disabled', 'true');
  await item.click({ force: true });
  expect(containers()).toEqual([db]);
});

describe('containers as JSON', () => {
  test('are copied and pasted outside of the fields, under a free name', async () => {
    const { containers } = await renderStep(web);
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await act('web', 'Copy web as JSON');
    const text = String(write.mock.calls[0]?.[0]);
    expect(JSON.parse(text)).toEqual(web);
    write.mockRestore();
    await card('web').click();
    expect(pasteText(text)).toBe(true);
    await expect.element(name).toHaveFocus();
    await expect.element(name).toHaveValue('web-2');
    expect(containers()).toEqual([web, { ...web, name: 'web-2' }]);
    await undo();
    expect(containers()).toEqual([web]);
    await card('web').click();
    expect(pasteText('{"name":"x","deployment":{}}'), 'left to the import').toBe(false);
    await name.click();
    expect(pasteText(JSON.stringify(web)), 'left to the field').toBe(false);
  });

  test('are pasted by a button, or entered if the clipboard holds something else', async () => {
    const { containers } = await renderStep(web);
    const read = vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue(JSON.stringify(db));
    await button('Paste container').click();
    await expect.poll(containers).toEqual([web, db]);
    read.mockResolvedValue('nonsense');
    await button('Paste container').click();
    const dialog = page.getByRole('dialog', { name: 'Paste a container' });
    const field = dialog.getByLabelText('Container as JSON');
    await expect.element(field).toHaveValue('nonsense');
    await dialog.getByRole('button', { name: 'Paste container' }).click();
    await expect.element(dialog.getByText('This is not a container in JSON')).toBeVisible();
    await field.fill(JSON.stringify({ ...db, name: 'cache' }));
    await dialog.getByRole('button', { name: 'Paste container' }).click();
    await expect.poll(containers).toEqual([web, db, { ...db, name: 'cache' }]);
    read.mockRestore();
  });
});

test.each([
  { count: 2, isLater: false },
  { count: 8, isLater: true },
])(
  'the parts of the open one of $count containers follow the first frame: $isLater',
  async ({ count, isLater }) => {
    const isLaterAt: boolean[] = [];
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-switcher]'))
        isLaterAt.push(document.querySelector('[role="tablist"]') === null);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await renderStep(...Array.from({ length: count }, (_, at) => ({ ...db, name: `db-${at}` })));
    await expect.element(tab('General')).toBeVisible();
    observer.disconnect();
    expect(isLaterAt[0]).toBe(isLater);
  },
);
