import Button from '@mui/material/Button';
import { PressedOnce } from '#src/ui/blocks/PressedOnce.tsx';
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
  /** Ends the selection, and with it this bar. */
  onClear: () => void;
}

/** The number of selected deployments, and the actions on them. */
export function SelectedBar({ marks, found, actions, onClear }: SelectedBarProps) {
  const translate = useTranslate();
  const { selected, marked, mark } = marks;
  const markedFound = found.filter(({ row }) => marked.has(row.id)).length;
  return (
    <div
      role="group"
      aria-label={translate(words.selected(selected.length))}
      className={styles.selected}
    >
      <span role="status">
        {translate(words.selected(selected.length, selected.length - markedFound))}
      </span>
      {actions(selected, onClear)}
      <PressedOnce
        variant="text"
        isDone={markedFound === found.length}
        onPress={() =>
          mark(
            found.map(({ row }) => row.id),
            true,
          )
        }
      >
        {translate(words.selectAll(found.length))}
      </PressedOnce>
      <Button size="small" variant="text" onClick={onClear}>
        <span>{translate(words.clearSelection)}</span>
      </Button>
    </div>
  );
}
