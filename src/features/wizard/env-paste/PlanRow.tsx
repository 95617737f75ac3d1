import clsx from 'clsx';
import type { EnvEntry } from '#src/convert/env/read-env.ts';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { envPasteWords as words } from './env-paste-words.ts';
import { lineOf, type PlannedLine } from './plan.ts';
import styles from './paste.module.css';

/** Longer values are cut here; the list shows them in full. */
const MAX_SHOWN = 400;

/** A pasted line, the variable it sets, and notes about how it was parsed. */
export function PlanRow({ line }: { line: PlannedLine }) {
  const t = useWords();
  const translate = useTranslate();
  if (line.kind === 'skip') {
    const { text, why } = line.skipped;
    return (
      <tr className={styles.leftOut}>
        <td className={styles.number}>{lineOf(line)}</td>
        <td colSpan={2} className={styles.wire}>
          {cut(text)}
        </td>
        <td>{translate(words.skipped[why])}</td>
      </tr>
    );
  }
  const { entry, kind } = line;
  const isLeftOut = kind === 'keep' || kind === 'setAgain';
  return (
    <tr className={clsx(isLeftOut && styles.leftOut)}>
      <td className={styles.number}>
        {entry.line === entry.lastLine ? entry.line : `${entry.line}–${entry.lastLine}`}
      </td>
      <td className={styles.wire}>{cut(entry.name)}</td>
      <td className={styles.wire}>
        {entry.value === '' ? <i>{t('field.emptyText')}</i> : cut(entry.value)}
      </td>
      <td>
        <Notes entry={entry} kind={kind} />
      </td>
    </tr>
  );
}

function Notes({ entry, kind }: { entry: EnvEntry; kind: PlannedLine['kind'] }) {
  const translate = useTranslate();
  const { name, value } = envGroup.fields;
  const problems =
    kind === 'setAgain'
      ? []
      : [complaintOf(name, entry.name), entry.value && complaintOf(value, entry.value)];
  const notes = [
    entry.setAgainOn !== undefined && translate(words.setAgain(entry.setAgainOn)),
    kind === 'replace' && translate(words.replaces),
    kind === 'keep' && translate(words.keeps),
    ...entry.notes.map((note) => translate(words.notes[note])),
  ].filter((note) => note !== false);
  return (
    <>
      {notes.map((note) => (
        <span key={note} className={styles.note}>
          {note}
        </span>
      ))}
      {problems.map(
        (problem) =>
          problem && (
            <div key={problem.en} className={styles.problem}>
              {translate(problem)}
            </div>
          ),
      )}
    </>
  );
}

function cut(text: string): string {
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
