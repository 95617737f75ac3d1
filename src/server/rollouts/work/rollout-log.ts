import { describeError } from '#src/server/http/kit/describe-error.ts';
import type { WorkerEvent } from '#src/server/rollouts/work/worker-state.ts';
import type { RolloutLogEntry } from '#src/server/http/kit/request-log.ts';
import type { Clock } from '#src/server/time/clock.ts';

/** The same failure is logged once in so many milliseconds: a store that is gone fails with every statement. */
const REPEAT_MS = 10_000;

/** Logs start, states and end of rollouts, and failures of their store. Rows are counted by the metrics. */
export function createRolloutLog(
  log: (entry: RolloutLogEntry) => void,
  clock: Clock,
): (event: WorkerEvent) => void {
  const failures = new Map<string, number>();

  function isRepeated(failure: string): boolean {
    const now = clock.elapsed();
    for (const [known, at] of failures) if (now - at >= REPEAT_MS) failures.delete(known);
    if (failures.has(failure)) return true;
    failures.set(failure, now);
    return false;
  }

  return function logEvent(event) {
    const { rolloutId: rollout, target } = event;
    const about = { time: new Date(clock.wall()).toISOString(), rollout, target };
    if (event.event === 'start') {
      const { action, total, of } = event;
      log({ ...about, level: 'info', event: 'rollout-start', action, total, of });
    } else if (event.event === 'state') {
      const { state, reason, counts } = event;
      const level = state === 'stopped' || state === 'needs-token' ? 'warn' : 'info';
      log({ ...about, level, event: 'rollout-state', state, reason, ...counts });
    } else if (event.event === 'failure') {
      const error = describeFailure(event.error);
      const { where } = event;
      if (isRepeated(`${rollout} ${where} ${error}`)) return;
      log({ ...about, level: 'error', event: 'rollout-failure', where, error });
    }
  };
}

/** The code of the database, such as SQLITE_FULL, or the class and place of a bug. A message could contain a value. */
function describeFailure(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  if (typeof code === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(code)) return code;
  return error instanceof Error ? describeError(error) : 'unknown';
}
