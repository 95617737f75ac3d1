import clsx from 'clsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { nextFocusTarget } from '#src/ui/focus/focus-row.ts';
import styles from './rows.module.css';
import type { ListActions } from './use-list-actions.ts';

interface RowActionsProps {
  /** Name of the row with its number: `Port 2`. */
  name: string;
  index: number;
  isLast: boolean;
  actions: Pick<ListActions, 'move' | 'duplicate' | 'remove'>;
  /** Leaves out the other buttons, where there is no room for them. */
  onlyRemove?: boolean;
  /** Returns the element to focus after removal. Default: {@link nextFocusTarget}. */
  nextFocus?: () => HTMLElement | null | undefined;
}

/** The buttons of a row: move up, move down, duplicate, remove. */
export function RowActions({
  name,
  index,
  isLast,
  actions,
  onlyRemove,
  nextFocus,
}: RowActionsProps) {
  const t = useWords();
  const buttons = [
    { key: 'up', off: index === 0, run: () => actions.move(index, index - 1) },
    { key: 'down', off: isLast, run: () => actions.move(index, index + 1) },
    { key: 'duplicate', off: false, run: () => actions.duplicate(index) },
    { key: 'remove', off: false, run: () => actions.remove(index) },
  ] as const;
  return (
    <div className={styles.actions}>
      {(onlyRemove ? buttons.slice(-1) : buttons).map(({ key, off, run }) => {
        const label = t(`list.${key}`, { item: name });
        return (
          <button
            key={key}
            type="button"
            className={clsx(styles.action, styles[key])}
            data-action={key}
            aria-label={label}
            title={label}
            // Not `disabled`, which would drop the focus when a moved row reaches the end of the list.
            aria-disabled={off}
            onClick={(event) => {
              if (off) return;
              const button = event.currentTarget;
              const next = nextFocus ?? nextFocusTarget(button);
              run();
              // Moving the element may have dropped the focus.
              if (button.isConnected) button.focus();
              requestAnimationFrame(() => {
                if (button.isConnected) keepInView(button, FRAMES_IN_VIEW);
                else next()?.focus();
              });
            }}
          />
        );
      })}
    </div>
  );
}

/** Frames until a windowed list has measured its rows again after an edit. */
const FRAMES_IN_VIEW = 4;

/** Scrolls to a row that was moved out of view. */
function keepInView(button: HTMLElement, frames: number): void {
  button.scrollIntoView({ block: 'nearest' });
  if (frames > 0) requestAnimationFrame(() => keepInView(button, frames - 1));
}
