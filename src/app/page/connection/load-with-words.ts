import type { ComponentType } from 'react';
import { addConnectionWords } from '#src/app/words/i18n.ts';

/** Loads a component together with the words of the connection settings, which the first load does not contain. */
export function loadWithWords<P extends object>(
  load: () => Promise<ComponentType<P>>,
): () => Promise<ComponentType<P>> {
  return async () => {
    const [Part] = await Promise.all([load(), addConnectionWords()]);
    return Part;
  };
}
