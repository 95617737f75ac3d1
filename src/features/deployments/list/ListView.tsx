import Button from '@mui/material/Button';
import { Plus, RefreshCw } from 'lucide-react';
import { memo, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import { useSession } from '#src/client/session/session.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import { useNow } from '#src/ui/timing/use-now.ts';
import { formatAge } from '#src/ui/words/format-age.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GroupsCard } from '../project/GroupsCard.tsx';
import { QuotasCard } from '../project/QuotasCard.tsx';
import projectStyles from '../project/project.module.css';
import { StaleNote } from '../state/StaleNote.tsx';
import { listWords as words } from '../words/list-words.ts';
import { projectWords } from '../words/project-words.ts';
import type { ListSlots } from './list-slots.ts';
import { FilterBar } from './FilterBar.tsx';
import { cutRows, isWholeList, matchExceptState, pickAndSort } from './list-filter.ts';
import { Pager } from './Pager.tsx';
import { ListTable } from './ListTable.tsx';
import { SelectedBar } from './SelectedBar.tsx';
import type { ListReading } from './use-deployment-list.ts';
import { useListFilter } from './use-list-filter.ts';
import { useRowMarks } from './use-row-marks.ts';
import styles from './list.module.css';

interface ListViewProps extends ListSlots {
  /** What was read. It follows the readings in slices, so that thousands of rows do not hold up the page. */
  reading: ListReading;
  refetch: () => unknown;
}

/** The list with its filters, page by page. */
export const ListView = memo(function ListView(props: ListViewProps) {
  const { reading, refetch, selectionActions } = props;
  const { listed: rows, data, error, isFetching } = reading;
  const translate = useTranslate();
  const { filter, deferred, change } = useListFilter();
  const matching = useMemo(() => matchExceptState(rows, deferred), [rows, deferred]);
  const sorted = useMemo(() => pickAndSort(matching, deferred), [matching, deferred]);
  const shown = useMemo(() => cutRows(sorted, deferred.page), [sorted, deferred.page]);
  const marks = useRowMarks(data.rows);
  const selectPage = useRef<HTMLInputElement>(null);
  const clearSelection = () => {
    flushSync(marks.clear);
    restoreFocus(selectPage.current);
  };
  const { isComplete, total } = data;
  const { edition } = useSession();
  return (
    <>
      <Head updatedAt={reading.updatedAt} refetch={refetch} hasRows={rows.length > 0} />
      {error !== null && <StaleNote error={error} retry={() => void refetch()} words={words} />}
      {!isComplete && (
        <p role="status" className={styles.note}>
          {translate(
            isFetching ? words.loaded(rows.length, total ?? rows.length) : words.cut(rows.length),
          )}
        </p>
      )}
      {rows.length === 0 ? (
        <Card title={translate(words.none)} help={translate(words.noneHelp)}>
          <NewDeployment />
        </Card>
      ) : (
        <Card flush>
          <FilterBar rows={rows} matching={matching} filter={filter} onChange={change} />
          <ListTable
            rows={shown.rows}
            filter={filter}
            readAtMs={data.readAtMs}
            marks={selectionActions && marks}
            selectPage={selectPage}
            onChange={change}
          />
          {sorted.length === 0 && (
            <div ref={keepRowFocus} className={styles.none}>
              <p role="status">{translate(words.noMatch)}</p>
              {!isWholeList(filter) && (
                <Button
                  size="small"
                  variant="outlined"
                  onClick={() => change({ text: '', state: '', runsOn: '', tag: '', image: '' })}
                >
                  <span>{translate(words.clear)}</span>
                </Button>
              )}
            </div>
          )}
          {selectionActions && marks.selected.length > 0 && (
            <SelectedBar
              marks={marks}
              found={sorted}
              actions={selectionActions}
              onClear={clearSelection}
            />
          )}
          {sorted.length > 0 && (
            <Pager shown={shown} total={sorted.length} onPage={(page) => change({ page })} />
          )}
        </Card>
      )}
      <div className={projectStyles.cards}>
        <QuotasCard />
        {edition === 'platinum' && <GroupsCard rows={data.rows} />}
      </div>
    </>
  );
});

interface HeadProps extends Pick<ListViewProps, 'refetch'> {
  updatedAt: number;
  /** Without rows, the list itself offers a new deployment. */
  hasRows: boolean;
}

function Head({ updatedAt, refetch, hasRows }: HeadProps) {
  const translate = useTranslate();
  return (
    <div className={styles.head}>
      <div>
        <PageHeading>{translate(words.title)}</PageHeading>
        <InstanceLine />
      </div>
      <div className={styles.headActions}>
        <Updated at={updatedAt} />
        <Button
          size="small"
          variant="outlined"
          startIcon={<RefreshCw size={16} aria-hidden />}
          onClick={() => void refetch()}
        >
          <span>{translate(words.refresh)}</span>
        </Button>
        {hasRows && <NewDeployment />}
      </div>
    </div>
  );
}

/** Which instance of the platinum edition: the bar at the top has no room for it on phones. */
function InstanceLine() {
  const translate = useTranslate();
  const { edition, instanceId } = useSession();
  if (edition !== 'platinum' || instanceId === '') return null;
  return (
    <div className={styles.small}>
      {translate(projectWords.instance)} <ForeignName text={instanceId} />
    </div>
  );
}

/** Renders every second, so it is a part of its own. */
function Updated({ at }: { at: number }) {
  const translate = useTranslate();
  const language = useLanguage();
  const now = useNow(1000);
  return (
    <span className={styles.small}>{translate(words.updated(formatAge(now - at, language)))}</span>
  );
}

function NewDeployment() {
  const translate = useTranslate();
  return (
    <Button
      component={Link}
      href="/new/basics"
      size="small"
      variant="contained"
      startIcon={<Plus size={16} aria-hidden />}
    >
      <span>{translate(words.newDeployment)}</span>
    </Button>
  );
}
