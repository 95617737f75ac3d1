import { isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import type { Answer } from '#src/client/http/request.ts';
import type { RequestOutcome } from '#src/client/requests/sent-request.ts';
import type { PodResult } from '#src/domain/health/pod-result.ts';
import { isGone, patiently } from './item-requests.ts';
import type { ActionDeps, ActionItem } from './deployment-action.ts';

/** How the restart of all instances of a deployment went. */
export interface PodRestarts {
  readonly outcome: Extract<RequestOutcome, 'done' | 'partly' | 'notDone' | 'unknown'>;
  readonly pods: readonly PodResult[];
  /** The last response, if there is one. */
  readonly answer?: Answer | undefined;
  /** The response that stopped it. */
  readonly error?: unknown;
}

/**
 * Restarts instances one after the other. The first one that is refused, or whose outcome is unknown, stops the rest:
 * whatever is wrong would take the others down, too. An instance that no longer exists does not, because another one
 * has started in its place. Never rejects.
 */
export async function restartPods(
  item: ActionItem,
  podNames: readonly string[],
  deps: ActionDeps,
  show: (pods: readonly PodResult[]) => void,
): Promise<PodRestarts> {
  let pods: readonly PodResult[] = podNames.map((name) => ({ name, outcome: 'notSent' }));
  let answer: Answer | undefined;
  const settle = (at: number, outcome: PodResult['outcome']) => {
    pods = pods.with(at, { name: podNames[at]!, outcome });
  };
  for (const [at, podName] of podNames.entries()) {
    // Until its response arrives: a reload in between cannot tell.
    settle(at, 'unknown');
    show(pods);
    try {
      answer = await patiently(deps, () => deps.sendRestart(item, podName));
      settle(at, 'done');
    } catch (error) {
      if (isGone(error)) {
        settle(at, 'gone');
        continue;
      }
      const isRefused = isClientError(error) && !isOutcomeUnknown(error);
      settle(at, isRefused ? 'notDone' : 'unknown');
      return { outcome: outcomeOf(pods), pods, error };
    }
  }
  return { outcome: outcomeOf(pods), pods, answer };
}

function outcomeOf(pods: readonly PodResult[]): PodRestarts['outcome'] {
  const has = (outcome: PodResult['outcome']) => pods.some((pod) => pod.outcome === outcome);
  if (has('unknown')) return 'unknown';
  if (!has('done')) return 'notDone';
  return has('notDone') ? 'partly' : 'done';
}
