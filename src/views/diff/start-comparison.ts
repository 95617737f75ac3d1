// oxlint does not understand the query in the import.
// oxlint-disable-next-line import/default
import workerUrl from './compare.worker.ts?worker&url';
import { startWorker } from '#src/ui/parts/start-worker.ts';
import type { CompareRequest, CompareResults } from './compare-texts.ts';

interface RunningComparison<K extends keyof CompareResults> {
  /** Rejects if the worker fails; never settles once stopped. */
  readonly result: Promise<CompareResults[K]>;
  stop(): void;
}

/** Compares two texts in a worker of its own: a long text diff takes seconds, and can only be stopped with its worker. */
export function startComparison<K extends keyof CompareResults>(
  kind: K,
  before: string,
  after: string,
): RunningComparison<K> {
  const worker = startWorker(workerUrl);
  const result = new Promise<CompareResults[K]>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CompareResults[K]>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      worker.terminate();
      reject(new Error(message || 'the worker could not be loaded'));
    });
  });
  const request: CompareRequest = { kind, before, after };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  worker.postMessage(request);
  return { result, stop: () => worker.terminate() };
}
