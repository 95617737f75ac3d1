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
const PARSE_MS = 20;

/** The path of the value or key at an offset, also in a text that does not parse. */
export function pathAtOffset(state: EditorState, offset: number): Path {
  const tree = ensureSyntaxTree(state, offset, PARSE_MS) ?? syntaxTree(state);
  return pathOfNode(state, tree.resolveInner(offset, 1));
}

/** The path of a node of the syntax tree. */
export function pathOfNode(state: EditorState, innermost: SyntaxNode): Path {
  const path: Key[] = [];
  let node: SyntaxNode | null = innermost;
  while (node !== null) {
    const { parent }: SyntaxNode = node;
    if (node.name === 'Property') {
      const key = keyOfProperty(state, node);
      if (key !== undefined) path.unshift(key);
    } else if (parent?.name === 'Array' && isValueNode(node)) path.unshift(indexOf(node));
    node = parent;
  }
  return path;
}

/** The range of a value with its key, if it is a property. */
export type PlacedRange = TextRange & { readonly key?: TextRange };

/** The range of the value at a path, or of the closest parent that the text has, with its key if it is a property. */
export function rangeOfPath(state: EditorState, path: Path): PlacedRange {
  return rangesOf(state).find(path);
}

/** Finds many ranges in one text. */
export interface RangeFinder {
  find(path: Path): PlacedRange;
  /** False while the parser has not read all of the text: ranges may be those of parents. */
  readonly isComplete: boolean;
}

/** Finds ranges by path: each list is walked once, however many of its members are looked for. */
export function rangesOf(state: EditorState): RangeFinder {
  const complete = ensureSyntaxTree(state, state.doc.length, PARSE_MS);
  const tree = complete ?? syntaxTree(state);
  const known = new Map<number, readonly SyntaxNode[]>();
  const membersOf = (list: SyntaxNode) => {
    let members = known.get(list.from);
    if (members === undefined) known.set(list.from, (members = valuesIn(list)));
    return members;
  };
  return {
    isComplete: complete !== null,
    find(path) {
      let node = firstValue(tree.topNode);
      let key: TextRange | undefined;
      for (const step of path) {
        const next: Member | undefined = node && memberOf(state, node, step, membersOf);
        if (!next) break;
        node = next.value;
        key = next.key;
      }
      if (!node) return { from: 0, to: 0 };
      return { from: node.from, to: node.to, ...(key && { key }) };
    },
  };
}

function memberOf(
  state: EditorState,
  node: SyntaxNode,
  step: Key,
  membersOf: (list: SyntaxNode) => readonly SyntaxNode[],
): Member | undefined {
  if (typeof step === 'number') {
    const value = node.name === 'Array' ? membersOf(node)[step] : undefined;
    return value && { value };
  }
  if (node.name !== 'Object') return undefined;
  let found: Member | undefined;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Property' || keyOfProperty(state, child) !== step) continue;
    const name = child.getChild('PropertyName')!;
    const key = { from: name.from, to: name.to };
    // The last of two equal keys is the one that counts.
    found = { value: firstValue(child) ?? name, key };
  }
  return found;
}

function valuesIn(list: SyntaxNode): readonly SyntaxNode[] {
  const values: SyntaxNode[] = [];
  for (let child = list.firstChild; child; child = child.nextSibling)
    if (isValueNode(child)) values.push(child);
  return values;
}

function firstValue(node: SyntaxNode): SyntaxNode | undefined {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (isValueNode(child)) return child;
  return undefined;
}

/** The key of a property; undefined if it is not complete. */
export function keyOfProperty(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild('PropertyName');
  if (name === null) return undefined;
  try {
    return JSON.parse(state.sliceDoc(name.from, name.to)) as string;
  } catch {
    return undefined;
  }
}

const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** True for the node of a value. */
export function isValueNode({ name }: SyntaxNode): boolean {
  return values.has(name);
}

function indexOf(node: SyntaxNode): number {
  let index = 0;
  for (let before = node.prevSibling; before; before = before.prevSibling)
    if (isValueNode(before)) index += 1;
  return index;
}
