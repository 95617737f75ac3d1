import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { TableCells } from '#src/ui/field/table-cells.ts';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { focusTextAfter, isNextFieldKey } from './enter-key.ts';
import styles from './rows.module.css';

/**
 * `table`: one line, with a header row above the list. `card`: several fields under a heading. `inline`: one control.
 * `cell`: one control of a list inside a cell of a table.
 */
export type RowLayout = 'table' | 'card' | 'inline' | 'cell';

interface RowProps {
  path: Path;
  index: number;
  /** Name of the row with its number: `Port 2`. */
  name: string;
  layout: RowLayout;
  /** Shown at the start of a row that is not a card: its number or a checkbox. */
  start: ReactNode;
  actions: ReactNode;
  /** Moves the row up (-1) or down (1). Undefined while the document is read-only. */
  onMove: ((by: -1 | 1) => void) | undefined;
  /** Goes to the next row, or adds one. */
  onNext: () => void;
  children: ReactNode;
}

/** One row of a list with its actions. Alt+Up and Alt+Down move it; Enter goes to the next text. */
export function Row(props: RowProps) {
  const { path, index, name, layout, start, actions, onMove, onNext, children } = props;
  const { store, problemVisibility } = useEditor();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (moveByKey(event, onMove) || layout !== 'table') return;
    if (event.defaultPrevented || !isNextFieldKey(event)) return;
    event.preventDefault();
    if (!focusTextAfter(event.target, event.currentTarget)) onNext();
  };
  if (layout === 'inline' || layout === 'cell') {
    return (
      // Only observes keys that bubble up from the controls.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        data-row={index}
        onKeyDown={onKeyDown}
        className={layout === 'inline' ? styles.inlineRow : styles.cellRow}
      >
        {layout === 'inline' && <div className={styles.start}>{start}</div>}
        <div className={styles.inlineBody}>{children}</div>
        {actions}
      </div>
    );
  }
  const group = {
    role: 'group',
    'aria-label': name,
    'data-row': index,
    onKeyDown,
    onBlur(event: FocusEvent<HTMLElement>) {
      if (!event.currentTarget.contains(event.relatedTarget))
        problemVisibility.touch(store.get(), path);
    },
  };
  const notes = (
    <>
      <GroupIssues path={path} />
      <UnknownKeys path={path} />
    </>
  );
  if (layout === 'table') {
    return (
      <div {...group} className={styles.tableRow}>
        <div className={styles.start}>{start}</div>
        <div className={styles.cells}>
          <TableCells value>{children}</TableCells>
        </div>
        {actions}
        <div className={styles.notes}>{notes}</div>
      </div>
    );
  }
  return (
    <div {...group} className={styles.card}>
      <div className={styles.head}>
        <span aria-hidden className={styles.name}>
          {name}
        </span>
        {actions}
      </div>
      {children}
      <div className={styles.notes}>{notes}</div>
    </div>
  );
}

function moveByKey(event: KeyboardEvent<HTMLElement>, onMove: RowProps['onMove']): boolean {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
  // Alt+Down opens a select. A row of a nested list has handled the key already.
  const isOther = event.target instanceof HTMLSelectElement || event.defaultPrevented;
  if (by === undefined || !event.altKey || isOther || onMove === undefined) return false;
  event.preventDefault();
  onMove(by);
  return true;
}
