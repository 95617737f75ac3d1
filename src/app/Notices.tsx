import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useCallback, useState, type ReactNode } from 'react';
import { NoticeContext, type Notice } from '#src/ui/notices.ts';

/** How long a notice stays, milliseconds; long enough to reach its action by keyboard. */
const STAY_MS = 6000;

/** Shows one notice at a time at the bottom of the page. */
export function Notices({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice & { id: number }>();
  const notify = useCallback(
    (next: Notice) => setNotice((before) => ({ ...next, id: (before?.id ?? 0) + 1 })),
    [],
  );
  const close = () => setNotice(undefined);
  return (
    <NoticeContext value={notify}>
      {children}
      <Snackbar
        key={notice?.id ?? 0}
        open={notice !== undefined}
        autoHideDuration={STAY_MS}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') close();
        }}
        message={notice?.text}
        action={
          notice?.action && (
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
        // At the top: at the bottom it would lie on Back and Next.
        anchorOrigin={{ vertical: 'top', horizontal: 'center' }}
        sx={{ top: { xs: 64, sm: 64 } }}
      />
    </NoticeContext>
  );
}
