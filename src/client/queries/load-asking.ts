import type { ComponentType } from 'react';

/**
 * Loads a part of the page together with what it needs to ask the server: the page begins without either. Rejects if
 * one of them cannot be loaded.
 */
export function loadAsking<P extends object>(
  load: () => Promise<ComponentType<P>>,
): () => Promise<ComponentType<P>> {
  return async () => {
    const [Part, { withQueries }] = await Promise.all([load(), import('./with-queries.tsx')]);
    return withQueries(Part);
  };
}
