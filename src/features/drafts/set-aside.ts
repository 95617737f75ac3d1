import { ownName } from '#src/client/base-path.ts';
import type { Json } from '#src/json/value.ts';
import { readRaw } from './draft-database.ts';
import { isDate, readDraftText, type DraftFault } from './draft-record.ts';
import { tabId } from './tab-document.ts';

/** A stored draft that cannot be opened. It stays where it is until the user deletes it. */
export interface SetAside {
  /** `draft` in the database, or a `note` that a page left when it closed. */
  readonly kind: 'draft' | 'note';
  readonly id: string;
  readonly fault: DraftFault;
  /** Milliseconds since 1970; undefined if the record has no valid date. */
  readonly savedAt?: number;
  /** The document, if only the head is damaged. */
  readonly document?: Json;
}

const STORED_AS = ownName('ief-builder.set-aside');

/** Drafts that cannot be opened, by {@link markKey}, as remembered in this browser. */
interface Marks {
  /** Seen before: later visits check them again, even if they have another document to open. */
  readonly found: readonly string[];
  /** Hidden by the user. */
  readonly hidden: readonly string[];
  /** The page crashed while it showed them. */
  readonly failed: readonly string[];
}

/** The name of a draft or note in the marks. */
export function markKey({ kind, id }: Pick<SetAside, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Reads the marks; empty if they cannot be read. */
export function readMarks(): Marks {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    const list = (name: keyof Marks): readonly string[] => {
      const value: unknown = Reflect.get(Object(stored), name);
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    };
    return { found: list('found'), hidden: list('hidden'), failed: list('failed') };
  } catch {
    return { found: [], hidden: [], failed: [] };
  }
}

export function changeMarks(change: (marks: Marks) => Marks): void {
  const { found, hidden, failed } = change(readMarks());
  try {
    if (found.length + hidden.length + failed.length === 0) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, JSON.stringify({ found, hidden, failed }));
  } catch {
    // Storage refused: the next visit that finds the draft shows the notice again.
  }
}

/** Remembers which drafts cannot be opened, for later visits. */
export function markFound(items: readonly SetAside[]): void {
  const found = items.map(markKey);
  if (found.join('\n') !== readMarks().found.join('\n'))
    changeMarks((marks) => ({ ...marks, found }));
}

/** Hides a draft; it stays stored. */
export function hideSetAside(item: SetAside): void {
  changeMarks((marks) => ({ ...marks, hidden: [...marks.hidden, markKey(item)] }));
}

/** The page crashed while it showed the current document: the next visit opens another one. */
export function setCurrentDocumentAside(): void {
  const id = tabId();
  if (id === null) return;
  const key = markKey({ kind: 'draft', id });
  changeMarks((marks) => ({ ...marks, failed: [...marks.failed, key] }));
}

/** The facts about a draft that cannot be opened. */
export async function describeSetAside(
  { kind, id }: Pick<SetAside, 'kind' | 'id'>,
  fault: DraftFault,
): Promise<SetAside> {
  if (kind === 'note') return { kind, id, fault };
  const { head, text } = await readRaw(id);
  const savedAt: unknown = Reflect.get(Object(head), 'savedAt');
  const body = fault === 'head' ? readDraftText(text) : undefined;
  return {
    kind,
    id,
    fault,
    ...(isDate(savedAt) && { savedAt }),
    ...(typeof body === 'object' && { document: body.document }),
  };
}
