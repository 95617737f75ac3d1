import type { PointerEvent, ReactNode } from 'react';
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
  const { readOnly, store } = useEditor();
  const moveRow = (index: number, by: number) => {
    const { activeElement } = document;
    flushSync(() => actions.move(index, index + by));
    // Moving the element may have dropped the focus.
    if (activeElement instanceof HTMLElement) activeElement.focus();
  };
  const goToNextRow = (index: number) => {
    const next = shown[shown.indexOf(index) + 1];
    if (next === undefined) document.getElementById(addId)?.click();
    else focusRow([...path, next], cellName(store.get(), [...path, next]));
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget, clientY, pointerId, button } = event;
    if (button !== 0) return;
    void loadDrag().then(({ dragRow }) =>
      dragRow(currentTarget, { clientY, pointerId }, actions.move),
    );
  };
  const row = (index: number) => {
    const name = nameOf(index);
    const id = ids[index]!;
    return (
      <Row
        key={id}
        path={[...path, index]}
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
              count={ids.length}
              actions={actions}
              onlyRemove={layout === 'cell'}
            />
          )
        }
        onMove={readOnly ? undefined : (by) => moveRow(index, by)}
        onNext={() => goToNextRow(index)}
      >
        {props.children([...path, index], index)}
      </Row>
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

interface RowStartProps {
  name: string;
  index: number;
  id: string;
  selection: RowSelection;
  /** Starts to drag the row. Undefined while the document is read-only. */
  onDrag: ((event: PointerEvent<HTMLElement>) => void) | undefined;
}

/** The number of a table row, which is also its drag handle, or a checkbox while rows are being selected. */
function RowStart({ name, index, id, selection, onDrag }: RowStartProps) {
  const t = useWords();
  if (selection.selected === undefined)
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
