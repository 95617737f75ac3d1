import { Boxes } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './product.module.css';

/** The sign and the name of the product at the start of a bar. */
export function Product() {
  const t = useWords();
  return (
    <div className={styles.product}>
      <Boxes size={22} aria-hidden />
      <span className={styles.name}>{t('app.name')}</span>
    </div>
  );
}
