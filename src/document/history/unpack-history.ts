import { asObject, isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import type { Key, Path } from '#src/json/path.ts';
import { adopt } from '../adopt.ts';
import { idsOf, newId, rowId, rowIds, setIds } from '../row-ids.ts';
import type { StepOrigin } from '../store.ts';
import { walkParts, type PackedEntry, type PackedHistory } from './packed-history.ts';
import type { Timeline, TimelineEntry } from './timeline.ts';

/**
 * The history of an opened document from the storage; undefined if the record is damaged or of another version. If the
 * history ends before the document, as after a crash, the document is its last step.
 */
export function unpackHistory(
  record: unknown,
  opened: Json,
  openedAt: number,
): Timeline | undefined {
  try {
    return unpack(record as PackedHistory, opened, openedAt);
  } catch {
    // Anything may be missing in a damaged record.
    return undefined;
  }
}

function unpack(packed: PackedHistory, opened: Json, openedAt: number): Timeline | undefined {
  if (packed.version !== 1) return undefined;
  const isSame = packed.text === JSON.stringify(opened);
  // Shares the rows of the opened document, which the page may show already.
  const current = isSame ? opened : adopt(opened, JSON.parse(packed.text) as Json);
  const parts = readParts(packed, current);
  const documentOf = ({ root }: PackedEntry) => valueOf(root, parts);
  const past = packed.past.map((entry, index): TimelineEntry => ({
    document: documentOf(entry),
    edit: editOf(packed.past[index + 1]),
  }));
  const future = packed.future.map((entry): TimelineEntry => ({
    document: documentOf(entry),
    edit: editOf(entry),
  }));
  const now: TimelineEntry = { document: current, edit: editOf(packed.past[0]) };
  const before = [...past.toReversed(), now];
  if (current === opened) return { entries: [...before, ...future], position: past.length };
  const last: TimelineEntry = { document: opened, edit: { path: [], at: openedAt } };
  return { entries: [...before, last], position: before.length };
}

function editOf(entry: PackedEntry | undefined): TimelineEntry['edit'] {
  if (entry === undefined) return undefined;
  const { path, at, origin } = entry;
  if (typeof at !== 'number' || !(path === undefined || isPath(path))) throw new TypeError('edit');
  return { path, at, origin: isOrigin(origin) ? origin : undefined };
}

/** All parts by their numbers, with the ids of their rows. */
function readParts({ ids, parts: packed }: PackedHistory, current: Json): readonly Json[] {
  const parts: Json[] = [];
  walkParts(current, (part) => void parts.push(part));
  // Ids count from 1 in every page: a stored id becomes that of the opened row, or a new one.
  const known = new Map<string, string>();
  const idOf = (id: string) => {
    const own = known.get(id) ?? newId();
    known.set(id, own);
    return own;
  };
  const currentCount = parts.length;
  for (const [number, id] of ids) {
    const part = number < currentCount ? parts[number] : undefined;
    if (typeof part !== 'object' || part === null) throw new TypeError('id');
    if (typeof id === 'string') known.set(id, rowId(part));
    else for (const [index, own] of openedIds(part, id).entries()) known.set(id[index]!, own);
  }
  for (const one of packed) {
    const [kind, id] = one;
    const part = kind === 'object' ? readObject(one, parts) : readList(one, parts);
    if (id !== 0) rowIds.set(part, idOf(id));
    if (kind !== 'object' && one[2] !== 0) setMemberIds(part, one[2].map(idOf));
    parts.push(part);
  }
  return parts;
}

type Packed<K> = Extract<PackedHistory['parts'][number], readonly [K, ...unknown[]]>;

function readObject([, , ...tokens]: Packed<'object'>, parts: readonly Json[]): Json & object {
  const entries = Array.from({ length: tokens.length / 2 }, (_, index): [string, Json] => {
    const key = tokens[2 * index];
    if (typeof key !== 'string') throw new TypeError('key');
    return [key, valueOf(tokens[2 * index + 1], parts)];
  });
  // Defines even `__proto__` as an own key.
  return Object.fromEntries(entries);
}

function readList(packed: Packed<'list' | 'splice'>, parts: readonly Json[]): Json & object {
  if (packed[0] === 'list') {
    const [, , , ...members] = packed;
    return members.map((member) => valueOf(member, parts));
  }
  const [kind, , , number, start, removed, ...added] = packed;
  const list = parts[number];
  if (kind !== 'splice' || list === undefined || !isJsonList(list)) throw new TypeError('list');
  return list.toSpliced(start, removed, ...added.map((member) => valueOf(member, parts)));
}

function valueOf(token: unknown, parts: readonly Json[]): Json {
  if (Array.isArray(token)) {
    const part = parts[token[0] as number];
    if (part === undefined) throw new TypeError('part');
    return part;
  }
  if (token === undefined || isJsonObject(token)) throw new TypeError('token');
  return token as Json;
}

function setMemberIds(part: Json, ids: readonly string[]): void {
  if (!isJsonList(part) || part.length !== ids.length) throw new TypeError('ids');
  setIds(part, ids);
}

function openedIds(part: Json, stored: readonly string[]): readonly string[] {
  if (!isJsonList(part) || part.length !== stored.length) throw new TypeError('ids');
  return idsOf(part);
}

function isOrigin(value: unknown): value is StepOrigin {
  const { kind, detail } = asObject(value);
  return typeof kind === 'string' && (detail === undefined || typeof detail === 'string');
}

function isPath(value: unknown): value is Path {
  return (
    Array.isArray(value) &&
    value.every((key): key is Key => typeof key === 'string' || Number.isInteger(key))
  );
}
