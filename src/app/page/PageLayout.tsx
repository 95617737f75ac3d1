import useMediaQuery from '@mui/material/useMediaQuery';
import { memo, useState, type ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import { SaveWord } from '#src/features/drafts/banner/DraftBanner.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useImport } from '#src/features/import/use-import.ts';
import type { SubmissionPart } from '#src/features/submit/use-submission.ts';
import { setTextMode } from '#src/features/text/pending/pending-text.ts';
import { stepOf } from '#src/features/wizard/steps.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWasIdle } from '#src/ui/parts/use-was-idle.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { ConnectionDialogs } from './connection/ConnectionDialogs.tsx';
import { DocumentWizard } from './DocumentWizard.tsx';
import { DropHint } from './import/DropHint.tsx';
import { DocumentPane } from './pane/DocumentPane.tsx';
import { SidePane } from './pane/SidePane.tsx';
import { TopBar } from './bar/TopBar.tsx';
import { usePartNotice } from './notices/use-part-notice.ts';
import { usePalette } from './palette/use-palette.tsx';
import { useCreate } from './palette/use-create.ts';
import { useStartNew } from './use-start-new.ts';
import styles from './start-outline.module.css';

const JsonDrawer = lazyPart(async () => (await import('./pane/JsonDrawer.tsx')).JsonDrawer);

const DraftsHost = lazyPart(async () => (await import('./drafts/DraftsHost.tsx')).DraftsHost);
const StartHost = lazyPart(async () => (await import('./start/StartHost.tsx')).StartHost);
const ImportHost = lazyPart(async () => (await import('./import/ImportHost.tsx')).ImportHost);
const SharedLinks = lazyPart(async () => (await import('./share/SharedLinks.tsx')).SharedLinks);

interface PageLayoutProps {
  draft: Draft;
  submission: SubmissionPart;
}

/** The top bar, the wizard with the JSON beside or over it, and the dialogs. */
export const PageLayout = memo(function PageLayout({ draft, submission }: PageLayoutProps) {
  const isWide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  // The drawer is mounted when it is first opened, and stays mounted for its closing animation.
  const [drawer, setDrawer] = useState<'none' | 'open' | 'closed'>('none');
  const startNew = useStartNew(submission.submission);
  const importPart = useImport();
  const [isStart] = useRoute('/start');
  const [, navigate] = useLocation();
  const [isDraftsOpen, setDraftsOpen] = useState(false);
  const create = useCreate();
  const t = useWords();
  const palette = usePalette({
    onCreate: create.press,
    onStartNew: startNew,
    onImport: importPart.open,
    onDrafts: () => setDraftsOpen(true),
    onEditText: () => {
      setTextMode(true);
      if (!isWide) setDrawer('open');
    },
  });
  return (
    <>
      <TopBar draft={draft} saveWord={<SaveWord draft={draft} />} actions={palette.actions} />
      {isStart ? (
        <PartBoundary
          fallback={<div role="status" aria-label={t('part.loading')} className={styles.outline} />}
          renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
        >
          <StartHost draft={draft} onImport={importPart.open} />
          {palette.render((path) => navigate(`/new/${stepOf(path)}`))}
        </PartBoundary>
      ) : (
        <DocumentWizard
          draft={draft}
          submission={submission}
          pane={isWide && <WidePane draft={draft} />}
          onShowJson={() => setDrawer('open')}
          onStartNew={startNew}
          onImport={importPart.open}
          onDrafts={() => setDraftsOpen(true)}
          createHandle={create.handle}
          overlay={palette.render}
        />
      )}
      {!isWide && drawer !== 'none' && (
        <DialogPart onClose={() => setDrawer('none')}>
          <JsonDrawer
            draft={draft}
            isOpen={drawer === 'open'}
            onClose={() => setDrawer('closed')}
          />
        </DialogPart>
      )}
      {importPart.isOpen && (
        <DialogPart onClose={importPart.close}>
          <ImportHost draft={draft} part={importPart} />
        </DialogPart>
      )}
      {isDraftsOpen && (
        <DialogPart onClose={() => setDraftsOpen(false)}>
          <DraftsHost draft={draft} onClose={() => setDraftsOpen(false)} />
        </DialogPart>
      )}
      {importPart.isDragging && <DropHint />}
      <LinksWhenIdle draft={draft} />
      <ConnectionDialogs />
    </>
  );
});

/** A component of its own, so that the page does not render again when it has been idle. */
function LinksWhenIdle({ draft }: { draft: Draft }) {
  if (!useWasIdle()) return null;
  return (
    <PartBoundary>
      <SharedLinks draft={draft} />
    </PartBoundary>
  );
}

/** A dialog that loads on demand. If it fails, it is closed and a notice says so. */
function DialogPart({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const notifyFailed = usePartNotice();
  return (
    <PartBoundary
      onFailed={(failure) => {
        onClose();
        notifyFailed(failure);
      }}
    >
      {children}
    </PartBoundary>
  );
}

function WidePane({ draft }: { draft: Draft }) {
  return <SidePane>{(close) => <DocumentPane draft={draft} close={close} />}</SidePane>;
}
