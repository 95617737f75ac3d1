import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { connection } from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { createDocumentStore } from '#src/document/store.ts';
import type { Update } from '#src/features/update/open-update.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { UpdateBar } from './UpdateBar.tsx';

afterEach(() => replaceClient());

test('there is no undo and no history while the text is not the update', async () => {
  answerRequests(() => Response.json({}));
  const store = createDocumentStore({});
  const update = { name: 'edge-web', key: 'test', store, restoredFrom: undefined };
  const bar = (
    <ConnectionContext value={connection}>
      <QueryProvider>
        <UpdateBar update={update as unknown as Update} />
      </QueryProvider>
    </ConnectionContext>
  );
  const { unmount } = await renderEditor({}, bar);
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'History' })).toBeVisible();
  await unmount();
  await renderEditor({}, bar, { readOnly: true });
  await expect.element(page.getByText('Update “edge-web”')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'History' })).not.toBeInTheDocument();
});
