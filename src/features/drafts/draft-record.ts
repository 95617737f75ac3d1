import { isGeneration, type Edition, type Generation } from '#src/domain/core/context.ts';
import type { Json } from '#src/json/value.ts';

/** Metadata of a stored document. */
export interface DraftHead {
  readonly id: string;
  /** Version of the record. */
  readonly version: 2;
  /** Increases with each save; orders saves without a clock. A whole number from 0 to {@link MAX_REVISION}. */
  readonly revision: number;
  /** Milliseconds since 1970, only for display. */
  readonly savedAt: number;
  /** A random name of the page that saved it; missing in older records. */
  readonly writer?: string;
  /** The revision that this page read before its first save; 0 for a new document. */
  readonly base?: number;
  /** The name that the user gave to the draft; not that of the deployment. */
  readonly label?: string;
  /** The edition and the API generation that the page had; missing in older records. */
  readonly edition?: Edition;
  readonly generation?: Generation;
}

/** The settings and state that a draft remembers beside its document. */
export type DraftSettings = Pick<DraftHead, 'edition' | 'generation'>;

/**
 * A document in the browser's storage. As text, a document of 5,000 variables is stored in a fifth of the time, without
 * objects for the garbage collector. Never holds a credential: it is the request body and nothing else.
 */
export interface DraftRecord extends DraftHead {
  /** The document as JSON. */
  readonly text: string;
}

/** A stored document, opened. */
export interface StoredDraft extends Omit<DraftHead, 'version'> {
  readonly document: Json;
}

/** Why a stored draft cannot be opened: `failed` means that the page failed while it showed the draft. */
export type DraftFault = 'head' | 'noText' | 'text' | 'deep' | 'newer' | 'failed';

/** A stored draft, or why it cannot be opened. */
export type DraftReading =
  | { readonly ok: true; readonly draft: StoredDraft }
  | { readonly ok: false; readonly fault: DraftFault };

/** Pages count from 1 and never write a larger revision, which would leave no room to increase it. */
const MAX_REVISION = 2 ** 52;

/** The deepest nesting that the page opens. The form recurses: a few thousand levels would crash it. */
export const MAX_LEVELS = 1000;

/** The record of a document. */
export function toRecord({ document, ...head }: StoredDraft): DraftRecord {
  return { ...head, version: 2, text: JSON.stringify(document) };
}

/** The document of a record of this or the previous version, or why it cannot be opened. */
export function openRecord(record: unknown): DraftReading {
  const property = (name: string): unknown =>
    typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined;
  const fault = (found: DraftFault) => ({ ok: false, fault: found }) as const;
  const version = property('version');
  if (typeof version === 'number' && version > 2) return fault('newer');
  const body = readBody(version, version === 1 ? property('document') : property('text'));
  if (typeof body === 'string') return fault(body);
  if (!isHead(record)) return fault('head');
  const { id, revision, savedAt, writer, base } = record;
  const { document } = body;
  return {
    ok: true,
    draft: {
      id,
      revision,
      savedAt,
      ...(writer && { writer }),
      ...(base && { base }),
      ...settingsOf(record),
      document,
    },
  };
}

/** The edition and the generation of a record, where they are valid. */
export function settingsOf({ edition, generation }: DraftSettings): DraftSettings {
  const isEdition = edition === 'professional' || edition === 'platinum';
  return {
    ...(isEdition && { edition }),
    ...(typeof generation === 'string' && isGeneration(generation) && { generation }),
  };
}

/** The document of a text, or why it cannot be opened. Never throws. */
export function readDraftText(text: unknown): { readonly document: Json } | DraftFault {
  if (text === undefined || text === '') return 'noText';
  if (typeof text !== 'string') return 'text';
  try {
    const document = JSON.parse(text) as Json;
    return isTooDeep(document) ? 'deep' : { document };
  } catch (error) {
    // Some browsers parse JSON recursively.
    return error instanceof SyntaxError ? 'text' : 'deep';
  }
}

function readBody(version: unknown, body: unknown): ReturnType<typeof readDraftText> {
  if (version !== 1) return readDraftText(body);
  if (typeof body !== 'object' || body === null) return 'noText';
  return isTooDeep(body as Json) ? 'deep' : { document: body as Json };
}

/** True for a readable head: version 1 or 2, with a revision and a date that a page can have written. */
export function isHead(head: unknown): head is DraftHead {
  if (typeof head !== 'object' || head === null) return false;
  const property = (name: string): unknown => Reflect.get(head, name);
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  const base = property('base');
  return (
    typeof property('id') === 'string' &&
    (property('version') === 1 || property('version') === 2) &&
    isRevision(property('revision')) &&
    isDate(property('savedAt')) &&
    isText(property('writer')) &&
    (base === undefined || isRevision(base))
  );
}

function isRevision(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_REVISION;
}

/** True for a time that can be shown. */
export function isDate(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function isTooDeep(value: Json): boolean {
  let level: readonly Json[] = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_LEVELS) return true;
    level = level.flatMap((one) => Object.values(one as object) as Json[]).filter(isNested);
  }
  return false;
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

/** Whether a record may replace the one stored under its ID, is older than it, or has diverged from it. */
export type Succession = 'replaces' | 'earlier' | 'forked';

/**
 * Compares a record with the head stored under its id. A page may replace the record it read and its own records.
 * Between pages that cannot lock a document (plain http), anything else was written by another tab.
 */
export function successionOf(next: DraftHead, stored: DraftHead): Succession {
  // Older records have no writer: only the revision identifies them.
  if (next.writer === undefined || next.writer === stored.writer)
    return next.revision > stored.revision ? 'replaces' : 'earlier';
  return stored.revision === (next.base ?? 0) ? 'replaces' : 'forked';
}
