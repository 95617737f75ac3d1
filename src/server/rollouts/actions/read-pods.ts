import { asList, asObject, isJsonObject } from '#src/json/value.ts';
import type { ActionContext, FailedCall } from './row-action.ts';
import { readPod, type RowPod } from './row-baseline.ts';

const PAGE = 1000;
const MAX_PAGES = 10;
/** IDs in one request: addresses have a limit, often of 8 KiB. */
const IDS_AT_ONCE = 50;

/** The instances of some deployments, or why they are not known. */
export async function readPods(
  call: ActionContext['call'],
  deploymentIds: readonly string[],
): Promise<readonly RowPod[] | FailedCall> {
  const pods: RowPod[] = [];
  for (let at = 0; at < deploymentIds.length; at += IDS_AT_ONCE) {
    const part = deploymentIds.slice(at, at + IDS_AT_ONCE);
    for (let page = 0; page < MAX_PAGES; page++) {
      const filter: Record<string, string> =
        part.length === 1 ? { deployment_id: part[0]! } : { deployment_ids: part.join(',') };
      const outcome = await call({
        endpoint: 'listPods',
        query: { ...filter, limit: String(PAGE), offset: String(page * PAGE) },
      });
      if (outcome.kind !== 'ok') return outcome;
      const listed = asList(asObject(outcome.json).pods).filter(isJsonObject).map(readPod);
      // With one ID, older versions of the service leave it out.
      pods.push(
        ...listed.map((pod) =>
          pod.deploymentId === '' ? { ...pod, deploymentId: part[0]! } : pod,
        ),
      );
      if (listed.length < PAGE) break;
    }
  }
  return pods;
}
