import { changeSession, getSession, subscribeSession } from '#src/client/session/session.ts';
import { changeHead } from './draft-database.ts';
import type { DraftSettings } from './draft-record.ts';

/** Makes the edition and the generation of a draft those of the page. */
export function restoreSettings({ edition, generation }: DraftSettings): void {
  const now = getSession();
  const change = { edition: edition ?? now.edition, generation: generation ?? now.generation };
  if (change.edition !== now.edition || change.generation !== now.generation) changeSession(change);
}

/**
 * Stores the edition and the generation of the page in the draft at hand when they change. `draftId` returns undefined
 * while this tab does not write it. Returns a function that stops this.
 */
export function storeSettings(draftId: () => string | undefined): () => void {
  let before = getSession();
  return subscribeSession(() => {
    const { edition, generation } = getSession();
    const isSame = edition === before.edition && generation === before.generation;
    before = getSession();
    const id = draftId();
    // If the browser refuses, the next save reports it. A draft without edits is not stored yet.
    if (!isSame && id !== undefined)
      void changeHead(id, { edition, generation }).catch(() => undefined);
  });
}
