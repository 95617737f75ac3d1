import i18next from 'i18next';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '#src/domain/core/text.ts';
import { WordsContext } from '#src/ui/words/page-words.ts';

/** Provides the words of the page in the current language. */
export function PageWords({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  const words = useMemo(() => ({ t: i18next.getFixedT(language), language }), [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}
