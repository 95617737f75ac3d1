import Button from '@mui/material/Button';
import { FileText, X } from 'lucide-react';
import { readEnv } from '#src/convert/env/read-env.ts';
import { FileButton } from '#src/ui/blocks/FileButton.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { ImportInput } from '../input/import-input.ts';
import { importWords } from '../words/import-words.ts';
import styles from './dialog.module.css';

interface FileRowProps {
  input: ImportInput;
  onFiles: (files: readonly File[]) => void;
  onClear: () => void;
  onRemove: (name: string) => void;
}

/** The title of the text, the file chooser, and the env files given with the text. */
export function FileRow({ input, onFiles, onClear, onRemove }: FileRowProps) {
  const translate = useTranslate();
  return (
    <>
      <div className={styles.row}>
        <span className={styles.rowTitle} aria-hidden>
          {translate(importWords.text)}
        </span>
        {input.text !== '' && (
          <Button size="small" variant="text" onClick={onClear}>
            {translate(importWords.clear)}
          </Button>
        )}
        <FileButton label={translate(importWords.chooseFiles)} onFiles={onFiles} multiple />
      </div>
      {input.problems.map(({ kind, name }) => (
        <div key={name} role="alert" className={styles.refusal}>
          {translate(importWords[kind](name))}
        </div>
      ))}
      {input.files.length > 0 && (
        <ul ref={keepRowFocus} aria-label={translate(importWords.files)} className={styles.files}>
          {input.files.map(({ name, text }) => (
            <li key={name} className={styles.file}>
              <FileText size={14} aria-hidden />
              <code>{name}</code>
              <span>{translate(importWords.fileRead(readEnv(text).entries.length))}</span>
              <button
                type="button"
                aria-label={translate(importWords.remove(name))}
                className={styles.remove}
                onClick={() => onRemove(name)}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
