import Button from '@mui/material/Button';
import { FileText, FolderOpen, X } from 'lucide-react';
import { useRef } from 'react';
import { readEnv } from '#src/convert/env/read-env.ts';
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
  const chooser = useRef<HTMLInputElement>(null);
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
        <Button
          size="small"
          variant="text"
          startIcon={<FolderOpen size={16} aria-hidden />}
          onClick={() => chooser.current?.click()}
        >
          {translate(importWords.chooseFiles)}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={translate(importWords.chooseFiles)}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // So that the same file can be chosen again.
            event.target.value = '';
          }}
        />
      </div>
      {input.problems.map(({ kind, name }) => (
        <div key={name} role="alert" className={styles.refusal}>
          {translate(importWords[kind](name))}
        </div>
      ))}
      {input.files.length > 0 && (
        <ul aria-label={translate(importWords.files)} className={styles.files}>
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
