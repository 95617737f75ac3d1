import type { RolloutNode, ShownRollout } from './shown-rollout.ts';

/**
 * How the page learns of changes: `live` by a stream, `polling` every few seconds because no stream can be held, `lost`
 * while the server cannot be reached. `ended`: nothing changes any more; `refused`: the server does not show it.
 */
export type FeedLink = 'connecting' | 'live' | 'polling' | 'lost' | 'ended' | 'refused';

export interface FeedState {
  readonly rollout: ShownRollout | undefined;
  /** In the order in which they are sent. Undefined until they were read. */
  readonly nodes: readonly RolloutNode[] | undefined;
  readonly link: FeedLink;
  /** Why it is lost or refused. */
  readonly error: Error | undefined;
  /** When the page last heard from the server, milliseconds since 1970. */
  readonly heardMs: number;
}

/** The state of a feed. Changes of nodes are collected, so that a burst of events renders once. */
export function createFeedState(batchMs: number, onListened: (isListened: boolean) => void) {
  const listeners = new Set<() => void>();
  const nodes = createNodeList();
  let state: FeedState = {
    rollout: undefined,
    nodes: undefined,
    link: 'connecting',
    error: undefined,
    heardMs: 0,
  };
  let isPublishing = false;

  function publish(): void {
    state = { ...state, nodes: nodes.list() };
    for (const listener of listeners) listener();
  }

  return {
    get: () => state,
    nodes,
    /** Changes the state, and shows it at once. */
    set(change: Partial<Omit<FeedState, 'nodes'>>) {
      state = { ...state, ...change };
      publish();
    },
    /** Changes the state, and shows it soon, together with other changes. */
    collect(change: Partial<Omit<FeedState, 'nodes'>>) {
      state = { ...state, ...change };
      if (isPublishing) return;
      isPublishing = true;
      setTimeout(() => {
        isPublishing = false;
        publish();
      }, batchMs);
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      if (listeners.size === 1) onListened(true);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) onListened(false);
      };
    },
  };
}

/** The nodes in order, replaced one by one. */
function createNodeList() {
  let all: RolloutNode[] | undefined;
  let shown: readonly RolloutNode[] | undefined;
  let indexes = new Map<string, number>();
  return {
    list() {
      shown ??= all && [...all];
      return shown;
    },
    replace(nodes: readonly RolloutNode[]) {
      all = [...nodes];
      indexes = new Map(nodes.map((node, index) => [node.id, index]));
      shown = undefined;
    },
    put(node: RolloutNode) {
      const index = indexes.get(node.id);
      if (all === undefined || index === undefined) return;
      all[index] = node;
      shown = undefined;
    },
  };
}
