import { Link, useLocation } from 'wouter';
import { deploymentsWords } from '#src/features/deployments/words/deployments-words.ts';
import { readDraft } from '#src/features/drafts/draft-database.ts';
import { tabId } from '#src/features/drafts/tab-document.ts';
import type { PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import { PlanPage } from '#src/features/rollouts/plan/PlanPage.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from '../deployments/deployment-host.module.css';
import { PlainPage } from '../deployments/PlainPage.tsx';

/** The page that plans a rollout. */
export function PlanHost() {
  const translate = useTranslate();
  const [, navigate] = useLocation();
  return (
    <PlainPage
      ways={
        <nav aria-label={translate(deploymentsWords.ways)} className={styles.ways}>
          <Link href="/new/review">{translate(deploymentsWords.back)}</Link>
          <Link href="/deployments">{translate(deploymentsWords.allDeployments)}</Link>
        </nav>
      }
    >
      <PlanPage
        readDraft={draftOfTab}
        onStarted={(id) => navigate(`/rollouts/${encodeURIComponent(id)}`)}
      />
    </PlainPage>
  );
}

/** The draft of this tab, as it was last saved. */
async function draftOfTab(): Promise<PlannedDraft | undefined> {
  const id = tabId();
  if (id === null) return undefined;
  try {
    const reading = await readDraft(id);
    return reading?.ok ? { id, document: reading.draft.document } : undefined;
  } catch {
    return undefined;
  }
}
