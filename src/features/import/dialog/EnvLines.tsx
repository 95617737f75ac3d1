import { useState } from 'react';
import Button from '@mui/material/Button';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { FirstItems } from '#src/views/first-items.ts';
import { importWords } from '../words/import-words.ts';
import type { EnvLine } from '../worker/run-import.ts';
import styles from './env-lines.module.css';

const STEP = 100;
/** The most characters of a value that are shown. */
const MAX_VALUE = 300;

/** Each line of a .env text: the variable, its value as understood, and a note. */
export function EnvLines({ lines: { items, count } }: { lines: FirstItems<EnvLine> }) {
  const translate = useTranslate();
  const [limit, setLimit] = useState(STEP);
  const shown = items.slice(0, limit);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{translate(importWords.envLine)}</th>
            <th scope="col">{translate(importWords.variableName)}</th>
            <th scope="col">{translate(importWords.variableValue)}</th>
            <th scope="col">{translate(importWords.envNote)}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, name, value, note }) => (
            <tr key={`${line} ${name}`} data-unused={value === undefined || undefined}>
              <td>{line}</td>
              <th scope="row">
                <code>{name.slice(0, MAX_VALUE)}</code>
              </th>
              <td>
                {value === undefined ? (
                  translate(importWords.envUnused)
                ) : value === '' ? (
                  <span className={styles.empty}>{translate(importWords.envEmpty)}</span>
                ) : (
                  <code>{value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value}</code>
                )}
              </td>
              <td className={styles.note}>{note && translate(note)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > shown.length && (
        <div className={styles.more}>
          {translate(importWords.envMore(count - shown.length))}
          {items.length > shown.length && (
            <Button size="small" variant="text" onClick={() => setLimit(limit + STEP)}>
              {translate(importWords.envShowMore)}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
