import { afterEach, expect, test, vi } from 'vitest';
import { asObject, type Json } from '#src/json/value.ts';
import { changeSession, getSession } from '#src/client/session/session.ts';
import { changeHead, readDraft } from './draft-database.ts';
import { openDraft, type Draft } from './draft-session.ts';
import { forgetDraft } from './forget-draft.ts';
import { duplicateDraft, listDrafts } from './menu/draft-list.ts';
import { readDraftsFile, writeDraftsFile } from './menu/drafts-file.ts';
import { newDraftId, rememberId } from './tab-document.ts';
import { readNote } from './unsaved-note.ts';

// Other test files use the same databases, so the tests look only for their own records.

const named = (name: string): Json => ({ name });
const initial = named('');

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** Opens a document as a page of its own does after a reload. */
async function openPage(id: string) {
  rememberId(id);
  let latest: Draft | undefined;
  const session = await openDraft(initial, (draft) => (latest = draft));
  opened.push(session.close.bind(session));
  const draft = () => latest!;
  return {
    draft,
    close: () => session.close(),
    name: () => asObject(draft().store.get()).name,
    edit: (name: string) => draft().store.edit(named(name), { path: ['name'] }),
  };
}

/** The database has no room, until the returned function is called. */
function fillStorage(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  return () => put.mockRestore();
}

const storedName = async (id: string) => {
  const reading = await readDraft(id);
  return reading?.ok ? asObject(reading.draft.document).name : undefined;
};

test('a document that the full storage refuses is not lost when another one is opened', async () => {
  const id = newDraftId();
  const page = await openPage(id);
  const makeRoom = fillStorage();
  page.edit('refused');
  await page.draft().openNew(initial);
  expect(page.name()).toBe('');
  const listed = (await listDrafts()).find((draft) => draft.id === id);
  expect(listed?.name).toBe('refused');
  expect(await writeDraftsFile()).toContain('"refused"');
  expect(readDraftsFile(await writeDraftsFile())?.drafts.length).toBeGreaterThan(0);
  await page.draft().open(id);
  expect(page.name()).toBe('refused');
  makeRoom();
  page.edit('stored');
  await page.draft().autosave!.flush();
  expect([page.draft().id, await storedName(id)]).toEqual([id, 'stored']);
});

test('a copy of a draft has the edits that the full storage had refused', async () => {
  const id = newDraftId();
  const page = await openPage(id);
  page.edit('stored');
  await page.draft().autosave!.flush();
  const makeRoom = fillStorage();
  page.edit('refused');
  await page.draft().openNew(initial);
  await expect(duplicateDraft(id, 'No room')).rejects.toThrow('no room');
  makeRoom();
  await duplicateDraft(id, 'Room again');
  const copy = (await listDrafts()).find(({ label }) => label === 'Room again');
  expect(copy?.name).toBe('refused');
});

test('a document that the full storage refuses is still there after a visit to another page', async () => {
  const id = newDraftId();
  const page = await openPage(id);
  const makeRoom = fillStorage();
  page.edit('refused');
  // The form is gone, but the tab stays.
  page.close();
  await expect.poll(() => readNote(id)).toBeDefined();
  const later = await openPage(id);
  expect(later.name()).toBe('refused');
  makeRoom();
});

test('a document survives a visit to another page in a browser that stores nothing', async () => {
  const id = newDraftId();
  const page = await openPage(id);
  const makeRoom = fillStorage();
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no storage', 'SecurityError');
  });
  page.edit('refused');
  page.close();
  await expect.poll(() => readNote(id)).toBeDefined();
  setItem.mockRestore();
  const later = await openPage(id);
  expect(later.name()).toBe('refused');
  makeRoom();
});

test('edits that a full storage refused do not replace later ones after another reload', async () => {
  const id = newDraftId();
  const first = await openPage(id);
  first.edit('stored');
  await first.draft().autosave!.flush();
  const makeRoom = fillStorage();
  first.edit('refused');
  window.dispatchEvent(new Event('pagehide'));
  first.close();
  const second = await openPage(id);
  expect(second.name()).toBe('refused');
  makeRoom();
  second.edit('later');
  await second.draft().autosave!.flush();
  expect(second.draft().other).toBeUndefined();
  second.close();
  const third = await openPage(id);
  expect([third.draft().id, third.name(), third.draft().other]).toEqual([id, 'later', undefined]);
});

test('a deleted draft does not come back with the edits that its closed page had left', async () => {
  const id = newDraftId();
  const page = await openPage(id);
  const makeRoom = fillStorage();
  page.edit('left');
  await page.draft().openNew(initial);
  makeRoom();
  const restore = await forgetDraft(id);
  expect((await listDrafts()).map((draft) => draft.id)).not.toContain(id);
  await restore();
  expect((await listDrafts()).map((draft) => draft.id)).toContain(id);
});

test('a tab that takes over a document also takes the edition that the other tab chose', async () => {
  changeSession({ edition: 'professional' });
  const id = newDraftId();
  const first = await openPage(id);
  first.edit('a');
  await first.draft().autosave!.flush();
  const second = await openPage(id);
  expect(second.draft().isElsewhere).toBe(true);
  // The other tab has a session of its own, and stores its edition in the draft.
  await changeHead(id, { edition: 'platinum' });
  first.close();
  await expect.poll(() => second.draft().isElsewhere).toBe(false);
  expect(getSession().edition).toBe('platinum');
  changeSession({ edition: 'professional' });
});
