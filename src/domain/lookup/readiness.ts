import type { DeploymentRecord } from './deployment-record.ts';
import type { LookupError } from './lookup.ts';

const POLL_MS = 3000;
const AFTER_FAILURE_MS = 10_000;
/** The longest delay that a service may ask for. */
const MAX_DELAY_MS = 60_000;
/** How long a deployment is polled: pulling an image over a slow line takes minutes. */
export const WATCH_MS = 5 * 60_000;

/** A created deployment as last read: `gone` if it was deleted, undefined before the first response. */
export type DeploymentReading = DeploymentRecord | 'gone' | undefined;

/** Whether a created deployment is ready, or why that is not known. */
export type WatchState = 'checking' | 'ready' | 'gone' | 'needsSignIn' | 'refused' | 'stopped';

interface Watch {
  readonly reading: DeploymentReading;
  /** Why the last poll failed. */
  readonly error: LookupError | undefined;
  /** Time since the start of the watch, in milliseconds. */
  readonly elapsedMs: number;
}

function isReady({ replicas, readyReplicas }: DeploymentRecord): boolean {
  return replicas !== undefined && readyReplicas !== undefined && readyReplicas >= replicas;
}

/** The state of a watch. `ready` and `gone` are final; the user can resume from the others. */
export function watchState({ reading, error, elapsedMs }: Watch): WatchState {
  if (reading === 'gone') return 'gone';
  if (error?.kind === 'signIn') return 'needsSignIn';
  if (error?.kind === 'refused') return 'refused';
  if (reading !== undefined && isReady(reading) && error === undefined) return 'ready';
  return elapsedMs >= WATCH_MS ? 'stopped' : 'checking';
}

/** The delay before the next poll, in milliseconds; false if the watch has ended. */
export function nextPollDelay(watch: Watch): number | false {
  if (watchState(watch) !== 'checking') return false;
  if (watch.error === undefined) return POLL_MS;
  const requested = (watch.error.retryAfterS ?? 0) * 1000;
  return Math.max(AFTER_FAILURE_MS, Math.min(requested, MAX_DELAY_MS));
}
