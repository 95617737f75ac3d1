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
import { NextProblemButton } from './NextProblemButton.tsx';
import frame from './list.module.css';
import { Row } from './Row.tsx';
import { RowActions } from './RowActions.tsx';
import styles from './rows.module.css';
import { listAt, useListActions, type ListActions } from './use-list-actions.ts';
import { useRowSearch } from './use-row-search.ts';

const WindowedRows = lazyPart(async () => (await import('./WindowedRows.tsx')).WindowedRows);

/** Longer lists render only the rows in view. */
const WINDOW_ABOVE = 12;
/** Longer lists have a search field. */
const SEARCH_ABOVE = 30;

interface RowListProps {
  path: Path;
  label: Text;
  /** A note after the label. */
  mark?: string | undefined;
  help?: string | undefined;
  /** Name of one row. */
  item: Text;
  createRow: () => Json;
  /** `card`: several fields under a heading. `inline`: one control with its actions beside it. */
  layout: 'card' | 'inline';
  /** Shown while the list is empty. */
  empty?: string;
  /** Estimated row height in pixels, for the first render of long lists. */
  rowHeight: number;
  headingLevel?: 'h2' | 'h3' | 'h4';
  /** Reduces an empty list to one line. */
  compactWhenEmpty?: boolean;
  children: (path: Path, index: number) => ReactNode;
}

/** A list of rows that can be added, duplicated, moved and removed, each with undo. */
export function RowList(props: RowListProps) {
  const { path, item, layout, children, rowHeight, headingLevel = 'h3' } = props;
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const headingId = useId();
  // Subscribe to the ids, not the list: they do not change while the user types, so a key press does not render the list.
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
      usesFieldLabel={layout === 'inline'}
      label={translate(props.label)}
      mark={props.mark}
      count={ids.length}
      help={props.help}
      empty={props.empty}
      compactWhenEmpty={props.compactWhenEmpty ?? false}
      issues={issues}
      afterCount={
        ids.length > WINDOW_ABOVE && <NextProblemButton path={path} onGoToProblem={endSearch} />
      }
      addButton={
        !readOnly && (
          <AddRow {...props} id={`${headingId}-add`} actions={actions} onAdd={endSearch} />
        )
      }
    >
      {(ids.length > SEARCH_ABOVE || search !== '') && (
        <ListSearch value={search} onChange={find} matches={shown.length} total={ids.length} />
      )}
      {ids.length > WINDOW_ABOVE ? (
        <PartBoundary renderMissing={allRows}>
          <WindowedRows
            path={path}
            ids={shown.map((index) => ids[index]!)}
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

interface AddRowProps extends Pick<RowListProps, 'path' | 'item' | 'createRow'> {
  id: string;
  actions: ListActions;
  onAdd: () => void;
}

/** Adds a row and focuses it. */
function AddRow({ path, item, createRow, id, actions, onAdd }: AddRowProps) {
  const { store } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const control = useControl(path);
  const add = () => {
    // Render synchronously, so that the next key press reaches the new input.
    flushSync(() => {
      onAdd();
      actions.add(createRow());
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

/** Shown for a value that is not a list. The document keeps it unchanged. */
function NotAList({ label }: { label: string }) {
  const t = useWords();
  return (
    <div role="note" className={frame.notAList}>
      {t('list.notAList', { label })}
    </div>
  );
}
