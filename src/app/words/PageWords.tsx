import i18next, { type TFunction } from 'i18next';
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '#src/domain/core/text.ts';
import { WordsContext } from '#src/ui/words/page-words.ts';

/** Provides the words of the page in the current language. */
export function PageWords({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(subscribe, currentLanguage);
  const words = useMemo(
    () => ({ t: remembering(i18next.getFixedT(language)), language }),
    [language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/** Rendering needs the same words again and again, and i18next would resolve them each time. */
function remembering(t: TFunction): TFunction {
  const resolve = t as unknown as (key: string, values?: object) => string;
  const known = new Map<string, string>();
  return ((key: string, values?: object) => {
    const name = values ? key + JSON.stringify(values) : key;
    let words = known.get(name);
    if (words === undefined) {
      words = resolve(key, values);
      // Words that are not loaded yet come back as their key. Texts with values of the user could be any number.
      if (words !== key && known.size < MOST_WORDS) known.set(name, words);
    }
    return words;
  }) as TFunction;
}

const MOST_WORDS = 2000;
function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}
