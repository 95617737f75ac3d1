import { useEffect } from 'react';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { useDraft } from '#src/features/drafts/use-draft.ts';
import { useOwnDeployments, useSubmission } from '#src/features/submit/use-submission.ts';
import { startPreloading } from '#src/ui/parts/preload.ts';
import { addSubmitWords } from '../words/i18n.ts';
import { ConnectionProvider } from './connection/ConnectionProvider.tsx';
import { EditorProvider } from './editor/EditorProvider.tsx';
import { PageLayout } from './PageLayout.tsx';
import { useArrivalNotice } from './use-arrival-notice.ts';

/** Opens the draft of this tab, then shows the wizard for it. */
export function DeploymentPage() {
  const draft = useDraft(initialBody);
  // While #root is empty, index.html shows its skeleton.
  if (draft === undefined) return null;
  return (
    <ConnectionProvider>
      <OpenDocument draft={draft} />
    </ConnectionProvider>
  );
}

function OpenDocument({ draft }: { draft: Draft }) {
  const submission = useSubmission(draft.id, addSubmitWords);
  const own = useOwnDeployments(submission.submission);
  useArrivalNotice(draft);
  useEffect(startPreloading, []);
  return (
    <EditorProvider draft={draft} own={own}>
      <PageLayout draft={draft} submission={submission} />
    </EditorProvider>
  );
}
