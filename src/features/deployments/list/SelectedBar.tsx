import Button from '@mui/material/Button';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { listWords as words } from '../words/list-words.ts';
import type { ListSlots } from './list-slots.ts';
import type { ListedRow } from './list-filter.ts';
import type { RowMarks } from './use-row-marks.ts';
import styles from './list.module.css';

interface SelectedBarProps {
  marks: RowMarks;
  /** All rows that match the filters, on every page. */
  found: readonly ListedRow[];
  actions: NonNullable<ListSlots['selectionActions']>;
}

/** The number of selected deployments, and the actions on them. */
export function SelectedBar({ marks, found, actions }: SelectedBarProps) {
  const translate = useTranslate();
  const { selected, marked, mark, clear } = marks;
  const markedFound = found.filter(({ row }) => marked.has(row.id)).length;
  const hasUnmarked = markedFound < found.length;
  return (
    <div
      role="group"
      aria-label={translate(words.selected(selected.length))}
      className={styles.selected}
    >
      <span role="status">
        {translate(words.selected(selected.length, selected.length - markedFound))}
      </span>
      {actions(selected, clear)}
      {hasUnmarked && (
        <Button
          size="small"
          variant="text"
          onClick={() =>
            mark(
              found.map(({ row }) => row.id),
              true,
            )
          }
        >
          <span>{translate(words.selectAll(found.length))}</span>
        </Button>
      )}
      <Button size="small" variant="text" onClick={clear}>
        <span>{translate(words.clearSelection)}</span>
      </Button>
    </div>
  );
}
