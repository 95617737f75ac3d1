import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ConnectionContext } from '#src/client/connection/connection.ts';
import { connection, northTarget } from '#src/client/connection/connection.testing.ts';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { changeSession } from '#src/client/session/session.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { OpenUpdate } from './OpenUpdate.tsx';

beforeEach(() => {
  queryClient.clear();
  changeSession({ targetId: 'north', projectId: 'a'.repeat(32), token: 'a-token' });
});
afterEach(() => {
  queryClient.clear();
  replaceClient();
});

test('an update whose targets cannot be loaded says so, and can be tried again', async () => {
  let isDown = true;
  answerRequests((url) => {
    if (url.endsWith('/api/session')) return Response.json({ state: 'open', kind: null });
    if (!url.endsWith('/api/targets'))
      return Response.json({ error_code: 'IEF.404', error_msg: 'no' }, { status: 404 });
    return isDown
      ? Response.json({ error_code: 'BUILDER.1', error_msg: 'is broken' }, { status: 400 })
      : Response.json({ targets: [northTarget] });
  });
  await renderEditor(
    initialBody,
    <ConnectionContext value={connection}>
      <QueryProvider>
        <OpenUpdate id="abc" bar={null} back={null}>
          {() => null}
        </OpenUpdate>
      </QueryProvider>
    </ConnectionContext>,
  );
  await expect
    .element(page.getByRole('heading', { name: 'The deployment could not be loaded' }))
    .toBeVisible();
  await expect.element(page.getByText('is broken')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect
    .element(page.getByRole('heading', { name: 'This deployment does not exist' }))
    .toBeVisible();
});
