import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { setIn } from '#src/document/edits.ts';
import { asObject, type Json, type JsonObject } from '#src/json/value.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { ChangeImageDialog } from './ChangeImageDialog.tsx';
import { dropEdit, editKey, readEdit, writeEdit } from './stored-edit.ts';

const place = {
  targetId: 'north',
  projectId: 'a'.repeat(32),
  edition: 'professional',
  instanceId: '',
} as const;
const key = editKey(place, 'abc');
const containers = ['deployment', 'template', 'containers'];
const live: JsonObject = {
  name: 'edge-web',
  deployment: {
    replicas: 1,
    template: {
      containers: [
        { name: 'web', image_url: 'web:1' },
        { name: 'log', image_url: 'log:1' },
      ],
    },
  },
};

beforeEach(() => dropEdit(key));

async function changeImage() {
  const onReady = vi.fn<() => void>();
  await renderEditor(
    live,
    <ChangeImageDialog
      place={place}
      deploymentId="abc"
      document={live}
      onReady={onReady}
      onClose={() => undefined}
    />,
  );
  await page.getByLabelText('Image of “web”').fill('web:2');
  await page.getByRole('button', { name: 'Review the update' }).click();
  await expect.poll(() => onReady.mock.calls.length).toBe(1);
  return readEdit(key);
}

const withImage = (document: Json, index: number, image: string) =>
  asObject(setIn(document, [...containers, index, 'image_url'], image));

test('an image is changed as an edit of the live object', async () => {
  expect(await changeImage()).toMatchObject({
    base: live,
    document: withImage(live, 0, 'web:2'),
    isNew: true,
  });
});

test('an edit that has not been sent keeps its other changes, and what it started from', async () => {
  const base = asObject(setIn(live, ['deployment', 'replicas'], 0));
  const edited = withImage(asObject(setIn(base, ['description'], 'mine')), 1, 'log:2');
  await writeEdit({ version: 1, key, base, document: edited, savedAt: 1 });
  const stored = await changeImage();
  expect(stored).toMatchObject({ base, document: withImage(edited, 0, 'web:2') });
  expect(stored?.isNew).toBeUndefined();
});
