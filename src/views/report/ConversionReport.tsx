import clsx from 'clsx';
import { ChevronRight, CircleDot, CircleX, Info } from 'lucide-react';
import type { Entry, Level } from '#src/convert/report/ledger.ts';
import type { Text } from '#src/domain/core/text.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GrowingList } from '../GrowingList.tsx';
import type { FirstItems } from '../first-items.ts';
import {
  carriedSentence,
  levelNames,
  levels,
  type ConversionSummary,
} from './conversion-summary.ts';
import styles from './report.module.css';

interface ConversionReportProps {
  summary: Omit<ConversionSummary, 'kind'>;
  /** The part from which a lost value is missing; the document unless given. */
  lostHint?: Text | undefined;
  /** Goes to a line of the input; absent if the input is not shown. */
  onGoToLine?: ((line: number) => void) | undefined;
}

/** The result of a conversion: a summary, then the values that were lost, changed and carried. */
export function ConversionReport({ summary, lostHint, onGoToLine }: ConversionReportProps) {
  const { report } = summary;
  return (
    <div>
      <Sum summary={summary} />
      {levels.map((level) => (
        <Group
          key={level}
          level={level}
          hint={level === 'lost' ? (lostHint ?? hints.lost) : hints[level]}
          entries={report[level]}
          onGoToLine={onGoToLine}
        />
      ))}
    </div>
  );
}

const parts = [
  { level: 'carried', words: { en: 'unchanged', zh: '个原样保留' } },
  { level: 'changed', words: { en: 'changed', zh: '个有改动' } },
  { level: 'lost', words: { en: 'lost', zh: '个丢失' } },
] as const;

function Sum({ summary }: { summary: ConversionReportProps['summary'] }) {
  const translate = useTranslate();
  const { values, report } = summary;
  return (
    <div className={styles.sum}>
      <p className={styles.figure}>{translate(carriedSentence(summary))}</p>
      {/* The legend says the same in words. */}
      <div className={styles.bar} aria-hidden>
        {parts.map(({ level }) => (
          <span
            key={level}
            className={styles[level]}
            style={{ flexGrow: values === 0 ? 0 : report[level].count }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(({ level, words }) => (
          <li key={level}>
            <span className={clsx(styles.dot, styles[level])} aria-hidden />
            {report[level].count} {translate(words)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const icons = { lost: CircleX, changed: CircleDot, note: Info, carried: ChevronRight } as const;

const hints: Readonly<Partial<Record<Level, Text>>> = {
  lost: { en: 'Not in the document', zh: '不在文档中' },
  changed: { en: 'Same purpose, different form', zh: '用途相同，形式不同' },
};

interface GroupProps {
  level: Level;
  hint: Text | undefined;
  entries: FirstItems<Entry>;
  onGoToLine: ((line: number) => void) | undefined;
}

function Group({ level, hint, entries, onGoToLine }: GroupProps) {
  const translate = useTranslate();
  if (entries.count === 0) return null;
  const Icon = icons[level];
  const list = (
    <GrowingList
      list={entries}
      className={styles.entries}
      row={(entry, at) => (
        <EntryRow
          key={`${entry.line} ${entry.source} ${at}`}
          entry={entry}
          onGoToLine={onGoToLine}
        />
      )}
    />
  );
  const title = (
    <>
      <Icon size={16} aria-hidden className={styles.icon} />
      <span>{translate(levelNames[level])}</span>
      <span className={clsx(styles.count, styles[`count-${level}`])}>{entries.count}</span>
      {hint && <span className={styles.hint}>{translate(hint)}</span>}
    </>
  );
  if (level === 'carried') {
    return (
      <details className={styles.group}>
        <summary className={styles.head}>{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <section className={styles.group} aria-label={translate(levelNames[level])}>
      <h3 className={styles.head}>{title}</h3>
      {list}
    </section>
  );
}

interface EntryRowProps {
  entry: Entry;
  onGoToLine: ((line: number) => void) | undefined;
}

function EntryRow({ entry, onGoToLine }: EntryRowProps) {
  const translate = useTranslate();
  const { file, line, source, path, message } = entry;
  const words = translate({ en: `line ${line}`, zh: `第 ${line} 行` });
  return (
    <li className={styles.entry}>
      {file === undefined && onGoToLine ? (
        <button type="button" className={styles.line} onClick={() => onGoToLine(line)}>
          {words}
        </button>
      ) : (
        <span className={styles.line}>{file === undefined ? words : `${file}:${line}`}</span>
      )}
      <div className={styles.text}>
        <code className={styles.source}>{source}</code>
        <p className={styles.message}>{translate(message)}</p>
        {path !== null && (
          <code className={styles.pointer}>
            <span aria-hidden>→</span>
            <span>{path}</span>
          </code>
        )}
      </div>
    </li>
  );
}
