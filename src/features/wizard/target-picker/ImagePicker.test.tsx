import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answerRequests } from '#src/client/http/answer-requests.testing.ts';
import { replaceClient } from '#src/client/http/request.ts';
import { QueryProvider } from '#src/client/queries/QueryProvider.tsx';
import { queryClient } from '#src/client/queries/query-client.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { getIn } from '#src/json/get-in.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { Field } from '#src/ui/controls/Field.tsx';
import { ViewContext } from '../view.ts';
import { ImagePicker } from './ImagePicker.tsx';

const path = ['deployment', 'template', 'containers', 0, 'image_url'];
const view = {
  openId: undefined,
  section: 'general',
  open: () => undefined,
  showSection: () => undefined,
  loadEarlierImages: async () => [
    { image: 'hub.example.com/collector:1.4.2', draft: 'gateway' },
    { image: 'eclipse-mosquitto:2', draft: 'broker' },
  ],
} as const;

beforeEach(() => {
  queryClient.clear();
  // The target cannot be read: the drafts are offered anyway.
  answerRequests(async () => new Response('', { status: 404 }));
});
afterEach(() => replaceClient());

test('the search is not written to the document; a choice is, and focuses the field', async () => {
  const { store } = await renderEditor(
    initialBody,
    <ViewContext value={view}>
      <QueryProvider>
        <Field path={path} />
        <ImagePicker path={path} />
      </QueryProvider>
    </ViewContext>,
  );
  await page.getByRole('button', { name: 'Choose an image' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('gateway');
  await expect.element(page.getByText('eclipse-mosquitto:2')).not.toBeInTheDocument();
  expect(getIn(store.get(), path)).toBe('');
  await userEvent.keyboard('{Enter}');
  expect(getIn(store.get(), path)).toBe('hub.example.com/collector:1.4.2');
  await expect.element(page.getByLabelText('Image')).toHaveFocus();
});
