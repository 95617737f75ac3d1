import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { queryClient } from './query-client.ts';

/**
 * A part of the page that may ask the server. The parts share what was read; the provider stands around each of them
 * and not around the page, as the page begins without the code for it.
 */
export function withQueries<P extends object>(Part: ComponentType<P>): (props: P) => ReactNode {
  return function Asking(props: P) {
    return (
      <QueryClientProvider client={queryClient}>
        <Part {...props} />
      </QueryClientProvider>
    );
  };
}
