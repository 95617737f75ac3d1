import { useNotify } from '#src/ui/notices/notices.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { changeLanguage } from './i18n.ts';
import { rememberLanguage } from './language.ts';

/** Switches the page to its other language. */
export function useChangeLanguage(): () => Promise<void> {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const t = useWords();
  const notify = useNotify();
  return async () => {
    // At once, so that a reload while the words are loading keeps the choice.
    rememberLanguage(other);
    try {
      await changeLanguage(other);
    } catch {
      // The connection broke, or a new release renamed the dictionary file; a reload finds the new one.
      const reload = () => window.location.reload();
      notify({ text: t('app.languageFailed'), action: { label: t('app.reload'), run: reload } });
    }
  };
}
