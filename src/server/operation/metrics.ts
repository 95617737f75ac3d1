import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WorkerEvent } from '#src/server/rollouts/work/worker-state.ts';
import { createRolloutMetrics, type OpenRollouts } from './rollout-metrics.ts';
import type { LogEntry } from '#src/server/http/kit/request-log.ts';

/** Metrics in the Prometheus text format. */
export interface Metrics {
  /** Counts one request. Labels come from the route table, never from the request. */
  count(entry: LogEntry): void;
  /** Counts what happened in a rollout. */
  countRollout(event: WorkerEvent): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** In seconds; the timeout of a target is 60. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

interface MetricsOptions {
  /** Adds the metrics of Node itself. Default: true. */
  readonly withProcess?: boolean;
  /** Undefined if there is no store. */
  readonly readOpenRollouts?: (() => Promise<OpenRollouts>) | undefined;
}

/** `inFlight` returns the number of requests in flight. */
export function createMetrics(
  inFlight: () => number,
  { withProcess = true, readOpenRollouts }: MetricsOptions = {},
): Metrics {
  const registry = new Registry();
  if (withProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'ief_http_requests_total',
    help: 'HTTP requests by route template, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const outcomes = new Counter({
    name: 'ief_create_outcomes_total',
    help: 'Creates by outcome: created, refused, unknown, not_sent, replayed.',
    labelNames: ['target', 'outcome'],
    registers,
  });
  const upstream = new Histogram({
    name: 'ief_upstream_seconds',
    help: 'Response time of a target in seconds.',
    labelNames: ['target', 'route'],
    buckets: BUCKETS,
    registers,
  });
  const rolloutMetrics = createRolloutMetrics(registry);
  const inFlightGauge = new Gauge({
    name: 'ief_in_flight_requests',
    help: 'Requests in flight.',
    registers,
  });
  return {
    count({ route, method, status, target = '', outcome, upstreamMs }) {
      requests.inc({ route, method: METHODS.includes(method) ? method : 'other', status });
      if (outcome !== undefined) outcomes.inc({ target, outcome });
      if (upstreamMs !== undefined) upstream.observe({ target, route }, upstreamMs / 1000);
    },
    countRollout: rolloutMetrics.count,
    async text() {
      inFlightGauge.set(inFlight());
      // A store that fails must not take the other metrics along.
      rolloutMetrics.show(await readOpenRollouts?.().catch(() => undefined));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** Clients can invent methods; only these get a label of their own. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
