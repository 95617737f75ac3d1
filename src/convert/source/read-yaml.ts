import {
  Composer,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Document,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { ignoreProgress, type ReadProgress } from './progress.ts';
import { checkInteger, checkKey, checkText, type ReadText } from './read-json.ts';
import { MAX_DEPTH, refusals, RefusalError } from './refusal.ts';
import { createLeaf, type Leaf, type SourceNode } from './source.ts';

/** The number of values that aliases may add to the written ones. */
const MAX_ALIASED = 100_000;
/** The parser keeps the stream, the document and two tokens for some levels on its stack. */
const MAX_TOKENS = 2 * MAX_DEPTH + 8;

/**
 * Reads YAML 1.2 with merge keys, all documents of it. Throws Refused. The depth is checked before the library composes
 * anything: it calls itself once for each level, and repeated overflows end the process.
 */
export function readYaml(
  text: string,
  placeOf: (offset: number) => TextPlace,
  onProgress: ReadProgress = ignoreProgress,
): ReadText {
  // Tokens are about half of the work.
  const tokens = tokensOf(text, (offset) => onProgress(offset / 2));
  const builder = new TreeBuilder(placeOf, (offset) => onProgress((text.length + offset) / 2));
  const documents: SourceNode[] = [];
  // The library looks for repeated keys in quadratic time; checkKey does not.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, version: '1.2' });
  for (const document of composer.compose(tokens, true, text.length)) {
    const [error] = document.errors;
    if (error !== undefined)
      throw new RefusalError(error.pos[0], yamlFault(error.code, error.message));
    if (document.contents !== null) documents.push(builder.build(document as Parsed));
  }
  return {
    documents: documents.filter((one) => one.kind !== 'leaf' || one.value !== null),
    leaves: builder.leaves,
    commentLines: commentLines(text, tokens, placeOf),
    commaLines: [],
    ...(builder.rewritten && { rewritten: builder.rewritten }),
  };
}

type Parsed = Document<ParsedNode>;

function tokensOf(text: string, onProgress: ReadProgress): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let flow = 0;
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '{' || lexeme === '[') flow += 1;
    if (lexeme === '}' || lexeme === ']') flow -= 1;
    if (flow > MAX_DEPTH || parser.stack.length > MAX_TOKENS)
      throw new RefusalError(offset, refusals.tooDeep);
    for (const token of parser.next(lexeme)) tokens.push(token);
    ({ offset } = parser);
    onProgress(offset);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Turns the nodes of the library into our tree, document by document. */
class TreeBuilder {
  readonly leaves: Leaf[] = [];
  rewritten: ReadText['rewritten'];
  readonly #placeOf: (offset: number) => TextPlace;
  readonly #onProgress: ReadProgress;
  readonly #sizes = new Map<SourceNode, number>();
  readonly #anchors = new Map<string, SourceNode>();

  constructor(placeOf: (offset: number) => TextPlace, onProgress: ReadProgress) {
    this.#placeOf = placeOf;
    this.#onProgress = onProgress;
  }

  build(document: Parsed): SourceNode {
    // An anchor is known in its own document only.
    this.#anchors.clear();
    return this.#visitNode(document.contents, [], document.range?.[0] ?? 0);
  }

  #visitNode(node: unknown, path: Path, offset: number): SourceNode {
    if (path.length >= MAX_DEPTH) throw new RefusalError(offset, refusals.tooDeep);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) throw new RefusalError(offsetOf(node), refusals.cycle(node.source));
      return target;
    }
    const source = this.#visitValue(node, path, offset);
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, source);
    return source;
  }

  #visitValue(node: unknown, path: Path, offset: number): SourceNode {
    if (isMap(node)) return this.#visitMap(node.items, path, offsetOf(node));
    if (isSeq(node)) return this.#visitList(node.items, path, offsetOf(node));
    if (isScalar(node)) return this.#visitScalar(node as Scalar, path);
    return this.#addLeaf(path, offset, null, 'null');
  }

  #visitList(nodes: readonly unknown[], path: Path, offset: number): SourceNode {
    if (nodes.length === 0) return this.#addLeaf(path, offset, [], '[]');
    const items = nodes.map((node, index) =>
      isPair(node)
        ? this.#visitMap([node], [...path, index], offset)
        : this.#visitNode(node, [...path, index], offset),
    );
    const { line } = this.#placeOf(offset);
    return this.#remember({ kind: 'list', path, line, items }, items, offset);
  }

  #visitMap(pairs: readonly unknown[], path: Path, offset: number): SourceNode {
    const { line } = this.#placeOf(offset);
    if (pairs.length === 0) return this.#addLeaf(path, offset, {}, '{}');
    const entries = new Map<string, SourceNode>();
    const resets = new Map<string, SourceNode>();
    const overrides = new Set<string>();
    const keyLines = new Map<string, number>();
    const merged: SourceNode[] = [];
    for (const pair of pairs) {
      if (!isPair(pair)) continue;
      const { key } = pair;
      const keyOffset = offsetOf(key) || offset;
      if (!isScalar(key)) throw new RefusalError(keyOffset, refusals.oddKey);
      const name = keyText(key as Scalar);
      if (name === '<<' && key.type === 'PLAIN') {
        merged.push(this.#visitNode(pair.value, [...path, name], keyOffset));
        continue;
      }
      checkKey(name, keyOffset, true);
      const first = keyLines.get(name);
      if (first !== undefined)
        throw new RefusalError(keyOffset, refusals.duplicateKey(name, first));
      keyLines.set(name, this.#placeOf(keyOffset).line);
      const tag = tagOf(pair.value);
      const value = this.#visitNode(pair.value, [...path, name], keyOffset);
      (tag === '!reset' ? resets : entries).set(name, value);
      if (tag === '!override') overrides.add(name);
    }
    for (const source of merged) merge(entries, source, resets);
    const object: SourceNode = {
      kind: 'object',
      path,
      line,
      entries,
      ...(resets.size > 0 && { resets }),
      ...(overrides.size > 0 && { overrides }),
    };
    return this.#remember(object, [...entries.values(), ...resets.values()], offset);
  }

  #visitScalar(node: Scalar, path: Path): Leaf {
    const offset = offsetOf(node);
    const isUnquoted = node.type === 'PLAIN';
    const raw = isUnquoted ? (node.source ?? '') : String(node.value);
    const { value } = node;
    this.#onProgress(offset);
    checkText(raw, offset);
    if (typeof value === 'number') {
      checkInteger(raw, offset);
      if (String(value) !== raw) this.rewritten ??= { offset, text: raw };
    }
    const isKept =
      value === null ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value));
    return this.#addLeaf(path, offset, isKept ? value : raw, raw, isUnquoted);
  }

  #addLeaf(path: Path, offset: number, value: Json, raw: string, isUnquoted = false): Leaf {
    const leaf = createLeaf(path, this.#placeOf(offset).line, value, raw, isUnquoted);
    this.leaves.push(leaf);
    return leaf;
  }

  /** Keeps the number of values in a source, aliased ones included, and refuses one that aliases blow up. */
  #remember(source: SourceNode, parts: Iterable<SourceNode>, offset: number): SourceNode {
    let size = 1;
    for (const part of parts) size += this.#sizes.get(part) ?? 1;
    if (size > this.leaves.length + MAX_ALIASED) throw new RefusalError(offset, refusals.aliases);
    this.#sizes.set(source, size);
    return source;
  }
}

