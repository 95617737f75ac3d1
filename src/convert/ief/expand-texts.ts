import type { ReadText } from '../source/read-json.ts';
import { readJson } from '../source/read-json.ts';
import { RefusalError } from '../source/refusal.ts';
import type { Leaf, SourceNode } from '../source/source.ts';
import { wrappedParts } from './shape.ts';

/**
 * Reads the JSON that is inside a text: the body of a batch job, of an SDK's parameters, or a whole body in quotes.
 * Its values replace the text and have its line.
 */
export function expandTexts(read: ReadText): ReadText {
  const [root] = read.documents;
  if (root === undefined || read.documents.length > 1) return read;
  const [text] = [root, ...wrappedParts(root)].filter(isJsonText);
  if (text === undefined) return read;
  const inner = parse(text);
  const [value] = inner?.documents ?? [];
  if (inner === undefined || value === undefined) return read;
  const leaves = read.leaves.flatMap((leaf) => (leaf === text ? inner.leaves : [leaf]));
  const rewritten = read.rewritten ?? inner.rewritten;
  return {
    ...read,
    documents: [replace(root, text, value)],
    leaves,
    ...(rewritten && { rewritten }),
  };
}

function isJsonText(source: SourceNode): source is Leaf {
  return (
    source.kind === 'leaf' && typeof source.value === 'string' && /^\s*[{[]/.test(source.value)
  );
}

function parse(text: Leaf): ReadText | undefined {
  try {
    return readJson(text.text, { firstLine: text.line, isOneLine: true, path: text.path });
  } catch (error) {
    // Then it is ordinary text that begins with a bracket.
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}

/** The same tree with another part in place of a leaf. */
function replace(source: SourceNode, leaf: Leaf, by: SourceNode): SourceNode {
  if (source === leaf) return by;
  if (source.kind !== 'object') return source;
  const entries = [...source.entries].map(([key, part]) => [key, replace(part, leaf, by)] as const);
  return { ...source, entries: new Map(entries) };
}
