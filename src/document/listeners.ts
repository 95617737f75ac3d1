export interface Listeners {
  notify(): void;
  /** Calls back until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Callbacks that want to know about every change of something. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    notify() {
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
