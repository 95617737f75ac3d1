import type { Text } from '#src/domain/core/text.ts';
import type { NodeTableReading } from '#src/domain/rollout/read-node-table.ts';
import type { PlanFile } from '#src/domain/rollout/read-plan-file.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { CheckSubject, PlanCheck } from './check-plan.ts';

/** Lists that the worker keeps, because they rarely change. */
export type SharedList = 'rows' | 'nodes' | 'deployments';

/** Work for the worker. A new request of the same kind cancels the one before. */
export type WorkerJob =
  | { readonly kind: 'check'; readonly subject: CheckSubject }
  | { readonly kind: 'table'; readonly text: string; readonly body: JsonObject | undefined }
  | { readonly kind: 'file'; readonly text: string };

/** Long lists travel in parts, as JSON (`eachPart`): each part is a task of its own on both sides. */
export type PlanMessage =
  | {
      readonly list: SharedList;
      /** Undefined for a list that is not known. */
      readonly part: string | undefined;
      readonly isFirst: boolean;
    }
  | { readonly id: number; readonly job: WorkerJob };

/** The results of the jobs, without the list that precedes each of them in parts. */
export interface JobResults {
  check: Omit<PlanCheck, 'byRow'>;
  table: Omit<NodeTableReading, 'rows'>;
  file: Omit<PlanFile, 'rows'> | { readonly problem: Text };
}

export type PlanAnswer =
  | { readonly id: number; readonly part: string }
  | { readonly id: number; readonly result: JobResults[keyof JobResults] }
  /** The error of a job that threw, as text. */
  | { readonly id: number; readonly failed: string };
