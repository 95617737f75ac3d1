import { ensureSyntaxTree, type syntaxTree } from '@codemirror/language';
import type { ChangeSet, EditorState, Text } from '@codemirror/state';
import { adopt } from '#src/document/adopt.ts';
import { setIn } from '#src/document/edits.ts';
import { carryId } from '#src/document/row-ids.ts';
import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonList,
  type JsonObject,
} from '#src/json/value.ts';
import { checkPartText } from '../check/check-edited-text.ts';
import { isValueNode, keyOfProperty, pathOfNode } from './text-paths.ts';

/** A state of the editor in which the text was a document. */
export interface AgreedText {
  readonly state: EditorState;
  readonly document: Json;
}

/** The most text that is read again after a change, in characters. */
const MAX_READ = 64 * 1024;
/** How long to wait for the parser, milliseconds. */
const PARSE_MS = 15;

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/**
 * The document after a change of the text, found by reading only the members around the change: reading all of a long
 * text after each pause would block the page. Undefined if they are not JSON, would lose something or are too long; then
 * the whole text has to be read. Never differs from what reading the whole text would give.
 */
export function readChange(
  { state, document }: AgreedText,
  changes: ChangeSet,
  text: Text,
): Json | undefined {
  const { from, to } = changedRange(changes);
  const tree = ensureSyntaxTree(state, Math.min(to + 1, state.doc.length), PARSE_MS);
  if (tree === null || changes.newLength !== text.length) return undefined;
  // The rest of the text would be refused.
  if (hasForbiddenKey(document)) return undefined;
  for (
    let node: SyntaxNode | null = tree.resolveInner(from, -1);
    node !== null;
    node = node.parent
  ) {
    const isAround = isContainer(node) && node.from < from && to < node.to;
    const members = isAround ? membersAround(node, from, to) : [];
    const [first, last] = [members[0], members.at(-1)];
    if (first === undefined || last === undefined) continue;
    // With the blanks before the first and after the last member of the list, which may have changed.
    const old = { from: Math.min(first.node.from, from), to: Math.max(last.node.to, to) };
    const now = { from: changes.mapPos(old.from, -1), to: changes.mapPos(old.to, 1) };
    if (Math.max(old.to - old.from, now.to - now.from) > MAX_READ) return undefined;
    const replaced = readMembers({ state, document, path: pathOfNode(state, node) }, members, {
      before: state.sliceDoc(old.from, old.to),
      text: text.sliceString(now.from, now.to),
    });
    if (replaced !== undefined) return replaced;
  }
  return undefined;
}

/** The part of the text before the changes that they cover. */
function changedRange(changes: ChangeSet): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  changes.iterChangedRanges((fromA, toA) => {
    from = Math.min(from, fromA);
    to = Math.max(to, toA);
  });
  return { from: Math.min(from, to), to };
}

/** A member of an object or list. */
interface Member {
  readonly index: number;
  readonly node: SyntaxNode;
}

/** The members that a range touches, or the ones on either side of it. */
function membersAround(container: SyntaxNode, from: number, to: number): readonly Member[] {
  const found: Member[] = [];
  let index = 0;
  for (let node = container.firstChild; node; node = node.nextSibling) {
    if (node.name !== 'Property' && !isValueNode(node)) continue;
    const isBefore = node.to < from;
    if (isBefore) found.length = 0;
    found.push({ index, node });
    index += 1;
    if (node.from > to || (!isBefore && node.from <= from && node.to >= to)) break;
  }
  return found;
}

interface Place {
  readonly state: EditorState;
  readonly document: Json;
  /** The path of the object or list. */
  readonly path: Path;
}

/** The document with other members; undefined if their text cannot be used. */
function readMembers(
  { state, document, path }: Place,
  members: readonly Member[],
  { before, text }: { readonly before: string; readonly text: string },
): Json | undefined {
  const container = getIn(document, path);
  const first = members[0]!.index;
  if (isJsonList(container)) {
    const old = container.slice(first, first + members.length);
    const next = parsePart(`[${text}]`, path);
    if (!isJsonList(next) || next.length === 0 || !isSameText(`[${before}]`, old)) return undefined;
    const adopted = adopt(old, next) as JsonList;
    if (adopted === old) return document;
    return setIn(document, path, container.toSpliced(first, old.length, ...adopted));
  }
  if (!isJsonObject(container)) return undefined;
  const next = parsePart(`{${text}}`, path);
  const keys = members.map(({ node }) => keyOfProperty(state, node));
  const old = Object.fromEntries(keys.map((key) => [key!, container[key!]!]));
  if (!isJsonObject(next) || !isSameText(`{${before}}`, old)) return undefined;
  const replaced = replaceEntries(container, keys as string[], next);
  return replaced && setIn(document, path, replaced);
}

function parsePart(text: string, path: Path): Json | undefined {
  const check = checkPartText(text, path.length);
  return check.kind === 'fine' ? check.value : undefined;
}

/** True if a text is that of a value: the syntax tree may be incomplete. */
function isSameText(text: string, value: Json): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
  } catch {
    return false;
  }
}

/** The object with other entries in place of some; undefined if a key would appear twice or its order would be lost. */
function replaceEntries(
  object: JsonObject,
  keys: readonly string[],
  next: JsonObject,
): JsonObject | undefined {
  const first = Object.keys(object).indexOf(keys[0]!);
  const added = Object.entries(next).map(
    ([key, value]) =>
      [key, adopt(Object.hasOwn(object, key) ? object[key] : undefined, value)] as const,
  );
  const entries = Object.entries(object).toSpliced(
    first,
    keys.length,
    ...added.map(([key, value]) => [key, value] as [string, Json]),
  );
  const names = entries.map(([name]) => name);
  if (new Set(names).size < names.length || names.some(isIndex)) return undefined;
  const replaced: JsonObject = Object.fromEntries(entries);
  const isSame =
    names.length === Object.keys(object).length &&
    Object.keys(object).every((key, at) => key === names[at] && object[key] === replaced[key]);
  if (isSame) return object;
  carryId(object, replaced);
  return replaced;
}

/** JavaScript puts such keys first. */
function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

function isContainer({ name }: SyntaxNode): boolean {
  return name === 'Object' || name === 'Array';
}
