import ButtonBase from '@mui/material/ButtonBase';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import styles from './picker.module.css';

export interface NamedRecord {
  id: string;
  name: string;
}

interface RecordOptionProps {
  record: NamedRecord;
  isChosen: boolean;
  isDisabled: boolean;
  onPick: (id: string) => void;
  children: ReactNode;
}

export function RecordOption({
  record,
  isChosen,
  isDisabled,
  onPick,
  children,
}: RecordOptionProps) {
  return (
    <ButtonBase
      disabled={isDisabled}
      aria-pressed={isChosen}
      onClick={() => onPick(record.id)}
      className={styles.option}
    >
      <div className={styles.check}>{isChosen && <Check size={16} aria-hidden />}</div>
      <div className={styles.body}>
        <div translate="no" className={styles.name}>
          <ForeignName text={record.name} />
        </div>
        <div className={styles.details}>
          {children}
          <span className={styles.id}>
            <ForeignName text={record.id} />
          </span>
        </div>
      </div>
    </ButtonBase>
  );
}
