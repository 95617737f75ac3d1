import { startTransition, useCallback, useRef, useState, type ReactNode } from 'react';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { NoticeContext, type Notice } from '#src/ui/notices/notices.ts';

const NoticeBar = lazyPart(async () => (await import('./NoticeBar.tsx')).NoticeBar);

/** Shows one notice at a time. */
export function Notices({ children }: { children: ReactNode }) {
  const lastId = useRef(0);
  const [notice, setNotice] = useState<Notice & { id: number }>();
  const notify = useCallback(
    (next: Notice | undefined) =>
      startTransition(() => setNotice(next && { ...next, id: ++lastId.current })),
    [],
  );
  return (
    <NoticeContext value={notify}>
      {children}
      {notice && (
        <PartBoundary key={notice.id}>
          <NoticeBar notice={notice} onClosed={() => setNotice(undefined)} />
        </PartBoundary>
      )}
    </NoticeContext>
  );
}
