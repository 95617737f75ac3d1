import { useEffect, useRef } from 'react';

/** Asks again at once with a new token if the last one was refused. */
export function useRetryWithToken(
  token: string,
  { error, refetch }: { error: Error | null; refetch: () => unknown },
): void {
  const last = useRef(token);
  useEffect(() => {
    if (last.current === token) return;
    last.current = token;
    if (token !== '' && error !== null) void refetch();
  }, [token, error, refetch]);
}
