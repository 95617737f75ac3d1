import { useEffect } from 'react';
import { useWords } from './page-words.ts';

/** Sets the title of the browser tab: the subject of the page, if it has one, and the name of the app. */
export function useTabTitle(subject?: string): void {
  const t = useWords();
  const app = t('app.name');
  const title = subject === undefined ? app : t('app.title', { name: subject, app });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
