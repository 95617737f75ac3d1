import { DeploymentsList } from '#src/features/deployments/list/DeploymentsList.tsx';
import { OneDeployment } from '#src/features/deployments/OneDeployment.tsx';
import { ActionHost } from '../actions/ActionHost.tsx';
import { DeploymentActions } from '../actions/DeploymentActions.tsx';
import { DeploymentHistory } from '../actions/DeploymentHistory.tsx';
import { PlainPage } from './PlainPage.tsx';
import { SelectionActions } from '../actions/SelectionActions.tsx';
import { WayLinks } from './WayLinks.tsx';

/** The deployments of the project, or one of them, with the connection and the switches of the page. */
export function DeploymentHost({ id }: { id: string | undefined }) {
  return (
    <PlainPage ways={<WayLinks here={id === undefined ? '/deployments' : undefined} />}>
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
