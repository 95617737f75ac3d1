import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from '#src/json/value.ts';
import type { Key, Path } from '#src/json/path.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { MAX_DEPTH, refusals, Refused } from './refusal.ts';
import { createLeaf, type Leaf, type Source } from './source.ts';

/** What a reader made of a text. */
export interface ReadText {
  /** One for JSON, as many as there are for YAML. */
  readonly documents: readonly Source[];
  /** Every value of the text once, in its order. */
  readonly leaves: readonly Leaf[];
  /** Lines with a comment. */
  readonly commentLines: readonly number[];
  /** Lines with a comma that JSON does not have. */
  readonly commaLines: readonly number[];
  /** The first number that our text would print differently. */
  readonly rewritten?: { readonly offset: number; readonly text: string };
}

interface Level {
  readonly path: Path;
  readonly line: number;
  readonly entries?: Map<string, Source>;
  /** Lines of the keys, to name the first of two. */
  readonly keyLines?: Map<string, number>;
  readonly items?: Source[];
  key: string;
}

/**
 * Reads JSON, with comments and trailing commas if there are any. Throws Refused. `placeOf` is of this text, and
 * `base` the path that its own paths begin with; `file` is its name, unless it is the input itself.
 */
export function readJson(
  text: string,
  placeOf: (offset: number) => TextPlace,
  base: Path = [],
  file?: string,
): ReadText {
  const lineOf = (offset: number) => placeOf(offset).line;
  const tree = new JsonTree(lineOf, base, file);
  const commentLines = new Set<number>();
  visit(
    text,
    {
      onObjectBegin: (offset) => tree.open(offset, { entries: new Map(), keyLines: new Map() }),
      onArrayBegin: (offset) => tree.open(offset, { items: [] }),
      onObjectEnd: () => tree.close(),
      onArrayEnd: () => tree.close(),
      onSeparator: (character, offset) => {
        if (character === ',') tree.comma = offset;
      },
      onObjectProperty: (name, offset) => tree.startProperty(name, offset),
      onLiteralValue: (value: string | number | boolean | null, offset, length) =>
        tree.addValue(value, offset, text.slice(offset, offset + length)),
      onComment: (offset) => {
        commentLines.add(lineOf(offset));
      },
      onError: (error, offset) => {
        throw new Refused(offset, jsonFault(printParseErrorCode(error), offset >= text.length));
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );
  if (tree.root === undefined) throw new Refused(0, refusals.empty);
  return {
    documents: [tree.root],
    leaves: tree.leaves,
    commentLines: [...commentLines],
    commaLines: tree.commaLines,
    ...(tree.rewritten && { rewritten: tree.rewritten }),
  };
}

/** Builds our tree from the events of the parser. */
class JsonTree {
  root: Source | undefined;
  readonly leaves: Leaf[] = [];
  readonly commaLines: number[] = [];
  rewritten: ReadText['rewritten'];
  /** Where the last comma is, while nothing follows it. */
  comma: number | undefined;
  readonly #levels: Level[] = [];
  readonly #lineOf: (offset: number) => number;
  readonly #base: Path;
  readonly #file: string | undefined;

  constructor(lineOf: (offset: number) => number, base: Path, file: string | undefined) {
    this.#lineOf = lineOf;
    this.#base = base;
    this.#file = file;
  }

  open(offset: number, parts: Pick<Level, 'entries' | 'keyLines' | 'items'>): void {
    if (this.#levels.length >= MAX_DEPTH) throw new Refused(offset, refusals.tooDeep);
    this.comma = undefined;
    this.#levels.push({ path: this.#pathHere(), line: this.#lineOf(offset), key: '', ...parts });
  }

  close(): void {
    const { path, line, entries, items } = this.#levels.pop()!;
    if (this.comma !== undefined) this.commaLines.push(this.#lineOf(this.comma));
    this.comma = undefined;
    if (entries !== undefined && entries.size > 0)
      this.#add({ kind: 'object', path, line, entries });
    else if (items !== undefined && items.length > 0)
      this.#add({ kind: 'list', path, line, items });
    else if (entries !== undefined) this.#addLeaf(path, line, {}, '{}');
    else this.#addLeaf(path, line, [], '[]');
  }

  startProperty(name: string, offset: number): void {
    this.comma = undefined;
    const level = this.#levels.at(-1)!;
    const line = this.#lineOf(offset);
    checkKey(name, offset, level.keyLines!);
    level.keyLines!.set(name, line);
    level.key = name;
  }

  addValue(value: string | number | boolean | null, offset: number, raw: string): void {
    this.comma = undefined;
    const line = this.#lineOf(offset);
    if (typeof value === 'string') checkText(value, offset);
    if (typeof value === 'number') {
      checkInteger(raw, offset);
      if (String(value) !== raw) this.rewritten ??= { offset, text: raw };
    }
    this.#addLeaf(this.#pathHere(), line, value, typeof value === 'string' ? value : raw);
  }

  #pathHere(): Path {
    const level = this.#levels.at(-1);
    if (level === undefined) return this.#base;
    const key: Key = level.items === undefined ? level.key : level.items.length;
    return [...level.path, key];
  }

  #addLeaf(path: Path, line: number, value: Json, raw: string): void {
    const leaf = createLeaf(path, line, value, raw);
    const own = this.#file === undefined ? leaf : { ...leaf, file: this.#file };
    this.leaves.push(own);
    this.#add(own);
  }

  #add(source: Source): void {
    const level = this.#levels.at(-1);
    if (level === undefined) this.root = source;
    else if (level.items !== undefined) level.items.push(source);
    else level.entries!.set(level.key, source);
  }
}

/** Refuses `__proto__`, half a surrogate pair, and a key that the object has already. */
export function checkKey(key: string, offset: number, lines: ReadonlyMap<string, number>): void {
  if (key === '__proto__') throw new Refused(offset, refusals.prototype);
  checkText(key, offset);
  const before = lines.get(key);
  if (before !== undefined) throw new Refused(offset, refusals.duplicateKey(key, before));
}

/** Refuses half a surrogate pair. */
export function checkText(text: string, offset: number): void {
  if (/\p{Cs}/u.test(text)) throw new Refused(offset, refusals.surrogate);
}

/** Refuses an integer that a number of JavaScript cannot hold. */
export function checkInteger(raw: string, offset: number): void {
  if (/^[-+]?\d+$/.test(raw) && !Number.isSafeInteger(Number(raw)))
    throw new Refused(offset, refusals.bigInteger(raw));
}

const faults: Readonly<Record<string, Text>> = {
  InvalidSymbol: {
    en: 'JSON has no such word here. Texts and keys are in double quotes.',
    zh: '此处不是 JSON。文本和键须使用英文双引号。',
  },
  InvalidNumberFormat: { en: 'This is not a number of JSON.', zh: '这不是 JSON 的数字。' },
  UnexpectedEndOfNumber: { en: 'This number is not complete.', zh: '数字不完整。' },
  PropertyNameExpected: {
    en: 'A key in double quotes is missing here.',
    zh: '此处缺少双引号中的键。',
  },
  ValueExpected: { en: 'A value is missing here.', zh: '此处缺少值。' },
  ColonExpected: { en: 'A colon is missing between key and value.', zh: '键与值之间缺少冒号。' },
  CommaExpected: {
    en: 'A comma or a closing bracket is missing here.',
    zh: '此处缺少逗号或右括号。',
  },
  EndOfFileExpected: { en: 'Nothing may follow the JSON value.', zh: 'JSON 值之后不能再有内容。' },
  UnexpectedEndOfComment: { en: 'This comment is not closed.', zh: '注释没有结束。' },
  UnexpectedEndOfString: {
    en: 'The closing double quote is missing in this line.',
    zh: '本行缺少结尾的双引号。',
  },
  InvalidUnicode: {
    en: 'A \\u escape needs four hexadecimal digits.',
    zh: '\\u 后须为四位十六进制数。',
  },
  InvalidEscapeCharacter: {
    en: 'JSON has no such escape. Write a backslash as \\\\.',
    zh: 'JSON 没有这种转义，反斜杠请写成 \\\\。',
  },
  InvalidCharacter: {
    en: 'A control character must be written as an escape, such as \\t.',
    zh: '控制字符须写成转义形式，例如 \\t。',
  },
};

function jsonFault(code: string, isAtEnd: boolean): Text {
  if (isAtEnd)
    return {
      en: 'The JSON ends before all brackets are closed.',
      zh: 'JSON 到此结束，但括号尚未全部闭合。',
    };
  return faults[code] ?? { en: 'This is not JSON.', zh: '这不是 JSON。' };
}
