import { pageHeading } from './page-heading.ts';

interface LastFocus {
  readonly element: Element;
  readonly row: number;
  /** Its place among the controls of the row, counted from the end. */
  readonly fromEnd: number;
}

/**
 * The `ref` of a list whose children are rows. If the row with the focus disappears, the same control of the row in its
 * place gets the focus, or of the last row; without rows, the dialog or the heading of the page. Otherwise the browser
 * would focus nothing, and a dialog would not get the next key.
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
    (controls.at(-fromEnd) ?? controls.at(-1) ?? around)?.focus();
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

function controlsOf(row: Element | undefined): readonly HTMLElement[] {
  return [
    ...(row?.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea') ?? []),
  ].filter((control) => !control.matches(':disabled'));
}
