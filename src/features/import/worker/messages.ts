import type { ImportOutcome, ImportRequest, ImportStage } from './run-import.ts';

/** From the page to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: ImportRequest;
}

/** From the worker to the page. */
export type WorkerAnswer =
  | { readonly id: number; readonly stage: ImportStage }
  | { readonly id: number; readonly outcome: ImportOutcome };
