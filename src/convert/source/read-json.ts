import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from '#src/json/value.ts';
import type { Key, Path } from '#src/json/path.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/text-lines.ts';
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
  const leaves: Leaf[] = [];
  const levels: Level[] = [];
  const commentLines = new Set<number>();
  const commaLines: number[] = [];
  let root: Source | undefined;
  let rewritten: ReadText['rewritten'];
  let comma: number | undefined;
  const pathHere = (): Path => {
    const level = levels.at(-1);
    if (level === undefined) return base;
    const key: Key = level.items === undefined ? level.key : level.items.length;
    return [...level.path, key];
  };
  const addLeaf = (path: Path, line: number, value: Json, raw: string) => {
    const leaf = createLeaf(path, line, value, raw);
    const own = file === undefined ? leaf : { ...leaf, file };
    leaves.push(own);
    add(own);
  };
  const add = (source: Source) => {
    const level = levels.at(-1);
    if (level === undefined) root = source;
    else if (level.items !== undefined) level.items.push(source);
    else level.entries!.set(level.key, source);
  };
  const open = (offset: number, isList: boolean) => {
    if (levels.length >= MAX_DEPTH) throw new Refused(offset, refusals.tooDeep);
    comma = undefined;
    const own = isList ? { items: [] } : { entries: new Map(), keyLines: new Map() };
    levels.push({ path: pathHere(), line: placeOf(offset).line, key: '', ...own });
  };
  const close = () => {
    const { path, line, entries, items } = levels.pop()!;
    if (comma !== undefined) commaLines.push(placeOf(comma).line);
    comma = undefined;
    if (entries !== undefined && entries.size > 0)
      return add({ kind: 'object', path, line, entries });
    if (items !== undefined && items.length > 0) return add({ kind: 'list', path, line, items });
    const value: Json = entries === undefined ? [] : {};
    return addLeaf(path, line, value, entries === undefined ? '[]' : '{}');
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => open(offset, false),
      onArrayBegin: (offset) => open(offset, true),
      onObjectEnd: close,
      onArrayEnd: close,
      onSeparator: (character, offset) => {
        if (character === ',') comma = offset;
      },
      onObjectProperty: (name, offset) => {
        comma = undefined;
        const level = levels.at(-1)!;
        const { line } = placeOf(offset);
        checkKey(name, offset, level.keyLines!);
        level.keyLines!.set(name, line);
        level.key = name;
      },
      onLiteralValue: (value: string | number | boolean | null, offset, length) => {
        comma = undefined;
        const raw = text.slice(offset, offset + length);
        const { line } = placeOf(offset);
        if (typeof value === 'string') checkText(value, offset);
        if (typeof value === 'number') {
          checkInteger(raw, offset);
          if (String(value) !== raw) rewritten ??= { offset, text: raw };
        }
        addLeaf(pathHere(), line, value, typeof value === 'string' ? value : raw);
      },
      onComment: (offset) => {
        commentLines.add(placeOf(offset).line);
      },
      onError: (error, offset) => {
        throw new Refused(offset, jsonFault(printParseErrorCode(error), offset >= text.length));
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );
  if (root === undefined) throw new Refused(0, refusals.empty);
  return {
    documents: [root],
    leaves,
    commentLines: [...commentLines],
    commaLines,
    ...(rewritten && { rewritten }),
  };
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
