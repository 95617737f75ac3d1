import { visibly } from '#src/domain/core/characters/characters.ts';

/** A node or group that a target lists. */
export interface Listed {
  readonly id: string;
  readonly name: string;
}

type Some<R> = readonly [R, ...R[]];

/** What a text that should be an ID turned out to mean. */
export type Meaning<R extends Listed> =
  | { readonly kind: 'id'; readonly record: R }
  /** One or more listed records go by this name. */
  | { readonly kind: 'name'; readonly records: Some<R> }
  /** The text holds the ID of one or more listed records, but is not the ID itself. */
  | { readonly kind: 'inside'; readonly records: Some<R> }
  | { readonly kind: 'unknown' };

/** Longer texts hold no ID worth searching for; an ID has 36 characters, a name at most 64. */
const LONGEST = 2_000;

/** Between IDs that were pasted together. */
const SEPARATORS = /[\s,;|/，、；]+/u;

/** Finds what texts mean among the records of a list. Costs one pass over the list, then little per text. */
export function createTargetLookup<R extends Listed>(
  records: readonly R[],
): (text: string) => Meaning<R> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const byIdKey = groupBy(records, ({ id }) => idKey(id));
  const byName = groupBy(records, ({ name }) => nameKey(name));
  return (text) => {
    const exact = byId.get(text);
    if (exact !== undefined) return { kind: 'id', record: exact };
    if (text.length > LONGEST) return { kind: 'unknown' };
    const named = byName.get(nameKey(text));
    if (named !== undefined) return { kind: 'name', records: named };
    const parts = text.split(SEPARATORS);
    const inside = find(byIdKey, [text, ...parts].map(idKey));
    if (inside !== undefined) return { kind: 'inside', records: inside };
    const partNames = find(byName, parts.map(nameKey));
    return partNames === undefined ? { kind: 'unknown' } : { kind: 'name', records: partNames };
  };
}

function find<R>(
  index: ReadonlyMap<string, Some<R>>,
  keys: readonly string[],
): Some<R> | undefined {
  const [first, ...others] = new Set(keys.flatMap((key) => index.get(key) ?? []));
  return first === undefined ? undefined : [first, ...others];
}

/** Records by their key. One whose key is empty has nothing to be found by. */
function groupBy<R>(
  records: readonly R[],
  keyOf: (record: R) => string,
): ReadonlyMap<string, Some<R>> {
  const groups = new Map<string, [R, ...R[]]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}

/** IDs are equal for us if they differ only in case, in signs around or between their digits, or in full-width forms. */
function idKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '');
}

/** Names are equal for us if they differ only in case, in invisible characters, or in spaces at their ends. */
function nameKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{C}/gu, '').trim().toLowerCase();
}

/** A text as a message quotes it: cut, with invisible characters by their code. */
export function quoted(text: string): string {
  const points = Array.from(text.slice(0, 128));
  const cut = points.slice(0, 60).map(visibly).join('');
  return points.length > 60 ? `${cut}…` : cut;
}
