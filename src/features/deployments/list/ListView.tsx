import Button from '@mui/material/Button';
import { Plus, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { DeploymentRows } from '#src/client/queries/deployment-list.ts';
import { useSession } from '#src/client/session/session.ts';
import { Card } from '#src/ui/blocks/Card.tsx';
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
import type { ListSlots } from './DeploymentsList.tsx';
import { FilterBar } from './FilterBar.tsx';
import {
  cutRows,
  isWholeList,
  matchExceptState,
  pickAndSort,
  type ListedRow,
} from './list-filter.ts';
import { Pager } from './Pager.tsx';
import { ListTable } from './ListTable.tsx';
import { SelectedBar } from './SelectedBar.tsx';
import type { useDeploymentList } from './use-deployment-list.ts';
import { useListFilter } from './use-list-filter.ts';
import { useRowMarks } from './use-row-marks.ts';
import styles from './list.module.css';

interface ListViewProps {
  rows: readonly ListedRow[];
  data: DeploymentRows;
  query: ReturnType<typeof useDeploymentList>['query'];
  slots: ListSlots;
}

/** The list with its filters, page by page. */
export function ListView({ rows, data, query, slots }: ListViewProps) {
  const translate = useTranslate();
  const { filter, deferred, change } = useListFilter();
  const matching = useMemo(() => matchExceptState(rows, deferred), [rows, deferred]);
  const sorted = useMemo(() => pickAndSort(matching, deferred), [matching, deferred]);
  const shown = useMemo(() => cutRows(sorted, deferred.page), [sorted, deferred.page]);
  const marks = useRowMarks(data.rows);
  const { isComplete, total } = data;
  const { edition } = useSession();
  return (
    <>
      <Head query={query} />
      {query.error !== null && (
        <StaleNote error={query.error} retry={() => void query.refetch()} words={words} />
      )}
      {!isComplete && (
        <p role="status" className={styles.note}>
          {translate(
            query.isFetching
              ? words.loaded(rows.length, total ?? rows.length)
              : words.cut(rows.length),
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
          {slots.selectionActions && marks.selected.length > 0 && (
            <SelectedBar marks={marks} found={sorted} actions={slots.selectionActions} />
          )}
          <ListTable
            rows={shown.rows}
            filter={filter}
            readAtMs={data.readAtMs}
            marks={slots.selectionActions && marks}
            onChange={change}
          />
          {sorted.length === 0 && (
            <div className={styles.none}>
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
}

function Head({ query }: Pick<ListViewProps, 'query'>) {
  const translate = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  // The page replaces another one: the focus starts at its heading.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.head}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {translate(words.title)}
        </h1>
        <InstanceLine />
      </div>
      <div className={styles.headActions}>
        <Updated at={query.dataUpdatedAt} />
        <Button
          size="small"
          variant="outlined"
          startIcon={<RefreshCw size={16} aria-hidden />}
          onClick={() => void query.refetch()}
        >
          <span>{translate(words.refresh)}</span>
        </Button>
        <NewDeployment />
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
