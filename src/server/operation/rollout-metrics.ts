import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { WorkerEvent } from '#src/server/rollouts/work/worker-state.ts';

/** The numbers of open rollouts and of their rows, by state. */
export interface OpenRollouts {
  readonly rollouts: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
}

/** In seconds. A claim is one statement. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** The metrics of rollouts. Labels are targets, states and outcomes, never rows. */
export function createRolloutMetrics(registry: Registry): {
  readonly count: (event: WorkerEvent) => void;
  /** Shows the open rollouts of the store; undefined if they are not known. */
  readonly show: (open: OpenRollouts | undefined) => void;
} {
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: readonly string[]) =>
    new Counter({ name: `ief_rollout_${name}`, help, labelNames, registers });
  const rows = counter('rows_total', 'Rows of rollouts by the state they reached.', [
    'target',
    'state',
  ]);
  const sends = counter('sends_total', 'Requests of rollouts that change something, by outcome.', [
    'target',
    'outcome',
  ]);
  const retries = counter('retries_total', 'Rows that were put back to be sent again.', ['target']);
  const lookups = counter('lookups_total', 'Looks at rows of unknown outcome, by result.', [
    'target',
    'result',
  ]);
  const failures = counter('failures_total', 'Work that failed, mostly because the store did.', [
    'where',
  ]);
  const claims = new Histogram({
    name: 'ief_rollout_claim_seconds',
    help: 'Time to claim rows in the store.',
    buckets: BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ['state'], registers });
  const openRollouts = gauge('ief_rollouts', 'Rollouts that have not ended, by state.');
  const openRows = gauge('ief_rollout_rows', 'Rows of rollouts that have not ended, by state.');
  return {
    count(event) {
      const { target } = event;
      if (event.event === 'row') rows.inc({ target, state: event.state });
      if (event.event === 'send') sends.inc({ target, outcome: event.outcome });
      if (event.event === 'retry') retries.inc({ target });
      if (event.event === 'lookup') lookups.inc({ target, result: event.outcome });
      if (event.event === 'failure') failures.inc({ where: event.where });
      if (event.event === 'claim') claims.observe(event.ms / 1000);
    },
    show(open) {
      openRollouts.reset();
      openRows.reset();
      for (const [state, count] of Object.entries(open?.rollouts ?? {}))
        openRollouts.set({ state }, count);
      for (const [state, count] of Object.entries(open?.rows ?? {})) openRows.set({ state }, count);
    },
  };
}
