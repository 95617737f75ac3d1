import type { Text } from '#src/domain/core/text.ts';
import { escapePointerKey, toPointer, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { isEmptyLeaf, itemsOf, textOf, type Leaf, type SourceNode } from '../source/source.ts';
import type { Ledger } from './ledger.ts';

/** A part of the body under construction. */
export type DraftObject = Record<string, Json>;

/** The text of a scalar, carried to a path. Lists and objects stay unclaimed. */
export function carryText(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path,
): string | undefined {
  const text = textOf(source);
  if (text !== undefined) ledger.carry(source, to);
  return text;
}

/** The texts of a list, or of one scalar, carried to a path. */
export function carryTexts(ledger: Ledger, source: SourceNode | undefined, to: Path): string[] {
  const items = source?.kind === 'leaf' ? [source] : itemsOf(source);
  const texts: string[] = [];
  for (const item of items) {
    const text = carryText(ledger, item, [...to, texts.length]);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}

/** An integer, carried to a path; anything else is lost. */
export function carryInteger(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path,
): number | undefined {
  if (source === undefined || (source.kind === 'leaf' && isEmptyLeaf(source))) return undefined;
  const number = integerOf(source);
  if (number === undefined) ledger.lose(source, notWhole);
  else ledger.carry(source, to);
  return number;
}

/** The integer in a scalar, as a number or as text. */
export function integerOf(source: SourceNode | undefined): number | undefined {
  const text = textOf(source);
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** A boolean, carried to a path; anything else is lost. */
export function carryBoolean(
  ledger: Ledger,
  source: SourceNode | undefined,
  to: Path,
): boolean | undefined {
  if (source?.kind !== 'leaf' || isEmptyLeaf(source)) return undefined;
  const flag = booleanOf(source);
  if (flag === undefined) ledger.lose(source, notFlag);
  else ledger.carry(source, to);
  return flag;
}

/** A boolean of YAML 1.1 or 1.2. */
export function booleanOf(source: Leaf): boolean | undefined {
  if (/^(?:true|yes|on|1)$/i.test(source.text)) return true;
  if (/^(?:false|no|off|0)$/i.test(source.text)) return false;
  return undefined;
}

/** Sets a key unless the value is undefined or an empty list. */
export function setIfPresent(draft: DraftObject, key: string, value: Json | undefined): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return;
  draft[key] = value;
}

/** How carryTree changes keys and values. */
export interface TreeChanges {
  /** The new name of a key. */
  readonly key?: (key: string) => string;
  /** The new value of a leaf, with the message. */
  readonly leaf?: (
    leaf: Leaf,
    pointer: string,
  ) => { readonly value: Json; readonly message: Text } | undefined;
}

/** Carries every value of a part to the same place below a path, and returns the part as JSON. */
export function carryTree(
  ledger: Ledger,
  source: SourceNode,
  to: Path,
  changes: TreeChanges = {},
): Json {
  return carryPart(ledger, source, toPointer(to), changes);
}

function carryPart(ledger: Ledger, source: SourceNode, to: string, changes: TreeChanges): Json {
  if (source.kind === 'leaf') {
    const changed = changes.leaf?.(source, to);
    if (changed === undefined) ledger.carry(source, to);
    else ledger.change(source, to, changed.message);
    return changed === undefined ? source.value : changed.value;
  }
  if (source.kind === 'list')
    return source.items.map((item, index) => carryPart(ledger, item, `${to}/${index}`, changes));
  const object: DraftObject = {};
  for (const [key, part] of source.entries) {
    const name = changes.key === undefined ? key : changes.key(key);
    object[name] = carryPart(ledger, part, `${to}/${escapePointerKey(name)}`, changes);
  }
  return object;
}

const notWhole = { en: 'this is not an integer.', zh: '不是整数。' };
const notFlag = { en: 'this is neither true nor false.', zh: '不是 true 或 false。' };
