import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createDocumentStore } from '#src/document/store.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import { DraftBanner } from './DraftBanner.tsx';
import type { Draft } from '../draft-session.ts';

const draft: Draft = {
  id: 'draft 1',
  store: createDocumentStore(initialBody),
  autosave: undefined,
  isElsewhere: false,
  restoredFrom: undefined,
  arrival: 'new',
  openCount: 0,
  other: undefined,
  setAside: [],
  workOnCopy: async () => undefined,
  open: async () => undefined,
  openNew: async () => undefined,
};

const mebibytes = (count: number) => count * 2 ** 20;

afterEach(() => vi.restoreAllMocks());

test('storage of which less than a tenth is free is reported before it is full', async () => {
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({
    usage: mebibytes(95),
    quota: mebibytes(100),
  });
  await renderEditor(initialBody, <DraftBanner draft={draft} />);
  const notice = page.getByRole('status').filter({ hasText: 'storage is nearly full' });
  await expect.element(notice).toHaveTextContent('95 / 100 MiB');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(notice).not.toBeInTheDocument();
});

test('storage with room is not reported', async () => {
  const estimate = vi.spyOn(navigator.storage, 'estimate');
  estimate.mockResolvedValue({ usage: mebibytes(50), quota: mebibytes(100) });
  await renderEditor(initialBody, <DraftBanner draft={draft} />);
  await vi.waitFor(() => expect(estimate).toHaveBeenCalled());
  await expect.element(page.getByText('nearly full')).not.toBeInTheDocument();
});
