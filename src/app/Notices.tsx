import { startTransition, useCallback, useRef, useState, type ReactNode } from 'react';
import { behindFrame } from '#src/ui/first-paint.ts';
import { laterPart, PartBoundary } from '#src/ui/lazy-part.tsx';
import { NoticeContext, type Notice } from '#src/ui/notices.ts';

const NoticeBar = laterPart(async () => (await import('./NoticeBar.tsx')).NoticeBar);

/** Shows one notice at a time. */
export function Notices({ children }: { children: ReactNode }) {
  const lastId = useRef(0);
  const [notice, setNotice] = useState<Notice & { id: number }>();
  const notify = useCallback(
    (next: Notice | undefined) =>
      // What it tells of is on the screen first.
      void behindFrame(() =>
        startTransition(() => setNotice(next && { ...next, id: ++lastId.current })),
      ),
    [],
  );
  return (
    <NoticeContext value={notify}>
      {children}
      {notice && (
        <PartBoundary key={notice.id}>
          <NoticeBar notice={notice} onGone={() => setNotice(undefined)} />
        </PartBoundary>
      )}
    </NoticeContext>
  );
}
