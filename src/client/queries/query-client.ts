import { QueryClient } from '@tanstack/react-query';
import { retryAfterMs, shouldRetry } from '../http/retry.ts';

/** Caches the responses of reads. Creates do not use it, because it retries. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: shouldRetry,
      retryDelay: retryAfterMs,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
  },
});
