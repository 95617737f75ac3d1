import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Key, Path } from '#src/json/path.ts';

/** A part of the text, offsets in UTF-16 units. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** A value of the text, with its key if it is a property. */
interface Member {
  readonly value: SyntaxNode;
  readonly key?: TextRange;
}

/** How long to wait for the parser, milliseconds. */
const PARSE_MS = 40;

/** The path of the value or key at an offset, also in a text that does not parse. */
export function pathAtOffset(state: EditorState, offset: number): Path {
  const path: Key[] = [];
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, 1);
  while (node !== null) {
    const { parent }: SyntaxNode = node;
    if (node.name === 'Property') {
      const key = keyOf(state, node);
      if (key !== undefined) path.unshift(key);
    } else if (parent?.name === 'Array' && isValue(node)) path.unshift(indexOf(node));
    node = parent;
  }
  return path;
}

/** The range of the value at a path, or of the closest parent that the text has, with its key if it is a property. */
export function rangeOfPath(
  state: EditorState,
  path: Path,
): TextRange & { readonly key?: TextRange } {
  const tree = ensureSyntaxTree(state, state.doc.length, PARSE_MS) ?? syntaxTree(state);
  let node = firstValue(tree.topNode);
  let key: TextRange | undefined;
  for (const step of path) {
    const next = node && memberOf(state, node, step);
    if (!next) break;
    node = next.value;
    key = next.key;
  }
  if (!node) return { from: 0, to: 0 };
  return { from: node.from, to: node.to, ...(key && { key }) };
}

function memberOf(state: EditorState, node: SyntaxNode, step: Key): Member | undefined {
  if (typeof step === 'number') {
    if (node.name !== 'Array') return undefined;
    let index = 0;
    for (let child = node.firstChild; child; child = child.nextSibling)
      if (isValue(child) && index++ === step) return { value: child };
    return undefined;
  }
  if (node.name !== 'Object') return undefined;
  let found: Member | undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Property' || keyOf(state, child) !== step) continue;
    const name = child.getChild('PropertyName')!;
    const key = { from: name.from, to: name.to };
    // The last of two equal keys is the one that counts.
    found = { value: firstValue(child) ?? name, key };
  }
  return found;
}

function firstValue(node: SyntaxNode): SyntaxNode | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (isValue(child)) return child;
  return undefined;
}

function keyOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild('PropertyName');
  if (name === null) return undefined;
  try {
    return JSON.parse(state.sliceDoc(name.from, name.to)) as string;
  } catch {
    return undefined;
  }
}

const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function isValue({ name }: SyntaxNode): boolean {
  return values.has(name);
}

function indexOf(node: SyntaxNode): number {
  let index = 0;
  for (let before = node.prevSibling; before; before = before.prevSibling)
    if (isValue(before)) index += 1;
  return index;
}
