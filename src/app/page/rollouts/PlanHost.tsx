import { useLocation } from 'wouter';
import { readLatest } from '#src/features/drafts/find-draft.ts';
import { tabId } from '#src/features/drafts/tab-document.ts';
import type { PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import { PlanPage } from '#src/features/rollouts/plan/PlanPage.tsx';
import { PlainPage } from '../deployments/PlainPage.tsx';
import { WayLinks } from '../deployments/WayLinks.tsx';

/** The page that plans a rollout. */
export function PlanHost() {
  const [, navigate] = useLocation();
  return (
    <PlainPage ways={<WayLinks />}>
      <PlanPage
        readDraft={draftOfTab}
        onStarted={(id) => navigate(`/rollouts/${encodeURIComponent(id)}`)}
      />
    </PlainPage>
  );
}

/** The draft of this tab, with the last edits of a page that was left before they were saved. */
async function draftOfTab(): Promise<PlannedDraft | undefined> {
  const id = tabId();
  if (id === null) return undefined;
  try {
    const draft = await readLatest(id);
    return draft && { id, document: draft.document };
  } catch {
    return undefined;
  }
}
