import { DeploymentRequests } from '#src/features/requests/DeploymentRequests.tsx';
import { useRequestActions } from './use-request-actions.ts';

/** The requests about a deployment that this browser sent. */
export function DeploymentHistory({ id }: { id: string }) {
  return <DeploymentRequests deploymentId={id} actions={useRequestActions()} />;
}
