import { useId } from 'react';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './list.module.css';

interface ListSearchProps {
  value: string;
  onChange: (value: string) => void;
  matches: number;
  total: number;
}

/** Filters a long list by text. */
export function ListSearch({ value, onChange, matches, total }: ListSearchProps) {
  const t = useWords();
  const id = useId();
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{t('list.search')}</label>
      <TextInput
        id={id}
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div role="status" className={styles.small}>
        {t('list.found', { found: matches, total })}
      </div>
    </div>
  );
}
