import type { Node } from 'jsonc-parser';
import type { Path } from '#src/domain/core/path.ts';

/**
 * A place in a text as editors and their problem matchers count: both from 1; a tab is one column,
 * and so is each UTF-16 code unit, so that a character beyond U+FFFF takes two.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the parts of one JSON text stand. */
export interface Places {
  /** The place of an offset. */
  at(offset: number): Place;
  /**
   * The offset of the value at a path. For a missing one that of the nearest part above it that is
   * there: of its key, or of its opening bracket where it has no key.
   */
  offsetOf(path: Path): number;
}

/** Makes the places of a text from its tree. */
export function createPlaces(text: string, tree: Node): Places {
  const starts = lineStarts(text);
  const members = new WeakMap<Node, ReadonlyMap<string, Node>>();

  function memberOf(node: Node, key: string | number): Node | undefined {
    if (typeof key === 'number') return node.type === 'array' ? node.children?.[key] : undefined;
    if (node.type !== 'object') return undefined;
    let known = members.get(node);
    // A later property takes the place of an earlier one with the same key, as in JSON.parse.
    if (known === undefined) members.set(node, (known = new Map(properties(node))));
    return known.get(key);
  }

  return {
    at: (offset) => placeOf(starts, offset),
    offsetOf(path) {
      let found = tree;
      for (const key of path) {
        const next = memberOf(found, key);
        if (next === undefined) return keyOrBracket(found).offset;
        found = next;
      }
      return found.offset;
    },
  };
}

/** The place of one offset in a text. */
export function placeIn(text: string, offset: number): Place {
  return placeOf(lineStarts(text), offset);
}

/** Keys and value nodes of an object, in the order of the text, repeated keys too. */
function* properties(object: Node): Generator<[string, Node]> {
  for (const property of object.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key !== undefined && value !== undefined) yield [String(key.value), value];
  }
}

function keyOrBracket(node: Node): Node {
  return node.parent?.type === 'property' ? node.parent : node;
}

/** Offsets at which lines begin. Lines end with LF, CRLF or CR, as in editors. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}
