import type { RolloutRow, RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import { isFailedCall } from './listed-records.ts';
import { readPods } from './read-pods.ts';
import { failRow, type ActionContext } from './row-action.ts';
import type { RowPod } from './row-baseline.ts';

/** Fails a row that is not ready in time, with the reason that its instances give. `isOwn` tells which ones count. */
export async function explainByPods(
  row: RolloutRow,
  { call }: ActionContext,
  isOwn: (pod: RowPod) => boolean = () => true,
): Promise<RowPatch> {
  const pods = await readPods(call, [row.deployment_id ?? '']);
  const reasons = isFailedCall(pods) ? [] : pods.filter(isOwn).flatMap((pod) => pod.reasons);
  const why = reasons.length === 0 ? '' : ` Its instance says: ${reasons.slice(0, 2).join(', ')}`;
  return failRow('not_ready', `It was not ready in time.${why.slice(0, 500)}`);
}
