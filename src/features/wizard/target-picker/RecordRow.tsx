import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import styles from './picker.module.css';

export interface NamedRecord {
  id: string;
  name: string;
}

interface RecordRowProps {
  record: NamedRecord;
  isChosen: boolean;
  isDisabled: boolean;
  onPick: (id: string) => void;
  children: ReactNode;
}

/** One option, with a mark like that of a radio button. */
export function RecordRow({ record, isChosen, isDisabled, onPick, children }: RecordRowProps) {
  return (
    <ButtonBase
      disabled={isDisabled}
      aria-pressed={isChosen}
      onClick={() => onPick(record.id)}
      className={styles.option}
    >
      <span aria-hidden className={styles.mark} />
      {children}
    </ButtonBase>
  );
}
