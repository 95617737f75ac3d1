import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
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
import frame from './list.module.css';
import { Row } from './Row.tsx';
import { RowActions } from './RowActions.tsx';
import styles from './rows.module.css';
import { listAt, useListActions, type ListActions } from './use-list-actions.ts';
import { useRowSearch } from './use-row-search.ts';

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
  headingLevel?: 'h2' | 'h3' | 'h4';
  /** True for a list that is no more than a line while it has no rows. */
  folds?: boolean;
  children: (path: Path, index: number) => ReactNode;
}

/** The one repeatable list: env, ports, volumes, tags, args, affinity. Add, duplicate, move, remove with undo. */
export function RowList(props: RowListProps) {
  const { path, item, layout, children, rowHeight, headingLevel = 'h3' } = props;
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const headingId = useId();
  // The ids, not the list: they stay the same while a row is typed into, so a key renders no other row.
  const ids = useDocument((document) => {
    const list = listAt(document, path);
    return list && idsOf(list);
  });
  const issues = useShownIssues(path);
  const { search, shown, find, endSearch } = useRowSearch(path, ids ?? none);
  const nameOf = (index: number) => `${translate(item)} ${index + 1}`;
  const actions = useListActions(path, nameOf);

  if (ids === undefined) return <NotAList label={translate(props.label)} />;
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
  const allRows = () => (
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
      afterCount={ids.length > WINDOW_ABOVE && <ProblemJump path={path} onJump={endSearch} />}
      adding={
        !readOnly && (
          <AddRow {...props} id={`${headingId}-add`} actions={actions} onAdd={endSearch} />
        )
      }
    >
      {(ids.length > SEARCH_ABOVE || search !== '') && (
        <ListSearch value={search} onChange={find} found={shown.length} total={ids.length} />
      )}
      {ids.length > WINDOW_ABOVE ? (
        <PartBoundary instead={allRows}>
          <WindowedRows
            path={path}
            ids={shown.map((at) => ids[at]!)}
            indexes={shown}
            rowHeight={rowHeight}
            row={row}
          />
        </PartBoundary>
      ) : (
        allRows()
      )}
    </ListFrame>
  );
}

const none: readonly string[] = Object.freeze([]);

interface AddRowProps extends Pick<RowListProps, 'path' | 'item' | 'make'> {
  id: string;
  actions: ListActions;
  onAdd: () => void;
}

/** The button that adds a row and focuses it. */
function AddRow({ path, item, make, id, actions, onAdd }: AddRowProps) {
  const { store } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const control = useControl(path);
  const add = () => {
    // Rendered at once, so that the next key finds its input.
    flushSync(() => {
      onAdd();
      actions.add(make());
    });
    const added = [...path, (listAt(store.get(), path)?.length ?? 0) - 1];
    focusRow(added, cellName(store.get(), added));
  };
  return (
    <Button
      id={id}
      {...control}
      size="small"
      variant="outlined"
      startIcon={<Plus size={16} aria-hidden />}
      onClick={add}
    >
      {t('list.add', { item: translate(item).toLowerCase() })}
    </Button>
  );
}

/** Something else than a list came with the document: it is left unchanged. */
function NotAList({ label }: { label: string }) {
  const t = useWords();
  return (
    <div role="note" className={frame.notAList}>
      {t('list.notAList', { label })}
    </div>
  );
}
