import { Fragment, useState } from 'react';
import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, type Json } from '#src/json/value.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { unknownFacts } from './model/facts.ts';
import type { Columns } from './model/row-cells.ts';
import reviewStyles from './review.module.css';
import styles from './row-table.module.css';
import { useReview } from './review-context.ts';
import { CellText, ValueText } from './ValueText.tsx';

/** Rows shown before the user asks for all. */
const MAX_ROWS = 20;

interface RowTableProps {
  /** Accessible name of the table. */
  label: string;
  path: Path;
  value: Json;
  columns: Columns;
}

/** The rows of a list as a table. A long list is cut, with a button that shows the rest. */
export function RowTable({ label, path, value, columns }: RowTableProps) {
  const { formatter } = useReview();
  const t = useWords();
  const translate = useTranslate();
  const [showsAll, setShowsAll] = useState(false);
  // Empty, or a type that the API does not accept.
  if (!isJsonList(value) || value.length === 0)
    return <ValueText formatted={formatter.value(value, undefined)} />;
  const rows = showsAll ? value : value.slice(0, MAX_ROWS);
  const ids = idsOf(value);
  const labels = columns.labels.map(translate);
  const cells = rows.map((row) => columns.cells(row, formatter));
  // Columns that are empty in every row are hidden, except the first two.
  const filled = [...labels.keys()].filter(
    (column) => column < 2 || cells.some((row) => (row?.[column]?.values.length ?? 0) > 0),
  );
  return (
    <>
      <table
        aria-label={label}
        tabIndex={value.length > MAX_ROWS ? -1 : undefined}
        className={styles.table}
      >
        <thead>
          <tr>
            {filled.map((column) => (
              <th key={column} scope="col">
                {labels[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={ids[index]}>
              <tr>
                {cells[index] === undefined ? (
                  <td colSpan={filled.length}>
                    <ValueText formatted={formatter.value(row, undefined)} />
                  </td>
                ) : (
                  filled.map((column) => (
                    <td key={column} data-label={labels[column]}>
                      <CellText cell={cells[index]![column]!} />
                    </td>
                  ))
                )}
              </tr>
              <UnknownRow path={[...path, index]} span={filled.length} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {value.length > rows.length && (
        <button
          type="button"
          className={reviewStyles.more}
          onClick={({ currentTarget }) => revealBefore(currentTarget, () => setShowsAll(true))}
        >
          {t('review.allRows', { count: value.length })}
        </button>
      )}
    </>
  );
}

/** Keys of a row that are not part of the API. */
function UnknownRow({ path, span }: { path: Path; span: number }) {
  const { facts, formatter } = useReview();
  const t = useWords();
  const unknown = unknownFacts(facts, path);
  if (unknown.length === 0) return null;
  return (
    <tr className={styles.unknownRow}>
      <td colSpan={span}>
        {t('review.unknown')}:{' '}
        {unknown.map(({ label, value }) => (
          <Fragment key={label}>
            <ValueText
              formatted={{
                text: `${label} = ${formatter.value(value, undefined).text}`,
                tone: 'wire',
              }}
            />{' '}
          </Fragment>
        ))}
      </td>
    </tr>
  );
}
