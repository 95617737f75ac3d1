import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { takeBaseline, type Baseline } from '#src/domain/health/baseline.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';

/** The state before a row was sent, and the body that was sent. */
export interface RowBaseline {
  /** The nodes of the deployment. */
  readonly nodes: readonly string[];
  /** The deployment as a document before the first request of the row. */
  readonly previous?: JsonObject;
  /** The body of the last update that was sent or is about to be. */
  readonly sent?: JsonObject;
  /** The instances before that; null if it restarts none. */
  readonly pods?: Baseline | null;
}

export function readBaseline({ baseline }: Pick<RolloutRow, 'baseline'>): RowBaseline | undefined {
  return baseline === null ? undefined : (JSON.parse(baseline) as RowBaseline);
}

/** An instance, as far as rollouts look at it. */
export interface RowPod {
  readonly id: string;
  readonly deploymentId: string;
  readonly state: string;
  /** Of all its containers. */
  readonly restarts: number;
  /** Its own messages, most important first. */
  readonly reasons: readonly string[];
}

export function baselineOf(pods: readonly RowPod[], now: number): Baseline {
  return takeBaseline(pods, now, null);
}

export function readPod(json: JsonObject): RowPod {
  const containers = asList(json.containers).map(asObject);
  const restarts = containers.map(({ restarts }) => (typeof restarts === 'number' ? restarts : 0));
  const explained = [json, ...containers].flatMap(({ reason, message }) => [reason, message]);
  return {
    id: textOf(json.id),
    deploymentId: textOf(json.deployment_id),
    state: textOf(json.state),
    restarts: restarts.reduce((sum, count) => sum + count, 0),
    reasons: [...new Set(explained.map(textOf).filter((text) => text !== ''))],
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
