import { asList, asObject, isJsonObject } from '#src/json/value.ts';
import { trackList } from '#src/domain/api/list-progress.ts';
import type { ActionContext, FailedCall } from './row-action.ts';
import { readPod, type RowPod } from './row-baseline.ts';

/** The most instances a page may have, and more pages than fifty deployments need. */
const LIMITS = { pageSize: 1000, maxPages: 10 };
/** IDs in one request: addresses have a limit, often of 8 KiB. */
const IDS_AT_ONCE = 50;

/** The instances of some deployments, or why they are not known. */
export async function readPods(
  call: ActionContext['call'],
  deploymentIds: readonly string[],
): Promise<readonly RowPod[] | FailedCall> {
  // By ID: an instance that a later page repeats must not count as two.
  const pods = new Map<unknown, RowPod>();
  for (let at = 0; at < deploymentIds.length; at += IDS_AT_ONCE) {
    const part = deploymentIds.slice(at, at + IDS_AT_ONCE);
    const progress = trackList(LIMITS);
    let state: ReturnType<typeof progress.add>;
    do {
      const filter: Record<string, string> =
        part.length === 1 ? { deployment_id: part[0]! } : { deployment_ids: part.join(',') };
      const outcome = await call({
        endpoint: 'listPods',
        query: { ...filter, limit: String(LIMITS.pageSize), offset: String(progress.offset) },
      });
      if (outcome.kind !== 'ok') return outcome;
      const { count, pods: listed } = asObject(outcome.json);
      const records = asList(listed).filter(isJsonObject);
      const ids = records.map(({ id }) => id);
      state = progress.add(ids, count);
      for (const record of records) {
        const pod = readPod(record);
        // With one ID, older versions of the service leave it out.
        const deploymentId = pod.deploymentId === '' ? part[0]! : pod.deploymentId;
        pods.set(record.id ?? record, { ...pod, deploymentId });
      }
    } while (state === 'more');
  }
  return [...pods.values()];
}
