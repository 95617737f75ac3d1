import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createDocumentStore } from '#src/document/store.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { renderEditor } from '#src/testing/render-editor.tsx';
import type { Autosave, SaveState } from '../autosave.ts';
import type { Draft } from '../draft-session.ts';
import { DraftBanner, SaveWord } from './DraftBanner.tsx';

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

/** An autosave whose state the test sets. */
function fakeAutosave() {
  let state: SaveState = 'saved';
  const listeners = new Set<() => void>();
  const autosave: Autosave = {
    state: () => state,
    problem: () => undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush: async () => undefined,
    leave: async () => undefined,
    stop: () => undefined,
  };
  const show = (next: SaveState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return { autosave, show };
}

test('one word tells whether the document is saved', async () => {
  const { autosave, show } = fakeAutosave();
  await renderEditor(initialBody, <SaveWord draft={{ ...draft, autosave }} />);
  const words = {
    saved: 'Saved in this browser',
    saving: 'Saving…',
    failed: 'Not saved',
    outdated: 'Newer version in another tab',
  };
  for (const state of ['saved', 'saving', 'failed', 'outdated', 'saved'] as const) {
    show(state);
    for (const [of, word] of Object.entries(words)) {
      const element = page.getByText(word, { exact: true });
      if (of === state) await expect.element(element).toBeVisible();
      else await expect.element(element).not.toBeVisible();
    }
  }
});

test('the room is not estimated again after every save', async () => {
  const { autosave, show } = fakeAutosave();
  const estimate = vi.spyOn(navigator.storage, 'estimate');
  await renderEditor(initialBody, <DraftBanner draft={{ ...draft, autosave }} />);
  await vi.waitFor(() => expect(estimate).toHaveBeenCalled());
  // StrictMode runs effects twice.
  const first = estimate.mock.calls.length;
  show('saving');
  show('saved');
  expect(estimate).toHaveBeenCalledTimes(first);
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  show('saved');
  expect(estimate).toHaveBeenCalledTimes(first + 1);
});
