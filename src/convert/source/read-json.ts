import { printParseErrorCode, visit } from 'jsonc-parser';
import type { Json } from '#src/json/value.ts';
import { formatPath, type Key, type Path } from '#src/json/path.ts';
import { FORBIDDEN_KEY } from '#src/domain/core/json-text/forbidden-keys.ts';
import type { Text } from '#src/domain/core/text.ts';
import { ignoreProgress, type ReadProgress } from './progress.ts';
import { MAX_DEPTH, refusals, RefusalError } from './refusal.ts';
import { labelBelow, NestedLeaf, withChanges, type Leaf, type SourceNode } from './source.ts';

/** A text as the readers return it. */
export interface ReadText {
  /** One for JSON, as many as there are for YAML. */
  readonly documents: readonly SourceNode[];
  /** Every value of the text once, in its order. */
  readonly leaves: readonly Leaf[];
  /** Lines with a comment. */
  readonly commentLines: readonly number[];
  /** The first line that Helm prints above the manifests, such as `NAME: web`. */
  readonly helmHeaderLine?: number;
  /** The line of the NOTES that Helm prints after the manifests. */
  readonly helmNotesLine?: number;
  /** Lines with a trailing comma. */
  readonly commaLines: readonly number[];
  /** The first number that would be written differently, such as `1.0`. */
  readonly rewritten?: { readonly offset: number; readonly text: string };
}

/** An object or list that is still open. */
interface Level {
  readonly path: Path;
  readonly label: string;
  readonly line: number;
  readonly entries: Map<string, SourceNode> | undefined;
  /** Lines of the keys in the order of `entries`. */
  readonly keyLines: number[] | undefined;
  readonly items: SourceNode[] | undefined;
  key: string;
}

/** Where a JSON text comes from. */
export interface JsonOrigin {
  /** The line of the input that the text begins in; 1 unless given. */
  readonly firstLine?: number;
  /** True if all of it is in that line of the input, as JSON inside a string is. */
  readonly isOneLine?: boolean;
  /** The path that its own paths begin with. */
  readonly path?: Path;
  /** The name of its file, unless it is the input itself. */
  readonly file?: string;
}

/**
 * Reads JSON, with comments and trailing commas if there are any. Throws Refused. The text itself must have been
 * checked by checkCharacters.
 */
export function readJson(
  text: string,
  origin: JsonOrigin = {},
  onProgress: ReadProgress = ignoreProgress,
): ReadText {
  const { firstLine = 1, isOneLine = false } = origin;
  const lineOf = (startLine: number) => (isOneLine ? firstLine : firstLine + startLine);
  const tree = new JsonTree(origin.path ?? [], origin.file);
  const commentLines = new Set<number>();
  visit(
    text,
    {
      onObjectBegin: (offset, _length, line) => tree.openObject(offset, lineOf(line)),
      onArrayBegin: (offset, _length, line) => tree.openList(offset, lineOf(line)),
      onObjectEnd: () => tree.close(),
      onArrayEnd: () => tree.close(),
      onSeparator: (character, _offset, _length, line) => {
        if (character === ',') tree.commaLine = lineOf(line);
      },
      onObjectProperty: (name, offset, length, line) => {
        onProgress(offset);
        checkKey(name, offset, length !== name.length + 2);
        tree.startProperty(name, offset, lineOf(line));
      },
      onLiteralValue: (value: JsonScalar, offset, length, line) => {
        if (typeof value === 'string') {
          if (length !== value.length + 2) checkText(value, offset);
          tree.addValue(value, value, lineOf(line));
          return;
        }
        const raw = text.slice(offset, offset + length);
        if (typeof value === 'number') {
          checkInteger(raw, offset);
          if (String(value) !== raw) tree.rewritten ??= { offset, text: raw };
        }
        tree.addValue(value, raw, lineOf(line));
      },
      onComment: (_offset, _length, line) => {
        commentLines.add(lineOf(line));
      },
      onError: (error, offset) => {
        throw new RefusalError(
          offset,
          jsonFault(printParseErrorCode(error), offset >= text.length),
        );
      },
    },
    { disallowComments: false, allowTrailingComma: true },
  );
  if (tree.root === undefined) throw new RefusalError(0, refusals.empty);
  return {
    documents: [tree.root],
    leaves: tree.leaves,
    commentLines: [...commentLines],
    commaLines: tree.commaLines,
    ...(tree.rewritten && { rewritten: tree.rewritten }),
  };
}

type JsonScalar = string | number | boolean | null;

/** Builds our tree from the events of the parser. */
class JsonTree {
  root: SourceNode | undefined;
  readonly leaves: Leaf[] = [];
  readonly commaLines: number[] = [];
  rewritten: ReadText['rewritten'];
  /** The line of the last comma, while nothing follows it. */
  commaLine: number | undefined;
  readonly #levels: Level[] = [];
  readonly #path: Path;
  readonly #label: string;
  readonly #file: string | undefined;

