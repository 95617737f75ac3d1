import { Link } from 'wouter';
import { DeploymentsList } from '#src/features/deployments/list/DeploymentsList.tsx';
import { OneDeployment } from '#src/features/deployments/OneDeployment.tsx';
import { deploymentsWords as words } from '#src/features/deployments/words/deployments-words.ts';
import { requestsWords } from '#src/features/requests/requests-words.ts';
import { rolloutWords } from '#src/features/rollouts/words/rollout-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ActionHost } from '../actions/ActionHost.tsx';
import { DeploymentActions } from '../actions/DeploymentActions.tsx';
import { DeploymentHistory } from '../actions/DeploymentHistory.tsx';
import { PlainPage } from './PlainPage.tsx';
import { SelectionActions } from '../actions/SelectionActions.tsx';
import styles from './deployment-host.module.css';

/** The deployments of the project, or one of them, with the connection and the switches of the page. */
export function DeploymentHost({ id }: { id: string | undefined }) {
  return (
    <PlainPage ways={<Ways hasList={id !== undefined} />}>
      <ActionHost>
        {(ask) =>
          id === undefined ? (
            <DeploymentsList
              selectionActions={(selected, clearSelection) => (
                <SelectionActions selected={selected} clearSelection={clearSelection} ask={ask} />
              )}
            />
          ) : (
            <OneDeployment
              key={id}
              id={id}
              actions={(deployment) => <DeploymentActions deployment={deployment} ask={ask} />}
              requests={(deployment) => <DeploymentHistory id={deployment.id} />}
            />
          )
        }
      </ActionHost>
    </PlainPage>
  );
}

/** Links to the other pages: without a reload, which would forget the token. */
function Ways({ hasList }: { hasList: boolean }) {
  const translate = useTranslate();
  return (
    <nav aria-label={translate(words.ways)} className={styles.ways}>
      <Link href="/new/review">{translate(words.back)}</Link>
      {hasList && <Link href="/deployments">{translate(words.allDeployments)}</Link>}
      <Link href="/rollouts">{translate(rolloutWords.title)}</Link>
      <Link href="/requests">{translate(requestsWords.title)}</Link>
    </nav>
  );
}
