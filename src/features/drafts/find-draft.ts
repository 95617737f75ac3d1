import { DraftConflict, listStored, readDraft, writeDraft } from './draft-database.ts';
import {
  toRecord,
  isHead,
  type DraftFault,
  type DraftReading,
  type StoredDraft,
} from './draft-record.ts';
import { lockedDocuments } from './document-lock.ts';
import { describeSetAside, markKey, markFound, readMarks, type SetAside } from './set-aside.ts';
import { storageProblem, type StorageProblem } from './storage-problem.ts';
import { FIRST_ID, newDraftId, tabId } from './tab-document.ts';
import { removeNote, readNote, readNotes, readableNotes } from './unsaved-note.ts';

/** The document to open, and drafts that could not be opened. */
export interface FoundDraft {
  /** The ID it is stored under. */
  readonly id: string;
  /** Undefined for a new document. */
  readonly draft: StoredDraft | undefined;
  /** The version of another tab, if this tab's edits had to be kept as a copy. */
  readonly other?: string | undefined;
  readonly setAside: readonly SetAside[];
  /** Why the storage could not be read. */
  readonly problem?: StorageProblem | undefined;
}

/**
 * Finds this tab's document, otherwise the last saved one that no other tab holds. Drafts that cannot be opened stay
 * where they are: a tab whose own document cannot be opened gets a new one.
 */
export async function findDraft(): Promise<FoundDraft> {
  const own = tabId();
  try {
    const moved = await storeNotes();
    const copy = own === null ? undefined : moved.get(own);
    const found = await search(copy?.id ?? own, moved);
    const other = copy?.kind === 'forked' ? (own ?? undefined) : undefined;
    return { ...found, other };
  } catch (error) {
    const notes = readableNotes();
    const draft = notes.find(({ id }) => id === own) ?? notes[0];
    return { id: draft?.id ?? FIRST_ID, draft, setAside: [], problem: storageProblem(error) };
  }
}

async function search(own: string | null, moved: ReadonlyMap<string, Moved>): Promise<FoundDraft> {
  const marks = readMarks();
  const { heads: stored, ids } = await listStored();
  const heads = stored.filter(isHead);
  const read = async (id: string): Promise<DraftReading | undefined> =>
    marks.failed.includes(markKey({ kind: 'draft', id }))
      ? { ok: false, fault: 'failed' }
      : readDraft(id);
  // A new tab does not open drafts that other tabs have open.
  const locked = own === null ? await lockedDocuments() : new Set<string>();
  const isFree = (id: string) => !locked.has(id);
  const candidates =
    own === null
      ? heads
          .toSorted((a, b) => b.savedAt - a.savedAt)
          .map(({ id }) => id)
          .filter(isFree)
      : [own];
  const sound = new Set(heads.map(({ id }) => id));
  const suspects = [...ids].filter(
    (id) => !sound.has(id) || moved.has(id) || marks.found.includes(markKey({ kind: 'draft', id })),
  );
  const faults = new Map<string, DraftFault>();
  let draft: StoredDraft | undefined;
  for (const id of new Set([...candidates, ...suspects])) {
    if (draft !== undefined && !suspects.includes(id)) continue;
    const reading = await read(id);
    if (reading?.ok === false) faults.set(id, reading.fault);
    else if (candidates.includes(id)) draft ??= reading?.draft;
  }
  if (own !== null || draft !== undefined) draft = orNewerNote(draft, own ?? draft?.id);
  else draft = newestNote(isFree);
  const setAside = await describeAll(faults);
  markFound(setAside);
  return {
    id: draft?.id ?? (own !== null && !ids.has(own) ? own : unusedId([...ids, ...locked])),
    draft,
    setAside: setAside.filter((item) => !marks.hidden.includes(markKey(item))),
  };
}

async function describeAll(faults: ReadonlyMap<string, DraftFault>): Promise<SetAside[]> {
  const drafts = [...faults].map(([id, fault]) => describeSetAside({ kind: 'draft', id }, fault));
  const notes = readNotes().flatMap(({ id, reading }) =>
    reading.ok ? [] : [describeSetAside({ kind: 'note', id }, reading.fault)],
  );
  return Promise.all([...drafts, ...notes]);
}

/** The stored version of a document, or later edits that a closed page left. */
export async function readLatest(id: string): Promise<StoredDraft | undefined> {
  await storeNotes();
  const reading = await readDraft(id).catch(() => undefined);
  return orNewerNote(reading?.ok ? reading.draft : undefined, id);
}

/**
 * The edits that a closed page left, if the database could not store them: it may be full, or the browser may refuse
 * it.
 */
function orNewerNote(record: StoredDraft | undefined, id = record?.id): StoredDraft | undefined {
  const note = id === undefined ? undefined : readNote(id);
  return newerOf(record, note);
}

/** A draft, or the note of the same document if that is newer. */
export function newerOf<R extends StoredDraft | undefined>(
  record: R,
  note: StoredDraft | undefined,
): R | StoredDraft {
  return note && note.revision > (record?.revision ?? 0) ? note : record;
}

/** For a document that is not stored yet. */
function unusedId(used: readonly string[]): string {
  return used.includes(FIRST_ID) ? newDraftId() : FIRST_ID;
}

function newestNote(isFree: (id: string) => boolean): StoredDraft | undefined {
  return readableNotes().find(({ id }) => isFree(id));
}

/** The copy that holds edits that could not replace the stored document, and the reason. */
interface Moved {
  readonly id: string;
  readonly kind: 'forked' | 'unreadable';
}

/** Stores the edits that closed pages left. Edits that the database cannot store stay where they are. */
export async function storeNotes(): Promise<ReadonlyMap<string, Moved>> {
  const moved = new Map<string, Moved>();
  for (const draft of readableNotes()) {
    try {
      const copy = await storeNote(draft);
      if (copy !== undefined) moved.set(draft.id, copy);
    } catch {
      // The storage is full or refused: the others would fail too, and each may wait for the database to open.
      break;
    }
    removeNote(draft.id);
  }
  return moved;
}

/** Stores a note under its ID, or as a copy if the record there must stay. */
async function storeNote(draft: StoredDraft): Promise<Moved | undefined> {
  const kind = await conflictOfNote(draft);
  if (kind === undefined || kind === 'earlier') return undefined;
  const id = newDraftId();
  await writeDraft(toRecord({ ...draft, id, revision: 1, base: 0 }));
  return { id, kind };
}

async function conflictOfNote(draft: StoredDraft): Promise<DraftConflict['kind'] | undefined> {
  // The text of a valid head may be missing.
  if ((await readDraft(draft.id))?.ok === false) return 'unreadable';
  try {
    await writeDraft(toRecord(draft));
    return undefined;
  } catch (error) {
    if (error instanceof DraftConflict) return error.kind;
    throw error;
  }
}
