import { Fragment, useState } from 'react';
import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, type Json } from '#src/json/value.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { unknownFacts } from './facts.ts';
import type { Columns } from './row-cells.ts';
import reviewStyles from './review.module.css';
import styles from './row-table.module.css';
import { useReview } from './review-context.ts';
import { CellText, ValueText } from './ValueText.tsx';

/** Rows that are shown at first. */
const MAX_ROWS = 20;

interface RowTableProps {
  /** What the table holds, for screen readers. */
  label: string;
  path: Path;
  value: Json;
  columns: Columns;
}

/** The rows of a list as a table; of a long one the first, and a button that shows all. */
export function RowTable({ label, path, value, columns }: RowTableProps) {
  const { formatter } = useReview();
  const t = useWords();
  const translate = useTranslate();
  const [isWhole, setWhole] = useState(false);
  // Another type than the API takes, or nothing in it.
  if (!isJsonList(value) || value.length === 0)
    return <ValueText formatted={formatter.value(value, undefined)} />;
  const rows = isWhole ? value : value.slice(0, MAX_ROWS);
  const ids = idsOf(value);
  const labels = columns.labels.map(translate);
  const cells = rows.map((row) => columns.cells(row, formatter));
  // A column that no row fills is left out, but never the first two.
  const filled = [...labels.keys()].filter(
    (at) => at < 2 || cells.some((row) => (row?.[at]?.values.length ?? 0) > 0),
  );
  return (
    <>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {filled.map((at) => (
              <th key={at} scope="col">
                {labels[at]}
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
                  filled.map((at) => (
                    <td key={at} data-label={labels[at]}>
                      <CellText cell={cells[index]![at]!} />
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
        <button type="button" className={reviewStyles.more} onClick={() => setWhole(true)}>
          {t('review.allRows', { count: value.length })}
        </button>
      )}
    </>
  );
}

/** Keys of a row that the API does not know. */
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
