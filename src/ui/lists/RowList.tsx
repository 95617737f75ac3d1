import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useCallback, useId, type MouseEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { idsOf } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Text } from '#src/domain/core/text.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useDocument, useEditor, useShownIssues } from '#src/ui/editing/editor.ts';
import { useControl } from '#src/ui/editing/use-control.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { focusRow, listOf, rowsInside } from '#src/ui/focus/focus-row.ts';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import { EditPartButton } from '#src/ui/field/EditPartButton.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { ListFrame } from './ListFrame.tsx';
import { ListSearch } from './ListSearch.tsx';
import { NextProblemButton } from './NextProblemButton.tsx';
import frame from './list.module.css';
import type { RowLayout } from './Row.tsx';
import { Rows, WINDOW_ABOVE } from './Rows.tsx';
import { listAt, useListActions, type ListActions } from './use-list-actions.ts';
import { HeadedRows, type Column } from './HeadedRows.tsx';
import { useRowClipboard } from './use-row-clipboard.ts';
import { useRowSearch } from './use-row-search.ts';
import { useRowSelection, type RowSelection } from './use-row-selection.ts';

const SelectionBar = lazyPart(async () => (await import('./SelectionBar.tsx')).SelectionBar);

/** Longer lists have a search field. */
const SEARCH_ABOVE = 9;

interface RowListProps {
  path: Path;
  label: Text;
  /** A note after the label. */
  mark?: string | undefined;
  help?: string | undefined;
  /** Name of one row. */
  item: Text;
  createRow: () => Json;
  layout: RowLayout;
  /** Header and widths of the cells. */
  columns?: readonly Column[];
  /** True for a table that does not fill a card. */
  isBoxed?: boolean;
  /** Shown while the list is empty. */
  empty?: string;
  /** Estimated row height in pixels, for the first render of long lists. */
  rowHeight: number;
  headingLevel?: 'h2' | 'h3' | 'h4';
  /** Reduces an empty list to one line. */
  compactWhenEmpty?: boolean;
  /** Buttons before the one that adds a row. */
  actions?: ReactNode;
  children: (path: Path, index: number) => ReactNode;
}

/** A list of rows that can be added, duplicated, moved and removed, each with undo. */
export function RowList(props: RowListProps) {
  const { path, item, layout, headingLevel = 'h3' } = props;
  const isBoxed = layout === 'inline' || (props.isBoxed ?? false);
  const { readOnly } = useEditor();
  const translate = useTranslate();
  const headingId = useId();
  const ids = useRowIds(path);
  const issues = useShownIssues(path);
  const { search, shown, shownIds, find, endSearch } = useRowSearch(path, ids ?? none);
  const nameOf = useRowNames(item);
  const actions = useListActions(path, nameOf);
  const selection = useRowSelection(ids ?? none, shownIds);
  const clipboard = useRowClipboard(path, actions, selection);

  if (ids === undefined) return <NotAList label={translate(props.label)} />;
  const addId = `${headingId}-add`;
  return (
    <ListFrame
      clipboard={clipboard}
      headingId={headingId}
      level={headingLevel}
      layout={isBoxed && layout === 'table' ? 'card' : layout}
      {...(layout !== 'cell' && { path })}
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
          <>
            {layout === 'table' && !isBoxed && <EditPartButton path={path} />}
            {layout === 'table' && (
              <SelectButton listId={headingId} ids={ids} selection={selection} />
            )}
            {props.actions}
            <AddRow {...props} id={addId} actions={actions} onAdd={endSearch} />
          </>
        )
      }
    >
      {(ids.length > SEARCH_ABOVE || search !== '') && (
        <ListSearch value={search} onChange={find} matches={shown.length} total={ids.length} />
      )}
      {selection.selected && (
        <PartBoundary>
          <SelectionBar
            shown={shownIds}
            selected={selection.selected}
            selection={selection}
            actions={actions}
            listId={headingId}
          />
        </PartBoundary>
      )}
      <HeadedRows columns={props.columns} isBoxed={isBoxed} count={ids.length}>
        <Rows
          path={path}
          ids={ids}
          shown={shown}
          layout={layout}
          rowHeight={props.rowHeight}
          nameOf={nameOf}
          actions={actions}
          selection={selection}
          addId={addId}
        >
          {props.children}
        </Rows>
      </HeadedRows>
    </ListFrame>
  );
}

const none: readonly string[] = Object.freeze([]);

/** The ids, not the list: they do not change while the user types, so a key press does not render the list. */
function useRowIds(path: Path): readonly string[] | undefined {
  return useDocument((document) => {
    const list = listAt(document, path);
    return list && idsOf(list);
  });
}

function useRowNames(item: Text): (index: number) => string {
  const translate = useTranslate();
  return useCallback((index) => `${translate(item)} ${index + 1}`, [translate, item]);
}

interface SelectButtonProps {
  listId: string;
  ids: readonly string[];
  selection: RowSelection;
}

/** Shows the checkboxes of the rows, and focuses the first one. */
function SelectButton({ listId, ids, selection }: SelectButtonProps) {
  const t = useWords();
  if (ids.length < 2 || selection.selected !== undefined) return null;
  const start = ({ currentTarget }: MouseEvent) => {
    const list = listOf(currentTarget);
    flushSync(selection.start);
    const checkbox = rowsInside(list)[0]?.querySelector<HTMLElement>('[type="checkbox"]');
    // A search may have hidden all rows.
    restoreFocus(checkbox ?? document.getElementById(`${listId}-add`));
  };
  return (
    <Button id={`${listId}-select`} size="small" variant="text" onClick={start}>
      {t('list.select')}
    </Button>
  );
}

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