  constructor(path: Path, file: string | undefined) {
    this.#path = path;
    this.#label = formatPath(path);
    this.#file = file;
  }

  openObject(offset: number, line: number): void {
    this.#open(offset, line, new Map(), [], undefined);
  }

  openList(offset: number, line: number): void {
    this.#open(offset, line, undefined, undefined, []);
  }

  #open(
    offset: number,
    line: number,
    entries: Level['entries'],
    keyLines: Level['keyLines'],
    items: Level['items'],
  ): void {
    if (this.#levels.length >= MAX_DEPTH) throw new RefusalError(offset, refusals.tooDeep);
    this.commaLine = undefined;
    const parent = this.#levels.at(-1);
    const key = parent && keyIn(parent);
    const path = parent === undefined ? this.#path : parent.path.concat(key!);
    const label = parent === undefined ? this.#label : labelBelow(parent.label, key!);
    this.#levels.push({ path, label, line, entries, keyLines, items, key: '' });
  }

  close(): void {
    const { path, label, line, entries, items } = this.#levels.pop()!;
    if (this.commaLine !== undefined) this.commaLines.push(this.commaLine);
    this.commaLine = undefined;
    if (entries !== undefined && entries.size > 0)
      this.#add({ kind: 'object', path, line, entries });
    else if (items !== undefined && items.length > 0)
      this.#add({ kind: 'list', path, line, items });
    else if (entries !== undefined) this.#addLeaf({ path, label }, line, {}, '{}');
    else this.#addLeaf({ path, label }, line, [], '[]');
  }

  startProperty(name: string, offset: number, line: number): void {
    this.commaLine = undefined;
    const level = this.#levels.at(-1)!;
    const { entries, keyLines } = level;
    if (entries!.has(name)) {
      const first = keyLines![[...entries!.keys()].indexOf(name)]!;
      throw new RefusalError(offset, refusals.duplicateKey(name, first));
    }
    keyLines!.push(line);
    level.key = name;
  }

  addValue(value: JsonScalar, raw: string, line: number): void {
    this.commaLine = undefined;
    const level = this.#levels.at(-1);
    if (level === undefined)
      this.#addLeaf({ path: this.#path, label: this.#label }, line, value, raw);
    else {
      this.#keep(new NestedLeaf(level, keyIn(level), line, value, raw));
    }
  }

  #addLeaf(
    { path, label }: { readonly path: Path; readonly label: string },
    line: number,
    value: Json,
    text: string,
  ): void {
    this.#keep({ kind: 'leaf', path, label, line, value, text });
  }

  #keep(leaf: Leaf): void {
    const kept = this.#file === undefined ? leaf : withChanges(leaf, { file: this.#file });
    this.leaves.push(kept);
    this.#add(kept);
  }

  #add(source: SourceNode): void {
    const level = this.#levels.at(-1);
    if (level === undefined) this.root = source;
    else if (level.items !== undefined) level.items.push(source);
    else level.entries!.set(level.key, source);
  }
}

/** The key or index of the value that comes next. */
function keyIn({ items, key }: Level): Key {
  return items === undefined ? key : items.length;
}

/** Refuses `__proto__`, and half a surrogate pair where the key was written with escapes. */
export function checkKey(key: string, offset: number, hasEscapes: boolean): void {
  if (key === FORBIDDEN_KEY) throw new RefusalError(offset, refusals.prototype);
  if (hasEscapes) checkText(key, offset);
}

/** Refuses half a surrogate pair. */
export function checkText(text: string, offset: number): void {
  if (/\p{Cs}/u.test(text)) throw new RefusalError(offset, refusals.surrogate);
}

/** Refuses an integer that a JavaScript number cannot hold exactly. */
export function checkInteger(raw: string, offset: number): void {
  if (raw.length > 15 && /^[-+]?\d+$/.test(raw) && !Number.isSafeInteger(Number(raw)))
    throw new RefusalError(offset, refusals.bigInteger(raw));
}

const faults: Readonly<Record<string, Text>> = {
  InvalidSymbol: {
    en: 'This is not a JSON value. Texts and keys need double quotes.',
    zh: '这不是 JSON 值，文本和键必须使用英文双引号。',
  },
  InvalidNumberFormat: { en: 'This is not a JSON number.', zh: '这不是 JSON 数字。' },
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
  UnexpectedEndOfComment: { en: 'This comment is not closed.', zh: '注释未结束。' },
  UnexpectedEndOfString: {
    en: 'The closing double quote is missing on this line.',
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

/** Why a text is not JSON, for an error code of jsonc-parser. */
export function jsonFault(code: string, isAtEnd: boolean): Text {
  if (isAtEnd)
    return {
      en: 'The JSON ends before all brackets are closed.',
      zh: 'JSON 到此结束，但括号尚未全部闭合。',
    };
  return faults[code] ?? { en: 'This is not JSON.', zh: '这不是 JSON。' };
}
