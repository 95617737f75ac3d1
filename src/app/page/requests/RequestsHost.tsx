import { Link } from 'wouter';
import { deploymentsWords as words } from '#src/features/deployments/words/deployments-words.ts';
import { AllRequests } from '#src/features/requests/AllRequests.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from '../deployments/deployment-host.module.css';
import { PlainPage } from '../deployments/PlainPage.tsx';
import { useRequestActions } from '../actions/use-request-actions.ts';

/** The requests that this browser sent. */
export function RequestsHost() {
  const translate = useTranslate();
  return (
    <PlainPage
      ways={
        <nav aria-label={translate(words.ways)} className={styles.ways}>
          <Link href="/new/review">{translate(words.back)}</Link>
          <Link href="/deployments">{translate(words.allDeployments)}</Link>
        </nav>
      }
    >
      <AllRequests actions={useRequestActions()} />
    </PlainPage>
  );
}
