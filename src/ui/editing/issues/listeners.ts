/** Callbacks that hear of changes. */
export interface Listeners {
  announce(): void;
  /** Calls back until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** No listeners yet. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    announce() {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
