import type { DeploymentRecord } from '#src/domain/lookup/deployment-record.ts';
import { isClientError } from '#src/client/errors.ts';
import { missingSignIn } from '#src/client/access.ts';

/** Wait between two questions, milliseconds. */
const EVERY_MS = 3000;
/** Wait after a question that failed, milliseconds. */
const AFTER_FAILURE_MS = 10_000;
/** The longest wait that a service may ask for, milliseconds. */
const MOST_WAIT_MS = 60_000;
/** How long a deployment is watched, milliseconds: pulling an image over a slow line takes minutes. */
export const WATCH_MS = 5 * 60_000;

/** What is known of a created deployment: its record, `gone` if it was deleted, undefined before the first answer. */
export type Reading = DeploymentRecord | 'gone' | undefined;

/** How the watch over a created deployment stands. */
export type WatchState = 'checking' | 'ready' | 'gone' | 'needsSignIn' | 'refused' | 'stopped';

interface Watch {
  readonly reading: Reading;
  /** Why the last question failed. */
  readonly error: unknown;
  /** How long it has been watched, milliseconds. */
  readonly elapsedMs: number;
}

/** True once all instances that are wanted are ready. */
function isReady({ replicas, readyReplicas }: DeploymentRecord): boolean {
  return replicas !== undefined && readyReplicas !== undefined && readyReplicas >= replicas;
}

/** How a watch stands. It ends for good with `ready` and `gone`; the others can be begun again by the person. */
export function watchState({ reading, error, elapsedMs }: Watch): WatchState {
  if (reading === 'gone') return 'gone';
  if (missingSignIn(error) !== undefined) return 'needsSignIn';
  if (isClientError(error) && error.kind === 'http' && error.status === 403) return 'refused';
  if (reading !== undefined && isReady(reading) && !error) return 'ready';
  return elapsedMs >= WATCH_MS ? 'stopped' : 'checking';
}

/** When to ask next, milliseconds from now; false if the watch is over. */
export function nextPoll(watch: Watch): number | false {
  if (watchState(watch) !== 'checking') return false;
  const { error } = watch;
  if (!error) return EVERY_MS;
  const asked = isClientError(error) && error.kind === 'http' ? (error.retryAfterS ?? 0) : 0;
  return Math.max(AFTER_FAILURE_MS, Math.min(asked * 1000, MOST_WAIT_MS));
}
