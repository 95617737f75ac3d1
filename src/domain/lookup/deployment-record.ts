/** The part of a deployment's record that the product reads. */
export interface DeploymentRecord {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly replicas: number | undefined;
  readonly readyReplicas: number | undefined;
  readonly createdAt: string;
}

/** A deployment from a list, with its record as the service sent it. */
export interface ListedDeployment extends DeploymentRecord {
  readonly raw: unknown;
}

/** The deployments with one name. */
export interface DeploymentListing {
  readonly deployments: readonly ListedDeployment[];
  /** False if the list was cut short: a deployment missing from it may still exist. */
  readonly isComplete: boolean;
  /** The target's clock minus this machine's, in milliseconds; undefined if no response contained a time. */
  readonly clockOffsetMs: number | undefined;
}
