import Button from '@mui/material/Button';
import clsx from 'clsx';
import { useEffect, useId, type ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './forms.module.css';

interface FormInputProps {
  label: string;
  help: ReactNode;
  error: string | undefined;
  registration: UseFormRegisterReturn;
  type?: 'text' | 'password' | 'datetime-local';
  /** Monospace, for text that goes over the wire. */
  wire?: boolean;
  /** Focuses the input when it mounts, for the first input of a dialog. */
  takesFocus?: boolean;
  /** True if the help is a warning. */
  warns?: boolean;
  /** True if screen readers announce the text below the input when it changes. */
  isLive?: boolean;
  /** Corrects the value; shown as a button below the error. */
  fix?: (() => void) | undefined;
}

/** A text input with its label, and its help or error below. */
export function FormInput(props: FormInputProps) {
  const { label, help, error, registration, type = 'text', wire } = props;
  const { takesFocus, warns, isLive, fix } = props;
  const t = useWords();
  const id = useId();
  useEffect(() => {
    if (takesFocus) document.getElementById(id)?.focus();
  }, [id, takesFocus]);
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <TextInput
        {...registration}
        id={id}
        type={type}
        wire={wire}
        isWrong={error !== undefined}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
      />
      <div
        id={`${id}-help`}
        aria-live={isLive ? 'polite' : undefined}
        className={clsx(styles.help, warns && styles.warning, error && styles.error)}
      >
        {error ?? help}
        {error && fix && (
          <Button
            size="small"
            variant="outlined"
            className={styles.fix}
            onClick={() => {
              fix();
              document.getElementById(id)?.focus();
            }}
          >
            {t('connection.fix')}
          </Button>
        )}
      </div>
    </div>
  );
}
