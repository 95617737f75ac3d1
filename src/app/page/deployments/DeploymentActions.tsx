import { useLocation } from 'wouter';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';
import { UpdateLink } from '#src/features/update/UpdateLink.tsx';

/** What can be done with the deployment that is shown. */
export function DeploymentActions({ deployment }: { deployment: ShownDeployment }) {
  const [, navigate] = useLocation();
  const path = `/deployments/${encodeURIComponent(deployment.id)}`;
  return <UpdateLink onUpdate={() => navigate(`${path}/update/basics`)} />;
}
