import { useCallback, useEffect, useState } from 'react';
import { listRequests } from '#src/client/requests/request-database.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';

/** `refused`: the browser does not allow the page to store anything. */
export type RequestList =
  | { readonly state: 'loading' | 'refused' }
  | { readonly state: 'read'; readonly requests: readonly SentRequest[] };

/** The requests of this browser; read again by `reload`, and when the page becomes visible. */
export function useRequests(): { list: RequestList; reload: () => void } {
  const [list, setList] = useState<RequestList>({ state: 'loading' });
  const reload = useCallback(() => {
    listRequests().then(
      (requests) => setList({ state: 'read', requests }),
      () => setList({ state: 'refused' }),
    );
  }, []);
  useEffect(() => {
    reload();
    const onVisible = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [reload]);
  return { list, reload };
}
