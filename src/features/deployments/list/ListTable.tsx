import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { Link } from 'wouter';
import type { Language } from '#src/domain/core/text.ts';
import { deploymentTones } from '#src/domain/health/deployment-state.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { formatDateTime } from '#src/ui/words/format-time.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { StateWord } from '#src/ui/status/StateWord.tsx';
import { deploymentsWords } from '../words/deployments-words.ts';
import { listWords as words } from '../words/list-words.ts';
import type { ListedRow, ListFilter, SortKey } from './list-filter.ts';
import type { RowMarks } from './use-row-marks.ts';
import { useAfterFirstFrame } from './use-after-first-frame.ts';
import styles from './list.module.css';

interface ListTableProps {
  rows: readonly ListedRow[];
  filter: ListFilter;
  readAtMs: number;
  /** Undefined if rows cannot be selected. */
  marks: RowMarks | undefined;
  /** The checkbox of all rows of the page. */
  selectPage: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<ListFilter>) => void;
}

/** The rows of the first frame: about as many as a screen shows. */
const FIRST_ROWS = 15;

/** One page of the list. On phones each deployment is a block. */
export const ListTable = memo(function ListTable({
  rows,
  filter,
  readAtMs,
  marks,
  selectPage,
  onChange,
}: ListTableProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const ids = rows.map(({ row }) => row.id);
  const isAfterFirst = useAfterFirstFrame();
  const isAllMarked = ids.length > 0 && ids.every((id) => marks?.marked.has(id));
  return (
    <table aria-label={translate(words.title)} className={styles.table}>
      <thead>
        <tr>
          {marks && (
            <th scope="col" className={styles.check}>
              <label>
                <input
                  ref={selectPage}
                  type="checkbox"
                  checked={isAllMarked}
                  onChange={() => marks.mark(ids, !isAllMarked)}
                />
                <span>{translate(words.selectPage)}</span>
              </label>
            </th>
          )}
          <SortHead column="name" filter={filter} onChange={onChange} />
          <SortHead column="state" filter={filter} onChange={onChange} />
          <SortHead column="ready" filter={filter} onChange={onChange} />
          <SortHead column="runsOn" filter={filter} onChange={onChange} />
          <th scope="col" className={styles.imagesHead}>
            {translate(words.images)}
          </th>
          <SortHead column="created" filter={filter} onChange={onChange} />
        </tr>
      </thead>
      <tbody>
        {(isAfterFirst ? rows : rows.slice(0, FIRST_ROWS)).map((one) => (
          <ListRow
            key={one.row.id}
            listed={one}
            age={ageOf(one, readAtMs, language)}
            isMarked={marks?.marked.has(one.row.id)}
            onMark={marks?.mark}
          />
        ))}
      </tbody>
    </table>
  );
});

/** Text, so that a reading changes only the rows whose age looks different. */
function ageOf({ row: { createdMs } }: ListedRow, readAtMs: number, language: Language): string {
  return createdMs === undefined ? '–' : formatAge(readAtMs - createdMs, language);
}

interface SortHeadProps {
  column: SortKey;
  filter: ListFilter;
  onChange: (change: Partial<ListFilter>) => void;
}

function SortHead({ column, filter, onChange }: SortHeadProps) {
  const translate = useTranslate();
  const isSorted = filter.sort === column;
  const isDescending = isSorted && filter.isDescending;
  const Icon = isDescending ? ArrowDown : ArrowUp;
  const direction = isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined} className={styles[column]}>
      <button
        type="button"
        className={styles.sort}
        onClick={() =>
          // The newest come first, names from A.
          onChange({ sort: column, isDescending: isSorted ? !isDescending : column === 'created' })
        }
      >
        {translate(words.columns[column])}
        {isSorted && <Icon size={12} aria-hidden />}
      </button>
    </th>
  );
}

interface ListRowProps {
  listed: ListedRow;
  age: string;
  isMarked: boolean | undefined;
  onMark: RowMarks['mark'] | undefined;
}

const ListRow = memo(function ListRow({ listed, age, isMarked, onMark }: ListRowProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const { row, state, place } = listed;
  const runsOn = place.names;
  const { id, name, replicas = 1, readyReplicas = 0, createdMs, images, groupId } = row;
  return (
    <tr className={clsx(isMarked && styles.marked)}>
      {onMark && (
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={translate(words.select(name))}
            checked={isMarked}
            onChange={() => onMark([id], !isMarked)}
          />
        </td>
      )}
      <th scope="row" translate="no">
        <Link href={`/deployments/${encodeURIComponent(id)}`} className={styles.link}>
          <ForeignName text={name} />
        </Link>
      </th>
      <td data-label={translate(words.columns.state)}>
        <StateWord tone={deploymentTones[state]}>
          {translate(deploymentsWords.states[state])}
        </StateWord>
      </td>
      <td data-label={translate(words.columns.ready)} className={styles.ready}>
        {state === 'offline' ? '?' : readyReplicas} / {replicas}
      </td>
      <td data-label={translate(words.columns.runsOn)}>
        <FirstOf
          values={groupId === '' ? runsOn : runsOn.map((group) => translate(words.group(group)))}
        />
      </td>
      <td data-label={translate(words.images)} className={styles.images}>
        <FirstOf values={images} />
      </td>
      <td
        data-label={translate(words.columns.created)}
        className={styles.created}
        title={createdMs === undefined ? undefined : formatDateTime(createdMs, language, 'long')}
      >
        {age}
      </td>
    </tr>
  );
});

/** The first value, and how many more there are. */
function FirstOf({ values }: { values: readonly string[] }) {
  const translate = useTranslate();
  const [first, ...others] = values;
  if (first === undefined) return '–';
  return (
    <>
      <ForeignName text={first} />
      {others.length > 0 && (
        <span className={styles.small} title={others.join('\n')}>
          {' '}
          {translate(words.more(others.length))}
        </span>
      )}
    </>
  );
}
