import type { JsonObject } from '#src/domain/core/json.ts';

/** One copy of a deployment on an edge node. */
export interface StoredPod {
  readonly id: string;
  readonly name: string;
  readonly nodeId: string;
  /** Since 1970. */
  readonly createdAtMs: number;
  /** When its present run began, by the clock that only runs forward. */
  startedAtMs: number;
  restarts: number;
}

/** One deployment as it was asked for, with what the service adds. */
export interface StoredDeployment {
  readonly id: string;
  /** Position in order of creation, to break ties of the clock. */
  readonly sequence: number;
  readonly name: string;
  readonly nodeIds: readonly string[];
  readonly groupId: string;
  /** Since 1970, as `updatedAtMs` is. */
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** What the caller sent besides `deployment`, unknown keys too. */
  sent: JsonObject;
  /** What the caller sent in `deployment` besides replicas and template. */
  sentDeployment: JsonObject;
  replicas: number;
  /** As it was sent; the service's defaults are added in answers. */
  template: JsonObject;
  pods: StoredPod[];
  /** Not listed or shown before this time (fault `late-create`), by the clock that only runs forward. */
  readonly visibleFromMs: number;
  /** Gone from this time on (fault `late-create` on a delete), by the same clock. */
  goneFromMs: number;
  /** Its pods wait long for their image (fault `slow-pull`). */
  slowPull: boolean;
}

/** All that belongs to one project. */
export interface Tenant {
  readonly projectId: string;
  readonly deployments: Map<string, StoredDeployment>;
}

/** The tenants of a mock; each comes into being when it is first asked for. */
export interface Tenants {
  find(projectId: string): Tenant;
  /** The next number of creation, over all tenants. */
  nextSequence(): number;
}

/** Makes an empty set of tenants. Maps throughout, so a project or id named `__proto__` harms nothing. */
export function createTenants(): Tenants {
  const tenants = new Map<string, Tenant>();
  let sequence = 0;
  return {
    find(projectId) {
      const known = tenants.get(projectId);
      if (known !== undefined) return known;
      const tenant: Tenant = { projectId, deployments: new Map() };
      tenants.set(projectId, tenant);
      return tenant;
    },
    nextSequence: () => ++sequence,
  };
}

/** The deployments there are at a time, oldest first; those past their end are forgotten. */
export function presentDeployments(tenant: Tenant, nowMs: number): StoredDeployment[] {
  forgetGone(tenant, nowMs);
  return [...tenant.deployments.values()].filter(({ visibleFromMs }) => visibleFromMs <= nowMs);
}

/** True if a name is taken, also by a deployment that is not visible yet. */
export function isNameTaken(tenant: Tenant, name: string, nowMs: number): boolean {
  forgetGone(tenant, nowMs);
  for (const deployment of tenant.deployments.values()) {
    if (deployment.name === name) return true;
  }
  return false;
}

function forgetGone(tenant: Tenant, nowMs: number): void {
  for (const [id, { goneFromMs }] of tenant.deployments) {
    if (goneFromMs <= nowMs) tenant.deployments.delete(id);
  }
}
