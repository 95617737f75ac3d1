import { useCallback, type ReactNode } from 'react';
import { useParams } from 'wouter';
import { useConnection } from '#src/client/connection/connection.ts';
import type { ListLack } from '#src/client/queries/list-lack.ts';
import { placeOf } from '#src/client/session/place.ts';
import { getSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { DraftBanner } from '#src/features/drafts/DraftBanner.tsx';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { SubmitPanel } from '#src/features/submit/SubmitPanel.tsx';
import type { SubmissionPart } from '#src/features/submit/use-submission.ts';
import { inStepOrder, toStepId } from '#src/features/wizard/steps.ts';
import { Wizard } from '#src/features/wizard/shell/Wizard.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';

const SignInBanner = lazyPart(
  async () => (await import('./connection/SignInBanner.tsx')).SignInBanner,
);

interface DocumentWizardProps {
  draft: Draft;
  submission: SubmissionPart;
  /** The JSON beside the form. */
  pane: ReactNode;
  onShowJson: () => void;
  onStartNew: () => void;
}

/** The wizard at the step of the address, with its banners and the submit panel. */
export function DocumentWizard(props: DocumentWizardProps) {
  const { draft, submission, pane, onShowJson, onStartNew } = props;
  const { step } = useParams();
  const { known, requestSignIn, open } = useConnection();
  const supply = useCallback(
    (lack: ListLack) => {
      const target = knownTarget(known);
      const isSignIn = lack === 'token' || lack === 'access';
      if (isSignIn && target) void requestSignIn(lack, placeOf(target, getSession()));
      else open();
    },
    [known, requestSignIn, open],
  );
  return (
    <Wizard
      step={toStepId(step)}
      banner={
        <>
          <DraftBanner draft={draft} />
          {known.state === 'known' && (
            <PartBoundary>
              <SignInBanner />
            </PartBoundary>
          )}
        </>
      }
      pane={pane}
      onShowJson={onShowJson}
      connect={supply}
      submit={(goTo) => (
        <SubmitPanel
          submission={submission}
          targetState={known}
          goTo={goTo}
          inOrder={inStepOrder}
          onConnect={open}
          onStartNew={onStartNew}
          requestSignIn={(place, refusal) =>
            requestSignIn(place.needsToken ? 'token' : 'access', place, refusal)
          }
        />
      )}
    />
  );
}
