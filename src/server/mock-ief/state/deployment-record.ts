import { asList, asObject, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { isRunning } from './pod-state.ts';
import type { MockSettings } from '#src/server/mock-ief/kit/options.ts';
import type { StoredDeployment } from './tenants.ts';

/** Create and show responses use different time formats (docs/sources.md, section 4). */
export type TimeForm = (timeMs: number) => string;

/**
 * A deployment as the service returns it: flattened, `replicas` and `template` at the root, with the service's own
 * fields. Unknown keys are returned unchanged.
 */
export function makeDeploymentRecord(
  stored: StoredDeployment,
  projectId: string,
  settings: MockSettings,
  formatTime: TimeForm,
): JsonObject {
  const nowMs = settings.clock.elapsed();
  return {
    description: '',
    source: '',
    ...stored.sentDeployment,
    ...stored.sent,
    id: stored.id,
    name: stored.name,
    group_id: stored.groupId,
    node_ids: stored.nodeIds,
    replicas: stored.replicas,
    ready_replicas: stored.pods.filter((pod) => isRunning(pod, stored, settings)).length,
    template: fillTemplate(stored.template),
    state: isBeingDeleted(stored, nowMs) ? 'PENDING_DELETE' : '',
    project_id: projectId,
    api_version: 'v3',
    source_id: '',
    created_at: formatTime(stored.createdAtMs),
    updated_at: formatTime(stored.updatedAtMs),
  };
}

function isBeingDeleted({ isDeleting, deletedAtMs }: StoredDeployment, nowMs: number): boolean {
  return isDeleting || (deletedAtMs !== Infinity && deletedAtMs > nowMs);
}

/** Fills in the service's defaults (docs/sources.md, section 4). Does not change its argument. */
export function fillTemplate(sent: JsonObject): JsonObject {
  return {
    ...sent,
    configs: { migration: false, ...asObject(sent.configs) },
    init_containers: asList(sent.init_containers).map(fillContainer),
    containers: asList(sent.containers).map(fillContainer),
  };
}

function fillContainer(container: Json): Json {
  if (!isJsonObject(container)) return container;
  return { npu_type: '', privileged: false, version: '', ...container };
}
