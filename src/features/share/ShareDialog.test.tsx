import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { documentText } from '#src/document/document-text.ts';
import type { Json } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { readShareFragment } from './link/share-link.ts';
import { ShareDialog } from './ShareDialog.tsx';

const PAGE = 'https://builder.example.com/new/basics';

const secrets: Json = {
  name: 'web',
  description: 'Log in with hunter2hunter2',
  x: {
    envs: [
      { name: 'DB_PASSWORD', value: 'hunter2hunter2' },
      { name: 'TOKEN_URL', value: '/login' },
    ],
  },
};

const open = (document: Json, onClose = () => {}) =>
  renderEditor(
    document,
    <ShareDialog document={document} page={PAGE} name="web" onClose={onClose} />,
  );

type View = Awaited<ReturnType<typeof open>>;

/** The document in the link that is shown. */
async function sharedBy(view: View): Promise<string> {
  const area = view.getByRole('textbox', { name: 'Link' });
  await expect.element(area).toBeVisible();
  const link = (area.element() as HTMLTextAreaElement).value;
  const read = await readShareFragment(link.slice(PAGE.length));
  return 'text' in read ? read.text : read.problem;
}

test('a document without secrets has its link at once, with its size', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const body: Json = { name: 'web', x: [null, ''] };
  const view = await open(body);
  expect(await sharedBy(view)).toBe(documentText(body));
  await view.getByRole('button', { name: 'Copy link' }).click();
  const [copied = ''] = write.mock.lastCall!;
  expect(copied.startsWith(`${PAGE}#share=1.`)).toBe(true);
  await expect
    .element(view.getByText(`${copied.length} of at most 32,000 characters.`))
    .toBeVisible();
  await expect.element(view.getByRole('status')).toHaveTextContent('Copied.');
});

test.each(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])(
  'a link of %s says that it begins with an address of this computer',
  async (origin) => {
    const view = await renderEditor(
      {},
      <ShareDialog document={{}} page={`${origin}/new/basics`} name="web" onClose={() => {}} />,
    );
    await expect.element(view.getByText(/begins with the address of this computer/)).toBeVisible();
  },
);

test('a link of a server for others has no such note', async () => {
  const view = await open({});
  await expect.element(view.getByText(/of at most 32,000 characters\.$/)).toBeVisible();
});

test('mistake 13: secrets and their copies are listed first, and the link contains none', async () => {
  const view = await open(secrets);
  await expect
    .element(view.getByRole('heading', { name: /^3 values look like secrets/ }))
    .toBeVisible();
  await expect.element(view.getByText('description', { exact: true })).toBeVisible();
  await expect.element(view.getByText('x.envs[0].value')).toBeVisible();
  expect(view.container.ownerDocument.body.textContent).not.toContain('hunter2');
  await view.getByRole('button', { name: 'Show values' }).click();
  await expect.element(view.getByText('Log in with hunter2hunter2')).toBeVisible();
  await expect.element(view.getByRole('textbox', { name: 'Link' })).not.toBeInTheDocument();
  await view.getByRole('button', { name: 'Create link' }).click();
  expect(JSON.parse(await sharedBy(view))).toEqual({
    name: 'web',
    description: '',
    x: {
      envs: [
        { name: 'DB_PASSWORD', value: '' },
        { name: 'TOKEN_URL', value: '' },
      ],
    },
  });
  await expect.element(view.getByText('3 values were left out.')).toBeVisible();
});

test('a value that is no secret can be kept', async () => {
  const view = await open(secrets);
  await view.getByRole('checkbox', { name: 'Keep x.envs[1].value' }).click();
  await view.getByRole('button', { name: 'Create link' }).click();
  const shared = await sharedBy(view);
  expect(shared).toContain('/login');
  expect(shared).not.toContain('hunter2');
  await view.getByRole('button', { name: 'Review' }).click();
  await expect.element(view.getByRole('button', { name: 'Create link' })).toBeVisible();
});

test('a document that is too large has no link but can be downloaded', async () => {
  const random = Array.from({ length: 4000 }, (_, at) => Math.sin(at).toString(36));
  const view = await open({ random });
  await expect
    .element(view.getByRole('alert'))
    .toHaveTextContent(/The link would have \d+,\d+ characters/);
  await expect.element(view.getByRole('button', { name: 'Download JSON' })).toBeVisible();
  await expect.element(view.getByRole('button', { name: 'Copy link' })).not.toBeInTheDocument();
});

test('a document that could not be opened again has no link', async () => {
  const view = await open({ text: '\ud800' });
  await expect
    .element(view.getByRole('alert'))
    .toHaveTextContent('could not be opened. This is half a surrogate pair');
});

test('Escape closes it', async () => {
  const onClose = vi.fn<() => void>();
  await open(secrets, onClose);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});
