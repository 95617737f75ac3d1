import { formatPath, type Key, type Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';

/** One value of the input, with exactly one entry in the report. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Its place in the input; for a command the flag. */
  readonly path: Path;
  /** Its name in the report: the key path or flag as written. */
  readonly label: string;
  /** Counted from 1. */
  readonly line: number;
  /** A scalar, `{}` or `[]`. */
  readonly value: Json;
  /** As written, without quotes: `0.50`, `yes`, `0644`. */
  readonly text: string;
  /** The text before variables were replaced in it. */
  readonly original?: string;
  /** Why the value may not be the intended one; it is then never reported as carried. */
  readonly caveat?: Text;
  /** The name of the file, unless it is the input itself. */
  readonly file?: string;
  /** True for a YAML scalar without quotes. */
  readonly isUnquoted?: boolean;
}

/** An object of the input. Several places share one through YAML aliases. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly path: Path;
  readonly line: number;
  readonly entries: ReadonlyMap<string, SourceNode>;
  /** Keys with the tag `!reset` of Compose. Their values are not among the entries. */
  readonly resets?: ReadonlyMap<string, SourceNode>;
  /** Keys with the tag `!override` of Compose. */
  readonly overrides?: ReadonlySet<string>;
}

/** A list of the input. */
export interface ListNode {
  readonly kind: 'list';
  readonly path: Path;
  readonly line: number;
  readonly items: readonly SourceNode[];
}

/** A part of the input. JSON, YAML and commands are all read into this tree. */
export type SourceNode = Leaf | ObjectNode | ListNode;

/** A leaf of a text with keys. */
export function createLeaf(
  path: Path,
  line: number,
  value: Json,
  text: string,
  isUnquoted = false,
): Leaf {
  return { kind: 'leaf', path, label: formatPath(path), line, value, text, isUnquoted };
}

/** A leaf that makes path and label only when they are read: most paths never are, and a text can hold 500,000 leaves. */
export class NestedLeaf implements Leaf {
  readonly kind = 'leaf';
  readonly line: number;
  readonly value: Json;
  readonly text: string;
  readonly #parent: Pick<Leaf, 'path' | 'label'>;
  readonly #key: Key;

  constructor(
    parent: Pick<Leaf, 'path' | 'label'>,
    key: Key,
    line: number,
    value: Json,
    text: string,
  ) {
    this.#parent = parent;
    this.#key = key;
    this.line = line;
    this.value = value;
    this.text = text;
  }

  get path(): Path {
    return [...this.#parent.path, this.#key];
  }

  get label(): string {
    return labelBelow(this.#parent.label, this.#key);
  }
}

/** A leaf with some properties changed. Spreading it would lose the path and label of a NestedLeaf. */
export function withChanges(leaf: Leaf, changes: Partial<Leaf>): Leaf {
  return { ...leaf, path: leaf.path, label: leaf.label, ...changes };
}

/** The label of a part: that of its parent, and its key. Equals the result of formatPath at a lower cost. */
export function labelBelow(label: string, key: Key): string {
  if (typeof key === 'number') return `${label}[${key}]`;
  if (!/^[A-Za-z_][\w$-]*$/.test(key)) return `${label}[${JSON.stringify(key)}]`;
  return label === '$' ? key : `${label}.${key}`;
}

/** The part under a key, if the source is an object that has it. */
export function entry(source: SourceNode | undefined, key: string): SourceNode | undefined {
  return source?.kind === 'object' ? source.entries.get(key) : undefined;
}

/** The part at the end of several keys. */
export function entryAt(source: SourceNode | undefined, ...keys: string[]): SourceNode | undefined {
  let found = source;
  for (const key of keys) found = entry(found, key);
  return found;
}

/** The parts of an object, none for anything else. */
export function entriesOf(
  source: SourceNode | undefined,
): readonly (readonly [string, SourceNode])[] {
  return source?.kind === 'object' ? [...source.entries] : [];
}

/** The items of a list, none for anything else. */
export function itemsOf(source: SourceNode | undefined): readonly SourceNode[] {
  return source?.kind === 'list' ? source.items : [];
}

/** The text of a leaf that is a text, number or boolean. */
export function textOf(source: SourceNode | undefined): string | undefined {
  if (source?.kind !== 'leaf' || isEmptyLeaf(source)) return undefined;
  return source.text;
}

/** True for null, `{}` and `[]`, which contain nothing to lose. */
export function isEmptyLeaf({ value }: Leaf): boolean {
  return value === null || typeof value === 'object';
}