/**
 * The entries that `<<` adds: keys that the object does not have itself; in a list, the first mapping that has a key
 * counts.
 */
function merge(
  entries: Map<string, SourceNode>,
  source: SourceNode,
  resets: ReadonlyMap<string, SourceNode>,
): void {
  const sources = source.kind === 'list' ? source.items : [source];
  for (const one of sources) {
    if (one.kind !== 'object') continue;
    for (const [key, value] of one.entries)
      if (!entries.has(key) && !resets.has(key)) entries.set(key, value);
  }
}

function tagOf(node: unknown): string | undefined {
  return (node as { tag?: string } | null)?.tag;
}

function keyText(key: Scalar): string {
  return key.type === 'PLAIN' ? (key.source ?? '') : String(key.value);
}

function offsetOf(node: unknown): number {
  return (node as { range?: readonly [number, ...number[]] | null } | null)?.range?.[0] ?? 0;
}

/** Lines with a comment, as far as the tokens of the documents show them. */
function commentLines(
  text: string,
  tokens: readonly CST.Token[],
  placeOf: (offset: number) => TextPlace,
): readonly number[] {
  if (!text.includes('#')) return [];
  const lines = new Set<number>();
  const open: unknown[] = [...tokens];
  while (open.length > 0) {
    const part = open.pop();
    if (Array.isArray(part)) {
      for (const one of part) open.push(one);
      continue;
    }
    if (typeof part !== 'object' || part === null) continue;
    const token = part as { type?: string; offset?: number };
    if (token.type === 'comment') lines.add(placeOf(token.offset ?? 0).line);
    for (const value of Object.values(part)) if (typeof value === 'object') open.push(value);
  }
  return [...lines].sort((a, b) => a - b);
}

const faults: Readonly<Record<string, Text>> = {
  BAD_INDENT: {
    en: 'The indentation does not match the lines around it.',
    zh: '缩进与前后行不一致。',
  },
  TAB_AS_INDENT: {
    en: 'YAML is indented with spaces, not with tabs.',
    zh: 'YAML 只能用空格缩进，不能用制表符。',
  },
  BAD_ALIAS: { en: 'This alias has no anchor.', zh: '此别名没有对应的锚点。' },
  MULTILINE_IMPLICIT_KEY: {
    en: 'A key must be on one line. Is a colon or a quote missing?',
    zh: '键必须写在一行内。是否缺少冒号或引号？',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    en: 'A nested mapping cannot begin on this line. Is a line break or a quote missing?',
    zh: '此行不能直接开始嵌套的映射。是否缺少换行或引号？',
  },
  MISSING_CHAR: {
    en: 'A character is missing here: a colon, a comma, a quote or a bracket.',
    zh: '此处缺少字符：冒号、逗号、引号或括号。',
  },
  BAD_SCALAR_START: {
    en: 'Unquoted text cannot begin with this character. Put it in quotes.',
    zh: '文本不能以此字符开头，请加引号。',
  },
  BAD_DQ_ESCAPE: {
    en: 'There is no such escape in double quotes. Write a backslash as \\\\.',
    zh: '双引号中没有这种转义，反斜杠请写成 \\\\。',
  },
};

function yamlFault(code: string, message: string): Text {
  const [line = ''] = message.split('\n');
  return faults[code] ?? { en: `This is not YAML: ${line}.`, zh: `YAML 语法错误：${line}。` };
}
