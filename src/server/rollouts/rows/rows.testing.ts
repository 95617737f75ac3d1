import { rolloutPlanSchema } from '#src/domain/rollout/rollout-plan.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { insertRollout, type NewRollout } from './insert-rollout.ts';

export const NOW = Date.UTC(2026, 10, 29, 12);

/** Stores a rollout of creates named `app-1` and so on, with a lease of `me` that does not end. */
export async function storeRollout(
  store: ServerStore,
  total: number,
  plan: Record<string, unknown> = {},
  more: Partial<NewRollout> = {},
): Promise<string> {
  const full = rolloutPlanSchema.parse(plan);
  const id = more.id ?? 'r1';
  await insertRollout(store, {
    id,
    target: 'lab',
    projectId: 'p1',
    instanceId: '',
    action: 'create',
    kind: 'node',
    body: '{}',
    plan: full,
    ends: waveEnds(full.waves, total)!,
    rows: Array.from({ length: total }, (_, index) => ({
      subject: `node-${index + 1}`,
      name: `app-${index + 1}`,
      values: undefined,
    })),
    now: NOW,
    owner: 'me',
    leaseUntil: NOW + 3_600_000,
    ...more,
  });
  return id;
}
