import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState, useSyncExternalStore } from 'react';
import type { Notice } from '#src/ui/notices/notices.ts';
import styles from './notice-bar.module.css';

/** How long a notice stays, milliseconds; long enough to reach its action by keyboard. */
const STAY_MS = 6000;

interface NoticeBarProps {
  notice: Notice;
  /** Called once it has faded out. */
  onGone: () => void;
}

const never = () => () => {};
const always = () => true;

/** One notice, over the page for some seconds. */
export function NoticeBar({ notice, onGone }: NoticeBarProps) {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  const { subscribe = never, isPossible = always } = notice.action ?? {};
  const isMeant = useSyncExternalStore(subscribe, isPossible);
  // For good: it does not come back when the edit is made again.
  if (isOpen && !isMeant) close();
  return (
    <Snackbar
      open={isOpen}
      autoHideDuration={STAY_MS}
      onClose={close}
      slotProps={{
        // It fades in by style alone: what MUI does for it has the page laid out at once.
        transition: { appear: false, onExited: onGone },
        // It stays whatever is clicked; to listen would have the page laid out once more for each click.
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
      // At the top, as at the bottom it would lie on Back and Next; and below the steps where they are a bar.
      anchorOrigin={{ vertical: 'top', horizontal: 'center' }}
      className={styles.notice}
    />
  );
}
