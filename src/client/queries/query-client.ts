import { QueryClient } from '@tanstack/react-query';
import { retryAfterMs, shallRetry } from '../http/retry.ts';

/** What the page remembers of the answers it read. Creates do not go through it: they are never sent by themselves. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: shallRetry,
      retryDelay: retryAfterMs,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
});
