import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { kinds, type Kind } from '#src/convert/request/kinds.ts';
import { SelectInput } from '#src/ui/field/SelectInput.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import styles from './dialog.module.css';

interface ImportHeaderProps {
  /** Of the kind. */
  registration: UseFormRegisterReturn;
  detected: Kind | undefined;
  onClose: () => void;
}

/** The title, and the detected kind of the text, which the user can change. */
export function ImportHeader({ registration, detected, onClose }: ImportHeaderProps) {
  const translate = useTranslate();
  return (
    <div className={styles.header} data-import>
      <h2 id="import-title" className={styles.title}>
        {translate(importWords.title)}
      </h2>
      <label className={styles.kind}>
        <span className={styles.kindLabel}>{translate(importWords.format)}</span>
        <SelectInput {...registration}>
          <option value="auto">
            {translate(
              detected === undefined ? importWords.detect : importWords.detected(kinds[detected]),
            )}
          </option>
          {(Object.keys(kinds) as Kind[]).map((kind) => (
            <option key={kind} value={kind}>
              {translate(kinds[kind])}
            </option>
          ))}
        </SelectInput>
      </label>
      <IconButton
        aria-label={translate(importWords.close)}
        onClick={onClose}
        className={styles.close}
      >
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
