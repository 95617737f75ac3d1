import type { NodeRecord } from '#src/client/queries/resources.ts';

/** Which nodes the table shows; an empty text means all. */
export interface NodeFilter {
  readonly text: string;
  readonly state: string;
  readonly arch: string;
  readonly tag: string;
  /** The names of the nodes of a group; undefined for all. */
  readonly group: string;
}

export const noFilter: NodeFilter = { text: '', state: '', arch: '', tag: '', group: '' };

/** The nodes that match every word of the search and every choice. `members` are the names of the nodes of a group. */
export function matchNodes(
  nodes: readonly NodeRecord[],
  { text, state, arch, tag }: NodeFilter,
  members?: ReadonlySet<string>,
): readonly NodeRecord[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && state + arch + tag === '' && members === undefined) return nodes;
  return nodes.filter(
    (node) =>
      (state === '' || node.state === state) &&
      (arch === '' || node.arch === arch) &&
      (tag === '' || node.tags.includes(tag)) &&
      (members === undefined || members.has(node.name)) &&
      words.every((word) => textOf(node).includes(word)),
  );
}

const texts = new WeakMap<NodeRecord, string>();

function textOf(node: NodeRecord): string {
  let text = texts.get(node);
  if (text === undefined) {
    const { id, name, hostIps, tags } = node;
    text = [id, name, ...hostIps, ...tags].join(' ').toLowerCase();
    texts.set(node, text);
  }
  return text;
}

/**
 * Running nodes first, otherwise in the same order. A rollout passes over nodes that are offline, so a first wave of such
 * nodes would try nothing.
 */
export function runningFirst(nodes: readonly NodeRecord[]): readonly NodeRecord[] {
  return nodes.toSorted((a, b) => Number(b.state === 'RUNNING') - Number(a.state === 'RUNNING'));
}

/** The different values of a property, in order. */
export function choicesIn(
  nodes: readonly NodeRecord[],
  read: (node: NodeRecord) => readonly string[],
): readonly string[] {
  return [...new Set(nodes.flatMap(read))].filter(Boolean).toSorted();
}
