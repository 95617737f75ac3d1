import { ownName } from '#src/client/base-path.ts';
import { getSession } from '#src/client/session/session.ts';
import type { Json } from '#src/json/value.ts';
import { DraftConflict, writeDraft } from './draft-database.ts';
import { toRecord, type DraftRecord } from './draft-record.ts';
import type { StorageProblem } from './storage-problem.ts';
import { newDraftId, randomName, rememberId } from './tab-document.ts';
import { readNote, removeNote } from './unsaved-note.ts';

/** Tabs announce their saves on it. The number is the version of the messages. */
const CHANNEL = ownName('ief-builder-drafts 1');

/**
 * Why a document continues under another id: another tab stored a newer version, the stored record is no longer
 * readable, or it could not be read when the page opened.
 */
export type ForkReason = 'forked' | 'unreadable' | 'unread';

/** From now on the document is stored as `id`; the record of `other` stays as it is. */
export interface Fork {
  readonly id: string;
  readonly other: string;
  readonly kind: ForkReason;
}

/** The stored state that the first save of a document starts from. */
export interface SaveStart {
  readonly id: string;
  /** The revision that was read; 0 for a new document. */
  readonly revision: number;
  /** The page that had saved it. */
  readonly writer?: string | undefined;
  /** Why the storage could not be read at all. */
  readonly problem?: StorageProblem | undefined;
}

/** The place of a document in the database, as one page writes it. */
export interface DraftSlot {
  /** False until the stored record has been read or replaced. */
  isKnown(): boolean;
  /** The next record of the document. */
  next(document: Json): DraftRecord;
  /**
   * Stores the document. Never replaces a record of another tab or one that this page cannot read: then the document
   * gets a new ID. Rejects if the browser refuses.
   */
  write(document: () => Json): Promise<void>;
  /** Calls back when another tab has stored a newer version, until the returned function is called. */
  onNewerVersion(listener: () => void): () => void;
}

/**
 * Creates a slot that continues from the record that was read; `onFork` is called when the document continues under
 * another ID.
 */
export function createDraftSlot(from: SaveStart, onFork: (fork: Fork) => void): DraftSlot {
  const writer = randomName();
  const channel = new BroadcastChannel(CHANNEL);
  let { id, revision, revision: base } = from;
  let isKnown = from.problem === undefined;
  let isFirst = true;

  const next = (document: Json) => {
    const { edition, generation } = getSession();
    const head = { id, revision: ++revision, savedAt: Date.now(), writer, base };
    return toRecord({ ...head, edition, generation, document });
  };
  const fork = (kind: ForkReason) => {
    const other = id;
    id = newDraftId();
    revision = base = 0;
    rememberId(id);
    onFork({ id, other, kind });
  };
  /**
   * Stores the note that this document continues, if the database could not store it before: left behind, it would look
   * like a version of another tab.
   */
  const storeReadNote = async () => {
    const note = isFirst ? readNote(from.id) : undefined;
    if (note?.revision !== from.revision || note.writer !== from.writer) return;
    try {
      await writeDraft(toRecord(note));
    } catch (error) {
      // This document holds the same edits.
      if (!(error instanceof DraftConflict)) throw error;
    }
    removeNote(note.id);
  };
  return {
    isKnown: () => isKnown,
    next,
    async write(document) {
      try {
        await storeReadNote();
        isFirst = false;
        await writeDraft(next(document()));
      } catch (error) {
        if (!(error instanceof DraftConflict)) throw error;
        if (!isKnown) fork('unread');
        else fork(error.kind === 'unreadable' ? 'unreadable' : 'forked');
        isKnown = true;
        await writeDraft(next(document()));
      }
      isKnown = true;
      // A channel only has one origin; the rule is about windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel.postMessage({ id, revision });
    },
    onNewerVersion(listener) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const property = (name: 'id' | 'revision'): unknown => Reflect.get(Object(data), name);
        if (property('id') === id && Number(property('revision')) > revision) listener();
      });
      return () => channel.close();
    },
  };
}
