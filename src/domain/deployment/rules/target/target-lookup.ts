import { visibly } from '#src/domain/core/characters/characters.ts';

export interface Listed {
  readonly id: string;
  readonly name: string;
}

type Some<R> = readonly [R, ...R[]];

/** The meaning of a text that should be an ID. */
export type Meaning<R extends Listed> =
  | { readonly kind: 'id'; readonly record: R }
  /** The name of one or more listed records. */
  | { readonly kind: 'name'; readonly records: Some<R> }
  /** Text that contains the IDs of one or more listed records. */
  | { readonly kind: 'inside'; readonly records: Some<R> }
  | { readonly kind: 'unknown' };

/** Longer text is not searched: an ID has 36 characters, and a name at most 64. */
const MAX_LENGTH = 2_000;

/** Separators between pasted IDs. */
const SEPARATORS = /[\s,;|/，、；]+/u;

/** Returns a function that finds the meaning of a text. Indexes the list once. */
export function createTargetLookup<R extends Listed>(
  records: readonly R[],
): (text: string) => Meaning<R> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const byIdKey = groupBy(records, ({ id }) => idKey(id));
  const byName = groupBy(records, ({ name }) => nameKey(name));
  return (text) => {
    const exact = byId.get(text);
    if (exact !== undefined) return { kind: 'id', record: exact };
    if (text.length > MAX_LENGTH) return { kind: 'unknown' };
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

/** Groups records by key and omits those with an empty key. */
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

/** Ignores case, punctuation, and full-width forms. */
function idKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '');
}

/** Ignores case, invisible characters, and surrounding spaces. */
function nameKey(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{C}/gu, '').trim().toLowerCase();
}

/** Quotes a text in a message: shortened, with the codes of invisible characters. */
export function quoted(text: string): string {
  const points = Array.from(text.slice(0, 128));
  const cut = points.slice(0, 60).map(visibly).join('');
  return points.length > 60 ? `${cut}…` : cut;
}
