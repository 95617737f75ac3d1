import type { NodeState, RolloutNode } from '#src/client/rollouts/shown-rollout.ts';

export const nodeFilters = ['all', 'attention', 'inFlight'] as const;
export type NodeFilterName = (typeof nodeFilters)[number];

const statesOf: Record<Exclude<NodeFilterName, 'all'>, readonly NodeState[]> = {
  attention: ['failed', 'unknown'],
  inFlight: ['sending', 'accepted', 'unknown'],
};

/** A node with its place in the rollout. */
export interface PlacedNode {
  readonly node: RolloutNode;
  /** From 1. */
  readonly wave: number;
}

export function matchesFilter({ state }: RolloutNode, filter: NodeFilterName): boolean {
  return filter === 'all' || statesOf[filter].includes(state);
}

/** The nodes with their waves; `waves` are the numbers of nodes after each wave. */
export function placeNodes(
  nodes: readonly RolloutNode[],
  waves: readonly number[],
): readonly PlacedNode[] {
  let wave = 0;
  return nodes.map((node, index) => {
    while (wave < waves.length - 1 && index >= waves[wave]!) wave++;
    return { node, wave: wave + 1 };
  });
}

/** Those that contain the text, whatever their state. `wordsOf` returns the reason as it is shown. */
export function searchNodes(
  placed: readonly PlacedNode[],
  text: string,
  wordsOf: (node: RolloutNode) => string,
): readonly PlacedNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return placed;
  const texts = textsOf(wordsOf);
  return placed.filter(({ node }) => {
    let searched = texts.get(node);
    if (searched === undefined) {
      const { nodeName, name, id, deploymentId = '' } = node;
      searched = [nodeName, name, id, deploymentId, wordsOf(node)].join('\n').toLowerCase();
      texts.set(node, searched);
    }
    return searched.includes(wanted);
  });
}

const searchTexts = new WeakMap<object, WeakMap<RolloutNode, string>>();

/** The texts that are searched, kept from letter to letter: thousands of nodes take long to put into words. */
function textsOf(wordsOf: (node: RolloutNode) => string): WeakMap<RolloutNode, string> {
  const known = searchTexts.get(wordsOf) ?? new WeakMap<RolloutNode, string>();
  searchTexts.set(wordsOf, known);
  return known;
}

/** How many nodes each filter shows. */
export function countFilters(
  placed: readonly PlacedNode[],
): Readonly<Record<NodeFilterName, number>> {
  const counts = { all: placed.length, attention: 0, inFlight: 0 };
  for (const { node } of placed) {
    if (statesOf.attention.includes(node.state)) counts.attention += 1;
    if (statesOf.inFlight.includes(node.state)) counts.inFlight += 1;
  }
  return counts;
}
