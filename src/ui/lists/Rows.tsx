import { memo, type PointerEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Path } from '#src/json/path.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { preloadLater } from '#src/ui/parts/preload.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { Row, type RowLayout } from './Row.tsx';
import { RowActions } from './RowActions.tsx';
import styles from './rows.module.css';
import type { ListActions } from './use-list-actions.ts';
import type { RowSelection } from './use-row-selection.ts';

const WindowedRows = lazyPart(async () => (await import('./WindowedRows.tsx')).WindowedRows);

const loadDrag = () => import('./drag-rows.ts');
preloadLater(loadDrag);

/** Longer lists render only the rows in view. */
export const WINDOW_ABOVE = 12;

interface RowsProps {
  path: Path;
  ids: readonly string[];
  /** Indexes of the rows to show. */
  shown: readonly number[];
  layout: RowLayout;
  rowHeight: number;
  nameOf: (index: number) => string;
  actions: ListActions;
  selection: RowSelection;
  /** Id of the button that adds a row. */
  addId: string;
  children: (path: Path, index: number) => ReactNode;
}

/** The rows of a list. */
export function Rows(props: RowsProps) {
  const { path, ids, shown, layout, rowHeight, nameOf, actions, selection, addId } = props;
  const row = (index: number) => {
    const id = ids[index]!;
    return (
      <ListRow
        key={id}
        id={id}
        list={path}
        index={index}
        name={nameOf(index)}
        isLast={index === ids.length - 1}
        next={shown[shown.indexOf(index) + 1]}
        layout={layout}
        actions={actions}
        selection={selection.selected && selection}
        addId={addId}
      >
        {props.children}
      </ListRow>
    );
  };
  const allRows = () => <div className={styles.rows}>{shown.map(row)}</div>;
  if (ids.length <= WINDOW_ABOVE) return allRows();
  return (
    <PartBoundary renderMissing={allRows}>
      <WindowedRows
        path={path}
        ids={shown.map((index) => ids[index]!)}
        indexes={shown}
        rowHeight={rowHeight}
        row={row}
      />
    </PartBoundary>
  );
}

interface ListRowProps extends Pick<RowsProps, 'layout' | 'actions' | 'addId' | 'children'> {
  id: string;
  list: Path;
  index: number;
  name: string;
  isLast: boolean;
  /** Index of the row after this one, if there is one. */
  next: number | undefined;
  /** Set while rows are being selected. */
  selection: RowSelection | undefined;
}

/** All props stay the same while other rows change, so that an edit of the list renders only the rows it affects. */
const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, list, index, name, isLast, next, layout, actions, selection, addId } = props;
  const { readOnly, store } = useEditor();
  const path = [...list, index];
  const moveRow = (by: number) => {
    const { activeElement } = document;
    flushSync(() => actions.move(index, index + by));
    // Moving the element may have dropped the focus.
    if (activeElement instanceof HTMLElement) activeElement.focus();
  };
  const goToNextRow = () => {
    if (next === undefined) document.getElementById(addId)?.click();
    else focusRow([...list, next], cellName(store.get(), [...list, next]));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget, clientY, pointerId, button } = event;
    if (button !== 0) return;
    void loadDrag().then(({ dragRow }) =>
      dragRow(currentTarget, { clientY, pointerId }, actions.move),
    );
  };
  return (
    <Row
      path={path}
      index={index}
      name={name}
      layout={layout}
      start={
        <RowStart
          name={name}
          index={index}
          id={id}
          selection={selection}
          onDrag={readOnly ? undefined : drag}
        />
      }
      actions={
        !readOnly && (
          <RowActions
            name={name}
            index={index}
            isLast={isLast}
            actions={actions}
            onlyRemove={layout === 'cell'}
          />
        )
      }
      onMove={readOnly ? undefined : moveRow}
      onNext={goToNextRow}
    >
      {props.children(path, index)}
    </Row>
  );
});

interface RowStartProps {
  name: string;
  index: number;
  id: string;
  selection: RowSelection | undefined;
  /** Starts to drag the row. Undefined while the document is read-only. */
  onDrag: ((event: PointerEvent<HTMLElement>) => void) | undefined;
}

/** The number of a table row, which is also its drag handle, or a checkbox while rows are being selected. */
function RowStart({ name, index, id, selection, onDrag }: RowStartProps) {
  const t = useWords();
  if (selection?.selected === undefined)
    return (
      <span aria-hidden className={onDrag && styles.handle} onPointerDown={onDrag}>
        {index + 1}
      </span>
    );
  return (
    <input
      type="checkbox"
      aria-label={t('list.selectRow', { item: name })}
      checked={selection.selected.has(id)}
      onChange={({ nativeEvent }) =>
        selection.toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}
