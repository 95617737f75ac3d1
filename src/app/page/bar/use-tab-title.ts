import { useEffect } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** Titles the tab of the browser: the page, or what it shows before its name. Follows the language. */
export function useTabTitle(shown?: string): void {
  const t = useWords();
  const app = t('app.name');
  const title = shown === undefined ? app : t('app.title', { name: foreignShort(shown), app });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
