import type { ReactNode, Ref } from 'react';
import { useLocation, useParams } from 'wouter';
import { basePath } from '#src/client/base-path.ts';
import { DraftBanner } from '#src/features/drafts/banner/DraftBanner.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { StartCard } from '#src/features/import/start/StartCard.tsx';
import { useHasReport } from '#src/features/import/use-import.ts';
import type { CreateHandle } from '#src/features/submit/submit-form-props.ts';
import { SubmitPanel } from '#src/features/submit/SubmitPanel.tsx';
import type { SubmissionPart } from '#src/features/submit/use-submission.ts';
import { usePendingText } from '#src/features/text/pending/pending-text.ts';
import { inStepOrder, toStepId } from '#src/features/wizard/steps.ts';
import { Wizard } from '#src/features/wizard/shell/Wizard.tsx';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { SignInPlace } from './connection/SignInPlace.tsx';

const ImportReportBanner = lazyPart(
  async () =>
    (await import('#src/features/import/report/ImportReportBanner.tsx')).ImportReportBanner,
);

const PendingTextBanner = lazyPart(
  async () => (await import('#src/features/text/pane/PendingTextBanner.tsx')).PendingTextBanner,
);

const NodeCheckPart = lazyPart(
  async () => (await import('./actions/NodeCheckPart.tsx')).NodeCheckPart,
);

const loadEarlierImages = async () =>
  (await import('./drafts/earlier-images.ts')).readEarlierImages();

interface DocumentWizardProps {
  draft: Draft;
  submission: SubmissionPart;
  /** The JSON beside the form. */
  pane: ReactNode;
  onShowJson: () => void;
  onStartNew: () => void;
  onImport: () => void;
  onDrafts: () => void;
  createHandle: Ref<CreateHandle>;
  /** Renders what lies over the wizard. `goTo` opens the field at a path. */
  overlay: (goTo: (path: Path) => void) => ReactNode;
}

/** The wizard at the step in the URL, with its banners and the submit panel. */
export function DocumentWizard(props: DocumentWizardProps) {
  const { draft, submission, pane, onShowJson, onStartNew, onImport, onDrafts } = props;
  const { createHandle, overlay } = props;
  const { step } = useParams();
  const { readOnly } = useEditor();
  const [, navigate] = useLocation();
  const hasReport = useHasReport(draft.id);
  const hasPendingText = usePendingText(draft.id) !== undefined;
  return (
    <Wizard
      step={toStepId(step)}
      loadEarlierImages={loadEarlierImages}
      banner={
        <>
          <SignInPlace />
          <DraftBanner draft={draft} />
          {hasPendingText && !draft.isElsewhere && (
            <PartBoundary>
              <PendingTextBanner draftId={draft.id} onShow={onShowJson} />
            </PartBoundary>
          )}
          {hasReport && (
            <PartBoundary>
              <ImportReportBanner draftId={draft.id} />
            </PartBoundary>
          )}
          {toStepId(step) === 'basics' && !readOnly && (
            <StartCard
              key={draft.openCount}
              startPath={`${basePath}/start`}
              onImport={onImport}
              onStart={() => navigate('/start')}
              onDrafts={onDrafts}
            />
          )}
        </>
      }
      pane={pane}
      onShowJson={onShowJson}
      overlay={overlay}
      submit={(goTo, bar) => (
        <>
          <SubmitPanel
            submission={submission}
            bar={bar}
            handle={createHandle}
            goTo={goTo}
            inOrder={inStepOrder}
            onStartNew={onStartNew}
            onView={(id) => navigate(`/deployments/${encodeURIComponent(id)}`)}
          />
          <PartBoundary>
            <NodeCheckPart />
          </PartBoundary>
        </>
      )}
    />
  );
}
