import { restoreFocus } from './restore-focus.ts';
import { pageHeading } from './page-heading.ts';

interface LastFocus {
  readonly element: Element;
  readonly row: number;
  /** Its place among the controls of the row, counted from the end. */
  readonly fromEnd: number;
}

/**
 * The `ref` of a list whose children are rows or buttons. If the row with the focus disappears, the same control of the
 * row in its place gets the focus, or of the last row; without rows, the dialog or the heading of the page. Otherwise
 * the browser would focus nothing, and a dialog would not get the next key. Also the `ref` of a note that disappears
 * when its button is pressed.
 */
export function keepRowFocus(list: HTMLElement | null): (() => void) | undefined {
  if (list === null) return undefined;
  const dialog = list.closest<HTMLElement>('[role="dialog"]');
  let last: LastFocus | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    const element = target as Element;
    const row = [...list.children].findIndex((one) => one.contains(element));
    const controls = controlsOf(list.children[row]);
    last = {
      element,
      row,
      fromEnd: controls.length - controls.findIndex((one) => one === element),
    };
  };
  // A control that was left is still there after the event; a removed one is not.
  const onBlur = () =>
    queueMicrotask(() => {
      if (last?.element.isConnected && !list.contains(document.activeElement)) last = undefined;
    });
  const restore = () => {
    if (last === undefined || last.element.isConnected) return;
    const { row, fromEnd } = last;
    last = undefined;
    if (document.activeElement !== document.body) return;
    const rows = list.isConnected ? [...list.children] : [];
    const controls = controlsOf(rows[Math.min(row, rows.length - 1)]);
    const around = dialog ?? pageHeading();
    restoreFocus(controls.at(-fromEnd) ?? controls.at(-1) ?? around);
  };
  const observer = new MutationObserver(restore);
  list.addEventListener('focusin', onFocus);
  list.addEventListener('focusout', onBlur);
  observer.observe(list, { childList: true });
  return () => {
    list.removeEventListener('focusin', onFocus);
    list.removeEventListener('focusout', onBlur);
    observer.disconnect();
    // The list itself may disappear with its last row.
    queueMicrotask(restore);
  };
}

const focusable = 'button, a[href], input, select, textarea';

/** The controls of a row, which may be one itself. */
function controlsOf(row: Element | undefined): readonly HTMLElement[] {
  const inside = [...(row?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const all = row?.matches(focusable) ? [row as HTMLElement, ...inside] : inside;
  return all.filter((control) => !control.matches(':disabled'));
}
