import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#src/domain/core/text.ts';
import { rememberWords } from '#src/ui/word-memory.ts';
import { WordsContext } from '#src/ui/words.ts';

/** Asks for the words of the page once, for all that is drawn in it. */
export function PageWords({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'zh' ? 'zh' : 'en';
  const words = useMemo(() => ({ t: rememberWords(t), language }), [t, language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}
