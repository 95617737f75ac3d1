import fc from 'fast-check';
import { insertAt, moveMember, removeAt, removeIn, replaceKey, setIn } from './edits.ts';
import type { Key, Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/** Keys that code can confuse with paths, indexes, or inherited members. For tests. */
export const oddKeys = [
  'a.b',
  'c[0]',
  'x/y',
  'm~n',
  '10',
  '-1',
  '0x10',
  '',
  '$',
  '%',
  '"',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  'toJSON',
] as const;

/** A JSON text as a document. Own `__proto__` keys stay own keys. For tests. */
export const parse = (text: string): Json => JSON.parse(text) as Json;

/** A document with the same text that shares no objects with the given one. For tests. */
export const clone = (document: Json): Json => parse(JSON.stringify(document));

const anyKey = fc.oneof(
  fc.constantFrom('name', 'key', 'value', 'a', 'b'),
  fc.constantFrom(...oddKeys),
  fc.string({ maxLength: 4 }),
);
const leaf = fc.oneof(
  fc.constantFrom<Json>('', 0, false, null, true, 'x', '\u2028', '\ud800', '😀', 1e21),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Any document: odd keys, falsy leaves, empty parts. For tests. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 5 }),
    fc.array(fc.tuple(anyKey, tie('node')), { maxLength: 5 }).map((it) => Object.fromEntries(it)),
  ),
})).node;

/** A change that applies to any document; `walk` leads to the changed part. For tests. */
export interface RandomEdit {
  readonly kind: 'set' | 'remove' | 'prune' | 'add' | 'rename' | 'insert' | 'take' | 'move';
  readonly walk: readonly number[];
  readonly key: string;
  readonly value: Json;
}

/** An arbitrary change. For tests. */
export const anyEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.constantFrom('set', 'remove', 'prune', 'add', 'rename', 'insert', 'take', 'move'),
  walk: fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }),
  key: anyKey,
  value: anyJson,
});

/** The path of a walk, which ends at a leaf or at the end of the walk. For tests. */
export function pathOf(document: Json, walk: readonly number[]): Path {
  const path: Key[] = [];
  let part: Json | undefined = document;
  for (const step of walk) {
    if (typeof part !== 'object' || part === null) break;
    const keys: Key[] = isJsonList(part) ? [...part.keys()] : Object.keys(part);
    if (keys.length === 0) break;
    const next: Key = keys[step % keys.length]!;
    path.push(next);
    part = (part as Readonly<Record<Key, Json>>)[next];
  }
  return path;
}

/** The document after a random change, made only by the functions of edits.ts. */
export function applyEdit(document: Json, { kind, walk, key, value }: RandomEdit): Json {
  const path = pathOf(document, walk);
  const parentPath = path.slice(0, -1);
  const last = path.at(-1);
  const parent = parentPath.reduce<Json>((part, at) => (part as never)[at], document);
  if (last === undefined || kind === 'set') return setIn(document, path, value);
  if (kind === 'remove') return removeIn(document, path);
  if (kind === 'prune') return removeIn(document, path, 0);
  if (kind === 'add') return setIn(document, [...parentPath, key], value);
  if (kind === 'rename' && isJsonObject(parent))
    return setIn(document, parentPath, replaceKey(parent as JsonObject, String(last), key, value));
  if (!isJsonList(parent)) return setIn(document, path, value);
  const at = Number(last);
  if (kind === 'insert') return setIn(document, parentPath, insertAt(parent, at, value));
  if (kind === 'take') return setIn(document, parentPath, removeAt(parent, at));
  return setIn(document, parentPath, moveMember(parent, at, (at + 1) % parent.length));
}
