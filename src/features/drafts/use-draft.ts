import { startTransition, useEffect, useState } from 'react';
import type { Json } from '#src/json/value.ts';
import { openDraft, type Draft, type DraftSession } from './draft-session.ts';

/** Opens this tab's document, or `initial`, and saves it. `undefined` until the storage has responded. */
export function useDraft(initial: Json): Draft | undefined {
  const [draft, setDraft] = useState<Draft>();
  useEffect(() => {
    let session: DraftSession | undefined;
    let isGone = false;
    // This renders the whole first step: in short tasks, so that the browser can respond in between.
    const show = (next: Draft) => startTransition(() => setDraft(next));
    // One microtask later: React mounts twice in development, and the first mount must not take the lock.
    const open = async () => {
      if (isGone) return;
      session = await openDraft(initial, show);
      if (isGone) session.close();
    };
    void Promise.resolve()
      .then(open)
      .catch((error: unknown) => {
        // Thrown while rendering, so that the error boundary shows it.
        setDraft(() => {
          throw error;
        });
      });
    return () => {
      isGone = true;
      session?.close();
    };
  }, [initial]);
  return draft;
}
