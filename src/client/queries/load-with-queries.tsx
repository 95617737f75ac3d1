import type { ComponentType } from 'react';

/**
 * Loads a component together with the query client. The first load contains neither, so each of these components gets
 * its own provider. Rejects if either cannot be loaded.
 */
export function loadWithQueries<P extends object>(
  load: () => Promise<ComponentType<P>>,
): () => Promise<ComponentType<P>> {
  return async () => {
    const [Part, { QueryProvider }] = await Promise.all([load(), import('./QueryProvider.tsx')]);
    return function WithQueries(props: P) {
      return (
        <QueryProvider>
          <Part {...props} />
        </QueryProvider>
      );
    };
  };
}
