import type { ReactNode } from 'react';
import type { ShownDeployment } from '#src/client/queries/one-deployment.ts';

/** Parts that other features add to the page of a deployment. */
export interface DeploymentSlots {
  /** Buttons at the end of the title row. */
  readonly actions?: ((deployment: ShownDeployment) => ReactNode) | undefined;
  /** Cards below the others, such as the requests that this browser sent. */
  readonly requests?: ((deployment: ShownDeployment) => ReactNode) | undefined;
}
