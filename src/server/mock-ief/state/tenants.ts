import type { JsonObject } from '#src/json/value.ts';
import { MockError } from '#src/server/mock-ief/kit/errors.ts';
import type { MockLimits } from '#src/server/mock-ief/kit/options.ts';

/** One copy of a deployment on an edge node. */
export interface StoredPod {
  readonly id: string;
  readonly name: string;
  readonly nodeId: string;
  /** Since 1970. */
  readonly createdAtMs: number;
  /** When it was last started, on the monotonic clock. */
  startedAtMs: number;
  restarts: number;
  /** Deleted, but its node is not connected and has not stopped it. */
  isTerminating: boolean;
}

/** The fate of the pods of a deployment (the faults of the same names). */
export type PodFault = 'slow-pull' | 'pull-failed' | 'crash-loop';

/** A deployment as it was sent, with what the service adds. */
export interface StoredDeployment {
  readonly id: string;
  /** Creation order; breaks ties of the clock. */
  readonly sequence: number;
  readonly name: string;
  readonly nodeIds: readonly string[];
  readonly groupId: string;
  /** Since 1970, like `updatedAtMs`. */
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** Estimated memory. */
  bytes: number;
  /** The request except `deployment`, including unknown keys. */
  sent: JsonObject;
  /** The request's `deployment` except replicas and template. */
  sentDeployment: JsonObject;
  replicas: number;
  /** As it was sent; responses add the service's defaults. */
  template: JsonObject;
  pods: StoredPod[];
  /** Not listed or shown before this time (fault `late-create`), on the monotonic clock. */
  readonly visibleFromMs: number;
  /** Deleted at this time (fault `late-create` on a delete), on the same clock. */
  deletedAtMs: number;
  /** Deleted, but a node of it is not connected and has not stopped its pods. */
  isDeleting: boolean;
  podFault: PodFault | undefined;
}

/** Everything that belongs to one project. */
export interface Tenant {
  readonly projectId: string;
  readonly deployments: ReadonlyMap<string, StoredDeployment>;
  /** The IDs of nodes that a fault disconnected. */
  readonly disconnected: ReadonlySet<string>;
  /** Throws MockError memoryFull or tooManyDeployments. */
  add(deployment: StoredDeployment): void;
  /** Accounts for the new size of a changed deployment. Throws MockError memoryFull. */
  resize(deployment: StoredDeployment, bytes: number): void;
  remove(id: string): void;
}

/** The tenants of a mock, within its limits. Empty tenants are not stored. */
export interface Tenants {
  find(projectId: string): Tenant;
  /** Disconnects nodes of a project, until others are disconnected or many other projects have done the same. */
  disconnect(projectId: string, nodeIds: readonly string[]): void;
  /** The next creation number, across all tenants. */
  nextSequence(): number;
}

const NO_NODES: ReadonlySet<string> = new Set();
const MAX_DISCONNECTED_NODES = 10_000;
const MAX_DISCONNECTED_PROJECTS = 20;

/** Uses Maps throughout, so that a project or ID named `__proto__` is harmless. */
export function createTenants(limits: Pick<MockLimits, 'bytes' | 'deployments'>): Tenants {
  const tenants = new Map<string, Tenant>();
  const disconnected = new Map<string, ReadonlySet<string>>();
  let sequence = 0;
  let count = 0;
  let bytes = 0;

  function takeBytes(more: number): void {
    if (limits.bytes > 0 && more > 0 && bytes + more > limits.bytes) {
      throw new MockError(
        'memoryFull',
        `the mock stores at most ${limits.bytes / 1024 / 1024} MB of deployments; delete some, or raise MOCK_MAX_MB`,
      );
    }
    bytes += more;
  }

  function makeTenant(projectId: string): Tenant {
    const deployments = new Map<string, StoredDeployment>();
    const tenant: Tenant = {
      projectId,
      deployments,
      get disconnected() {
        return disconnected.get(projectId) ?? NO_NODES;
      },
      add(deployment) {
        if (limits.deployments > 0 && count >= limits.deployments) {
          throw new MockError(
            'tooManyDeployments',
            `the mock stores at most ${limits.deployments} deployments; delete some, or raise MOCK_MAX_DEPLOYMENTS`,
          );
        }
        takeBytes(deployment.bytes);
        count += 1;
        deployments.set(deployment.id, deployment);
        tenants.set(projectId, tenant);
      },
      resize(deployment, now) {
        takeBytes(now - deployment.bytes);
        deployment.bytes = now;
      },
      remove(id) {
        const deployment = deployments.get(id);
        if (deployment === undefined) return;
        deployments.delete(id);
        count -= 1;
        bytes -= deployment.bytes;
        if (deployments.size === 0) tenants.delete(projectId);
      },
    };
    return tenant;
  }

  return {
    find: (projectId) => tenants.get(projectId) ?? makeTenant(projectId),
    disconnect(projectId, nodeIds) {
      disconnected.delete(projectId);
      disconnected.set(projectId, new Set(nodeIds.slice(0, MAX_DISCONNECTED_NODES)));
      const [oldest] = disconnected.keys();
      if (disconnected.size > MAX_DISCONNECTED_PROJECTS) disconnected.delete(oldest!);
    },
    nextSequence: () => ++sequence,
  };
}

/** Returns the deployments visible at a time, oldest first, and removes deleted ones. */
export function visibleDeployments(tenant: Tenant, nowMs: number): StoredDeployment[] {
  removeDeleted(tenant, nowMs);
  return [...tenant.deployments.values()].filter(({ visibleFromMs }) => visibleFromMs <= nowMs);
}

/** True if a name is in use, even by a deployment that is not visible yet. */
export function isNameTaken(tenant: Tenant, name: string, nowMs: number): boolean {
  removeDeleted(tenant, nowMs);
  for (const deployment of tenant.deployments.values()) {
    if (deployment.name === name) return true;
  }
  return false;
}

function removeDeleted(tenant: Tenant, nowMs: number): void {
  for (const [id, { deletedAtMs }] of tenant.deployments) {
    if (deletedAtMs <= nowMs) tenant.remove(id);
  }
}
