import { useEffect } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Sets the title of the browser tab: the name of the deployment, if there is one, and the name of the app. */
export function useTabTitle(documentName?: string): void {
  const t = useWords();
  const app = t('app.name');
  const title =
    documentName === undefined ? app : t('app.title', { name: foreignShort(documentName), app });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
