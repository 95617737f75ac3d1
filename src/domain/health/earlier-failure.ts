import { isPodFailed } from './deployment-state.ts';
import { pointsToCause, type FailureReport } from './explain-failure.ts';

/** An instance's report of its failure, and what it reported before that. */
export interface RememberedReport extends Omit<FailureReport, 'podName'> {
  readonly id: string;
  readonly restarts: number;
}

/**
 * Adds the last report that pointed to a cause to those that do not. While a pull backs off, the service
 * only says that it waits, no longer why the pull failed.
 */
export function rememberFailures<Report extends RememberedReport>(
  before: readonly Report[],
  now: readonly Report[],
): readonly Report[] {
  const byId = new Map(before.map((report) => [report.id, report]));
  return now.map((report) => {
    const last = byId.get(report.id);
    // A restart is a new try, which may fail for another reason.
    if (last?.restarts !== report.restarts) return report;
    if (!isPodFailed(report.state) || pointsToCause(report)) return report;
    const isTelling = isPodFailed(last.state) && pointsToCause(last);
    const { reason, message } = last;
    const earlier = isTelling ? { reason, message } : last.earlier;
    return earlier ? { ...report, earlier } : report;
  });
}
