import { useEffect, useState } from 'react';
import { listRequests, onRequestsChange } from '#src/client/requests/request-database.ts';
import type { SentRequest } from '#src/client/requests/sent-request.ts';

/** `refused`: the browser does not allow the page to store anything. */
export type RequestList =
  | { readonly state: 'loading' | 'refused' }
  | { readonly state: 'read'; readonly requests: readonly SentRequest[] };

/** The requests of this browser; read again when they change and when the page becomes visible. */
export function useRequests(): RequestList {
  const [list, setList] = useState<RequestList>({ state: 'loading' });
  useEffect(() => {
    const reload = () =>
      void listRequests().then(
        (requests) => setList({ state: 'read', requests }),
        () => setList({ state: 'refused' }),
      );
    reload();
    const onVisible = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onVisible);
    const stopListening = onRequestsChange(reload);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      stopListening();
    };
  }, []);
  return list;
}
