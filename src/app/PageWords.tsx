import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsContext } from '#src/ui/words.ts';

/** Asks for the words of the page once, for all that is drawn in it. */
export function PageWords({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  return (
    <WordsContext value={useMemo(() => ({ t, language }), [t, language])}>{children}</WordsContext>
  );
}
