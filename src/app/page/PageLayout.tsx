import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { SaveWord } from '#src/features/drafts/DraftBanner.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { JsonPane } from '#src/features/preview/JsonPane.tsx';
import type { SubmissionPart } from '#src/features/submit/use-submission.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { ConnectionDialogs } from './connection/ConnectionDialogs.tsx';
import { DocumentWizard } from './DocumentWizard.tsx';
import { SidePane } from './pane/SidePane.tsx';
import { TopBar } from './bar/TopBar.tsx';
import { usePartNotice } from './notices/use-part-notice.ts';
import { useStartNew } from './use-start-new.ts';

const JsonDrawer = lazyPart(async () => (await import('./pane/JsonDrawer.tsx')).JsonDrawer);

interface PageLayoutProps {
  draft: Draft;
  submission: SubmissionPart;
}

/** The top bar, the wizard with the JSON beside or over it, and the dialogs. */
export function PageLayout({ draft, submission }: PageLayoutProps) {
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  // The drawer is mounted when it is first opened, and stays for its closing animation.
  const [drawer, setDrawer] = useState<'none' | 'open' | 'closed'>('none');
  const notifyFailed = usePartNotice();
  const startNew = useStartNew(submission.submission);
  return (
    <>
      <TopBar saveWord={<SaveWord draft={draft} />} onNew={startNew} />
      <DocumentWizard
        draft={draft}
        submission={submission}
        pane={isWide && <SidePane>{(close) => <JsonPane close={close} />}</SidePane>}
        onShowJson={() => setDrawer('open')}
        onStartNew={startNew}
      />
      {!isWide && drawer !== 'none' && (
        <PartBoundary
          onFailed={(failure) => {
            setDrawer('none');
            notifyFailed(failure);
          }}
        >
          <JsonDrawer isOpen={drawer === 'open'} onClose={() => setDrawer('closed')} />
        </PartBoundary>
      )}
      <ConnectionDialogs />
    </>
  );
}
