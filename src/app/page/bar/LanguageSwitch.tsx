import Button from '@mui/material/Button';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { changeLanguage } from '../../words/i18n.ts';
import { rememberLanguage } from '../../words/language.ts';
import styles from './top-bar.module.css';

export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  const t = useWords();
  const notify = useNotify();
  const change = async () => {
    try {
      await changeLanguage(other);
      rememberLanguage(other);
    } catch {
      // The connection broke, or a new release renamed the dictionary file; a reload finds the new one.
      const reload = () => {
        rememberLanguage(other);
        window.location.reload();
      };
      notify({ text: t('app.languageFailed'), action: { label: t('app.reload'), run: reload } });
    }
  };
  return (
    <Button
      size="small"
      variant="text"
      // The label is in the language it switches to, for users who read only that one.
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void change()}
      className={styles.language}
    >
      <span>{other === 'zh' ? '中文' : 'English'}</span>
    </Button>
  );
}
