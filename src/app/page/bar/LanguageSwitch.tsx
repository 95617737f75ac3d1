import Button from '@mui/material/Button';
import { useLanguage } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';
import { useChangeLanguage } from '#src/app/words/use-change-language.ts';

export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const change = useChangeLanguage();
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
