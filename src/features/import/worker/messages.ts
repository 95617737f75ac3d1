import type { Refusal } from '#src/convert/source/refusal.ts';
import type { ImportRequest, ImportResult, ImportStage } from './run-import.ts';

/** From the page to the worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly request: ImportRequest;
}

/** From the worker to the page. */
export type WorkerAnswer =
  | { readonly id: number; readonly stage: ImportStage }
  | { readonly id: number; readonly refusal: Refusal }
  /** The page parses the body from its text: receiving the object would block it several times as long. */
  | { readonly id: number; readonly result: Omit<ImportResult, 'body'>; readonly bodyText: string };
