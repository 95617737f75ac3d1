import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState, useSyncExternalStore } from 'react';
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
/** Height of the bars at the top of narrow pages with some space, px; the same as in theme.ts. */
const BARS = 116;

/** Scrolls focused controls clear of the notice as long as it is shown. */
function keepClearOf(notice: HTMLElement | null): (() => void) | undefined {
  if (notice === null) return undefined;
  const { style } = document.documentElement;
  // An observer measures without forcing a layout of the page.
  const observer = new ResizeObserver(() => {
    const end = notice.getBoundingClientRect().bottom + GAP;
    style.scrollPaddingTop = `${Math.max(BARS, end)}px`;
  });
  observer.observe(notice);
  return () => {
    observer.disconnect();
    style.removeProperty('scroll-padding-top');
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
