import clsx from 'clsx';
import { useId } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, type Json } from '#src/json/value.ts';
import { isSameList, useDocument } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './command.module.css';
import { shellParts } from './shell-parts.ts';
import { startupWords as words } from './words.ts';

/** More entries are only counted, and longer ones are cut. */
const MAX_TOKENS = 100;
const MAX_LENGTH = 400;

/** The entries that a container is started with, one token each. */
export function CommandTokens({ path }: { path: Path }) {
  const translate = useTranslate();
  const id = useId();
  const command = useDocument((document) => entriesOf(document, [...path, 'command']), isSameList);
  const args = useDocument((document) => entriesOf(document, [...path, 'args']), isSameList);
  const all = [...command, ...args];
  const parts = shellParts(all);
  return (
    <div role="group" aria-labelledby={id} className={styles.result}>
      <span id={id} className={styles.label}>
        {translate(words.result)}
      </span>
      {all.length === 0 ? (
        <span className={styles.quiet}>{translate(words.byImage)}</span>
      ) : (
        <ol translate="no" className={styles.tokens}>
          {command.length === 0 && (
            <li className={styles.quiet}>{translate(words.imageCommand)}</li>
          )}
          {all.slice(0, MAX_TOKENS).map((entry, index) => (
            <li
              key={index}
              className={clsx(styles.token, index < command.length && styles.command)}
            >
              {entry === '' ? <i>{translate(words.emptyEntry)}</i> : cut(entry)}
            </li>
          ))}
          {all.length > MAX_TOKENS && (
            <li className={styles.quiet}>{translate(words.more(all.length - MAX_TOKENS))}</li>
          )}
        </ol>
      )}
      {parts.length > 0 && (
        <div role="note" className={styles.noShell}>
          {translate(words.noShell(parts.join(' ')))}
        </div>
      )}
    </div>
  );
}

const none: readonly string[] = Object.freeze([]);

function entriesOf(document: Json, path: Path): readonly string[] {
  const list = getIn(document, path);
  if (list === undefined || !isJsonList(list)) return none;
  return list.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)));
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}
