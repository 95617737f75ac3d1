import type { JsonObject } from '#src/json/value.ts';
import type { Lookup } from '#src/domain/lookup/lookup.ts';
import type { RolloutRow, RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { UpdateChange } from '#src/convert/merge/apply-update.ts';
import type { CallOutcome, TargetCall } from './call-target.ts';

/** The context of an action. `call` adds the credentials. */
export interface ActionContext {
  readonly record: RolloutRecord;
  readonly call: (call: TargetCall) => Promise<CallOutcome>;
  /** The body of a row; undefined for a delete, or if it was erased. */
  readonly bodyOf: (row: RolloutRow) => JsonObject | undefined;
  /** The changes of an update. */
  readonly changeOf: (row: RolloutRow) => RowChange;
  /** The state of a node, such as `RUNNING`; undefined if it is not known. */
  readonly nodeState: (id: string) => string | undefined;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly wall: () => number;
}

/** A change of a deployment, or the one to roll back. */
export interface RowChange extends UpdateChange {
  readonly restore?: RowRestore | undefined;
}

/** The documents that a roll back restores. */
export interface RowRestore {
  readonly to: JsonObject;
  /** The document after the update; undefined after a delete. */
  readonly from?: JsonObject;
}

/** A request that got no answer that helps: try again later, or sign in. */
export type FailedCall = Exclude<CallOutcome, { readonly kind: 'ok' }>;

/** The next step of a claimed row. */
export type Preparation =
  | {
      readonly kind: 'send';
      readonly call: TargetCall;
      readonly baseline?: string;
      readonly name?: string;
    }
  /** Nothing needs to be sent, or nothing may be. */
  | { readonly kind: 'settled'; readonly patch: RowPatch }
  /** Its node is offline. */
  | { readonly kind: 'offline'; readonly baseline: string; readonly name: string }
  | { readonly kind: 'failed'; readonly outcome: FailedCall };

/** One look at a row of unknown outcome. `lookup` has the time of the next one. */
export type LookupStep =
  | { readonly kind: 'settled'; readonly patch: RowPatch }
  | { readonly kind: 'absent' }
  | { readonly kind: 'waiting'; readonly lookup: Lookup }
  | { readonly kind: 'failed'; readonly outcome: FailedCall };

/** The steps of one kind of rollout with a row. Nothing here is stored: the worker does that. */
export interface RowAction {
  /** Looks before anything is sent. */
  prepare(row: RolloutRow, context: ActionContext): Promise<Preparation>;
  /** Interprets a successful response; undefined if it is not about this row. */
  accept(json: unknown, row: RolloutRow): RowPatch | undefined;
  /** Interprets a refusal. */
  explainRefusal(
    outcome: Extract<CallOutcome, { kind: 'refused' }>,
    row: RolloutRow,
    context: ActionContext,
  ): Promise<RowPatch>;
  lookUp(
    row: RolloutRow,
    lookup: Lookup,
    context: ActionContext,
    now: () => number,
  ): Promise<LookupStep>;
  /** The accepted rows that are ready or gone, by position. Absent rows are still starting. */
  checkReady(
    rows: readonly RolloutRow[],
    context: ActionContext,
  ): Promise<ReadonlyMap<number, RowPatch> | FailedCall>;
  /** Fails a row that is not ready in time. */
  explainLate(row: RolloutRow, context: ActionContext): Promise<RowPatch>;
}

export function failRow(code: string, message: string): RowPatch {
  return { state: 'failed', error_code: code, error_message: message };
}

/** A row that the target has taken over. The worker adds the time. */
export function acceptRow(deploymentId: string): RowPatch {
  return { state: 'accepted', deployment_id: deploymentId, error_code: null, error_message: null };
}

export const readyRow: RowPatch = { state: 'ready', error_code: null, error_message: null };

/** True only for a 404 of the service itself: gateways, proxies and our own server use it for other reasons. */
export function saysGone(outcome: CallOutcome): boolean {
  return (
    outcome.kind === 'refused' &&
    outcome.status === 404 &&
    !/^(?:BUILDER\.|APIGW\.|HTTP )/.test(outcome.code)
  );
}

/** Only a running node starts a deployment; an unknown state counts as running. */
export function isOffline(state: string | undefined): boolean {
  return state !== undefined && state !== '' && state !== 'RUNNING' && state !== 'UPGRADING';
}
