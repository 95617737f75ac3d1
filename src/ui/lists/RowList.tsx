import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useId, useState, type FocusEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { idsOf } from '#src/document/identity.ts';
import type { Path } from '#src/json/path.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { cellName } from '#src/ui/editing/cell-name.ts';
import { useDocument, useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { ListFrame } from './ListFrame.tsx';
import { ListSearch } from './ListSearch.tsx';
import { ProblemJump } from './ProblemJump.tsx';
import { RowActions } from './RowActions.tsx';
import styles from './rows.module.css';
import { listAt, useListActions } from './use-list-actions.ts';

const WindowedRows = lazyPart(async () => (await import('./WindowedRows.tsx')).WindowedRows);

/** Lists longer than this draw only the rows in view. */
const WINDOW_ABOVE = 12;
/** Lists longer than this can be searched. */
const SEARCH_ABOVE = 30;

interface RowListProps {
  path: Path;
  label: Text;
  /** A small word behind the label. */
  mark?: string | undefined;
  help?: string | undefined;
  /** What one row is called. */
  item: Text;
  /** A new, empty row. */
  make: () => Json;
  /** `card`: several fields under a heading. `inline`: one control with its actions beside it. */
  layout: 'card' | 'inline';
  /** Shown while there are no rows. */
  empty?: string;
  /** About how high a row is, pixels; only for the first drawing of long lists. */
  rowHeight: number;
  /** Further ways to add rows, beside the add button. */
  extraActions?: ReactNode;
  headingLevel?: 'h2' | 'h3' | 'h4';
  /** True for a list that is no more than a line while it has no rows. */
  folds?: boolean;
  children: (path: Path, index: number) => ReactNode;
}

/** The one repeatable list: env, ports, volumes, tags, args, affinity. Add, duplicate, move, remove with undo. */
export function RowList(props: RowListProps) {
  const { path, item, make, layout, children, rowHeight, headingLevel = 'h3' } = props;
  const { store, readOnly } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const headingId = useId();
  const [search, setSearch] = useState(noSearch);
  // The ids, not the list: they stay the same while a row is typed into, so that a key draws no other row.
  const ids = useDocument((document) => {
    const list = listAt(document, path);
    return list && idsOf(list);
  });
  const issues = useShownIssues(path);
  const nameOf = (index: number) => `${translate(item)} ${index + 1}`;
  const actions = useListActions(path, nameOf);
  const addButton = useControl(path);

  if (ids === undefined) return <NotAList label={translate(props.label)} />;
  const all = [...ids.keys()];
  const shown = search.hidden.size === 0 ? all : all.filter((at) => !search.hidden.has(ids[at]!));
  const find = (query: string) =>
    setSearch({ query, hidden: hiddenRows(listAt(store.get(), path) ?? [], ids, query) });

  const row = (index: number) => {
    const name = nameOf(index);
    return (
      <Row
        key={ids[index]}
        path={[...path, index]}
        name={name}
        layout={layout}
        actions={
          !readOnly && <RowActions name={name} index={index} count={ids.length} actions={actions} />
        }
      >
        {children([...path, index], index)}
      </Row>
    );
  };

  const rows = () => (
    <div className={layout === 'inline' ? styles.inlineRows : styles.rows}>{shown.map(row)}</div>
  );
  return (
    <ListFrame
      headingId={headingId}
      level={headingLevel}
      isPlain={layout === 'inline'}
      label={translate(props.label)}
      mark={props.mark}
      count={ids.length}
      help={props.help}
      empty={props.empty}
      folds={props.folds ?? false}
      issues={issues}
      afterCount={
        ids.length > WINDOW_ABOVE && <ProblemJump path={path} onJump={() => setSearch(noSearch)} />
      }
      adding={
        !readOnly && (
          <>
            <Button
              id={`${headingId}-add`}
              {...addButton}
              size="small"
              variant="outlined"
              startIcon={<Plus size={16} aria-hidden />}
              onClick={() => {
                // Drawn at once, so that the next key finds its input.
                flushSync(() => {
                  setSearch(noSearch);
                  actions.add(make());
                });
                const added = [...path, ids.length];
                focusRow(added, cellName(store.get(), added));
              }}
            >
              {t('list.add', { item: translate(item).toLowerCase() })}
            </Button>
            {props.extraActions}
          </>
        )
      }
    >
      {(ids.length > SEARCH_ABOVE || search.query !== '') && (
        <ListSearch value={search.query} onChange={find} found={shown.length} total={ids.length} />
      )}
      {ids.length > WINDOW_ABOVE ? (
        <PartBoundary instead={rows}>
          <WindowedRows
            path={path}
            ids={shown.map((at) => ids[at]!)}
            indexes={shown}
            rowHeight={rowHeight}
            row={row}
          />
        </PartBoundary>
      ) : (
        rows()
      )}
    </ListFrame>
  );
}

/** What is searched for, and the ids of the rows that do not hold it. */
interface Search {
  readonly query: string;
  readonly hidden: ReadonlySet<string>;
}

const noSearch: Search = { query: '', hidden: new Set() };

/** Judged when the search changes: a row that is typed into stays, and so does one that comes later. */
function hiddenRows(list: JsonList, ids: readonly string[], query: string): ReadonlySet<string> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return noSearch.hidden;
  return new Set(ids.filter((_, at) => !JSON.stringify(list[at]).toLowerCase().includes(wanted)));
}

function Row(props: {
  path: Path;
  name: string;
  layout: 'card' | 'inline';
  actions: ReactNode;
  children: ReactNode;
}) {
  const { path, name, layout, actions, children } = props;
  const { store, problemVisibility } = useEditor();
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget))
      problemVisibility.touch(store.get(), path);
  };
  if (layout === 'inline') {
    return (
      <div data-row className={styles.inlineRow}>
        <div className={styles.inlineBody}>{children}</div>
        {actions}
      </div>
    );
  }
  return (
    // It only hears that the focus leaves the row.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div role="group" aria-label={name} data-row onBlur={leave} className={styles.card}>
      <div className={styles.head}>
        <span aria-hidden className={styles.name}>
          {name}
        </span>
        {actions}
      </div>
      <GroupIssues path={path} />
      {children}
      <div className={styles.unknown}>
        <UnknownKeys path={path} />
      </div>
    </div>
  );
}

/** Something else than a list came with the document: it is kept, and said so. */
function NotAList({ label }: { label: string }) {
  const t = useWords();
  return (
    <Box role="note" sx={{ fontSize: 13, color: 'warning.main' }}>
      {t('list.notAList', { label })}
    </Box>
  );
}
