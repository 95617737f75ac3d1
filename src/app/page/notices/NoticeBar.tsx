import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState, useSyncExternalStore } from 'react';
import { pageHeading } from '#src/ui/focus/page-heading.ts';
import { restoreFocus } from '#src/ui/focus/restore-focus.ts';
import type { Notice } from '#src/ui/notices/notices.ts';
import styles from './notice-bar.module.css';

/** Long enough to reach the action with the keyboard. */
const VISIBLE_MS = 6000;

interface NoticeBarProps {
  notice: Notice;
  /** Called after it has faded out. */
  onClosed: () => void;
}

/** Space between the notice and a control that is scrolled into view, px. */
const GAP = 8;

/**
 * Scrolls a control that gets the focus clear of the notice, as long as it is shown. A `scroll-padding` for this time
 * would do the same, but any style set on the root makes the browser style the whole page again.
 */
function keepClearOf(notice: HTMLElement | null): (() => void) | undefined {
  if (notice === null) return undefined;
  let frame = 0;
  const onFocus = ({ target }: FocusEvent) => {
    cancelAnimationFrame(frame);
    // The browser scrolls to the control after the event.
    if (target instanceof HTMLElement)
      frame = requestAnimationFrame(() => scrollClear(target, notice));
  };
  document.addEventListener('focusin', onFocus);
  return () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('focusin', onFocus);
  };
}

function scrollClear(control: HTMLElement, notice: HTMLElement): void {
  const box = control.getBoundingClientRect();
  const cover = notice.getBoundingClientRect();
  const isCovered =
    box.top < cover.bottom &&
    box.bottom > cover.top &&
    box.left < cover.right &&
    box.right > cover.left;
  // Scrolling moves no bar, and shows no more of a control that fills the window.
  if (!isCovered || isFixed(control) || box.height > window.innerHeight / 2) return;
  window.scrollBy({ top: box.top - cover.bottom - GAP });
}

/** True if the element, or what it is in, does not move with the page. */
function isFixed(element: HTMLElement | null): boolean {
  for (let at = element; at !== null; at = at.parentElement)
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
  return false;
}

/** Gives the focus back to where it was before the button of a notice, if that disappears with the focus. */
function giveFocusBack(button: HTMLElement | null): (() => void) | undefined {
  if (button === null) return undefined;
  let before: EventTarget | null = null;
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    before = relatedTarget;
  };
  button.addEventListener('focusin', onFocus);
  return () => {
    button.removeEventListener('focusin', onFocus);
    if (document.activeElement !== button) return;
    const isThere = before instanceof HTMLElement && before.isConnected;
    const next = isThere ? (before as HTMLElement) : pageHeading();
    // Once the button is gone.
    queueMicrotask(() => restoreFocus(next));
  };
}

const never = () => () => {};
const always = () => true;

/** Shows a notice over the page for a few seconds. */
export function NoticeBar({ notice, onClosed }: NoticeBarProps) {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  const { subscribe = never, isPossible = always } = notice.action ?? {};
  const isActionPossible = useSyncExternalStore(subscribe, isPossible);
  // Closed for good, even if the action becomes possible again.
  if (isOpen && !isActionPossible) close();
  return (
    <Snackbar
      ref={keepClearOf}
      open={isOpen}
      autoHideDuration={VISIBLE_MS}
      onClose={close}
      slotProps={{
        // CSS fades it in, because MUI's transition forces a layout of the page.
        transition: { appear: false, onExited: onClosed },
        // Clicks elsewhere do not close it; listening for them would force a layout on each click.
        clickAwayListener: { mouseEvent: false, touchEvent: false },
      }}
      message={notice.text}
      action={
        notice.action && (
          <Button
            ref={giveFocusBack}
            size="small"
            color="inherit"
            onClick={() => {
              notice.action?.run();
              close();
            }}
          >
            {notice.action.label}
          </Button>
        )
      }
      anchorOrigin={{ vertical: 'top', horizontal: 'center' }}
      className={styles.notice}
    />
  );
}
