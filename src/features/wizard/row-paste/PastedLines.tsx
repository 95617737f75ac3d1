import clsx from 'clsx';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { isJsonObject, type JsonList, type JsonObject } from '#src/json/value.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from '../env-paste/paste.module.css';
import { indexOf } from './insert-rows.ts';
import type { PastedKind, PastedLine } from './read-rows.ts';
import { rowPasteWords as words } from './words.ts';

/** Further lines, and further rows of a line, are only counted. */
const MAX_LINES = 300;
const MAX_ROWS = 3;

const specs = {
  ports: containerGroup.fields.ports.row,
  volumes: containerGroup.fields.volumes.row,
  tags: deploymentGroup.fields.tags.row,
} as const;

interface PastedLinesProps {
  kind: PastedKind;
  lines: readonly PastedLine[];
  /** The rows of the list. */
  present: JsonList;
}

/** A table of pasted lines, the rows that they become, and notes. */
export function PastedLines({ kind, lines, present }: PastedLinesProps) {
  const translate = useTranslate();
  return (
    <>
      <table className={styles.lines}>
        <thead>
          <tr>
            {[words.line, words.pasted, words.result, words.note].map((word) => (
              <th key={word.en} scope="col">
                {translate(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MAX_LINES).map((line) => (
            <Line key={line.line} line={line} kind={kind} present={present} />
          ))}
        </tbody>
      </table>
      {lines.length > MAX_LINES && (
        <div className={styles.intro}>{translate(words.more(lines.length - MAX_LINES))}</div>
      )}
    </>
  );
}

function Line({ line, kind, present }: { line: PastedLine; kind: PastedKind; present: JsonList }) {
  const translate = useTranslate();
  const { rows, problem, notes } = line;
  const replaces =
    kind === 'tags' && rows.some((row) => indexOf(present, 'key', row.key) >= 0)
      ? [words.replaces]
      : [];
  return (
    <tr className={clsx(problem && styles.leftOut)}>
      <td className={styles.number}>{line.line}</td>
      <td className={styles.wire}>{line.text}</td>
      <td>
        {rows.slice(0, MAX_ROWS).map((row) => (
          <div key={JSON.stringify(row)}>{translate(describe(kind, row))}</div>
        ))}
        {rows.length > MAX_ROWS && <div>{translate(words.moreRows(rows.length - MAX_ROWS))}</div>}
      </td>
      <td>
        {problem && <div className={styles.problem}>{translate(words.skipped(problem))}</div>}
        {[...replaces, ...notes].map((note) => (
          <div key={note.en}>{translate(note)}</div>
        ))}
        {rows.slice(0, MAX_ROWS).flatMap((row) =>
          complaints(kind, row).map((complaint) => (
            <div key={complaint.en} className={styles.problem}>
              {translate(complaint)}
            </div>
          )),
        )}
      </td>
    </tr>
  );
}

function fieldOf(kind: PastedKind, key: string): FieldSpec | undefined {
  return (specs[kind].fields as Readonly<Record<string, FieldSpec>>)[key];
}

/** The values of a row with their labels. */
function describe(kind: PastedKind, row: JsonObject): Text {
  const parts = Object.entries(row).map(([key, value]) => {
    const label = fieldOf(kind, key)?.label ?? { en: key, zh: key };
    const text = isJsonObject(value) ? Object.values(value).join('–') : String(value);
    return { en: `${label.en} ${text}`, zh: `${label.zh} ${text}` };
  });
  return {
    en: parts.map(({ en }) => en).join(' · '),
    zh: parts.map(({ zh }) => zh).join(' · '),
  };
}

function complaints(kind: PastedKind, row: JsonObject): readonly Text[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const spec = fieldOf(kind, key);
    if (spec?.kind !== 'text' && spec?.kind !== 'integer') return [];
    // An empty value is only missing.
    return (value === '' ? undefined : complaintOf(spec, value)) ?? [];
  });
}
