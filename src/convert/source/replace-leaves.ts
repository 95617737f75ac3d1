import type { ReadText } from './read-json.ts';
import type { Leaf, SourceNode } from './source.ts';

/** The text with other leaves; those that `change` returns as they are stay. */
export function replaceLeaves(read: ReadText, change: (leaf: Leaf) => Leaf): ReadText {
  const replaced = new Map<SourceNode, SourceNode>();
  const leaves = read.leaves.map((leaf) => {
    const own = change(leaf);
    if (own !== leaf) replaced.set(leaf, own);
    return own;
  });
  if (replaced.size === 0) return read;
  return { ...read, documents: read.documents.map((one) => rebuild(one, replaced)), leaves };
}

/** The same tree with other leaves. Parts that aliases share stay shared. */
function rebuild(source: SourceNode, replaced: Map<SourceNode, SourceNode>): SourceNode {
  const known = replaced.get(source);
  if (known !== undefined || source.kind === 'leaf') return known ?? source;
  const own: SourceNode =
    source.kind === 'list'
      ? { ...source, items: source.items.map((item) => rebuild(item, replaced)) }
      : {
          ...source,
          entries: new Map(
            [...source.entries].map(([key, part]) => [key, rebuild(part, replaced)]),
          ),
        };
  replaced.set(source, own);
  return own;
}
