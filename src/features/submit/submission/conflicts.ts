import type { Attempt } from '../attempt/attempt.ts';
import { fateOf } from './stored-attempts.ts';
import type { Refusal } from './submission-view.ts';
import type { World } from './submission-deps.ts';

/** How long the question whether a deployment still exists may take, milliseconds. */
const CHECK_MS = 15_000;
/** How many attempts that made the same are asked about before one submit. */
const MAX_CHECKS = 5;

interface RivalTools {
  readonly world: World;
  /** Ends the questions to the service. */
  readonly signal: AbortSignal;
  onChecking(): void;
  /** The deployment of an attempt was deleted. */
  onGone(rival: Attempt): Promise<void>;
}

/** Records an attempt, unless another one is in its way: that refuses it. */
export async function recordUnlessRival(
  attempt: Attempt,
  asNew: boolean,
  tools: RivalTools,
): Promise<Refusal | undefined> {
  const { world } = tools;
  try {
    let rival = await world.record(attempt, asNew);
    // Each rival that was deleted meanwhile is out of the way for good; the next one may be behind it.
    for (let checks = 0; rival?.state === 'created' && checks < MAX_CHECKS; checks++) {
      const refusal = await refusalBy(rival, tools);
      if (refusal !== undefined) return refusal;
      rival = await world.record(attempt, asNew);
    }
    if (rival !== undefined) return { kind: 'rival', rival };
    world.tell();
    return undefined;
  } catch (error) {
    return unrecordable(error);
  }
}

/** The refusal because of a deployment that was created before; undefined if it was deleted meanwhile. */
export async function refusalBy(rival: Attempt, tools: RivalTools): Promise<Refusal | undefined> {
  tools.onChecking();
  const limit = AbortSignal.any([tools.signal, AbortSignal.timeout(CHECK_MS)]);
  const fate = await fateOf(rival, tools.world, limit);
  if (fate !== 'gone') return { kind: 'rival', rival, isUnclear: fate === 'unclear' };
  // If the browser refuses to store it, the next check finds out again.
  await tools.onGone(rival).catch(() => undefined);
  return undefined;
}

/** The refusal because the browser does not store attempts. */
export function unrecordable(error: unknown): Refusal {
  return { kind: 'unrecordable', message: messageOf(error) };
}

/** What an error says of itself, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
