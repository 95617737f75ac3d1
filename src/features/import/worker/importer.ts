// oxlint does not understand the query in the import.
// oxlint-disable-next-line import/default
import workerUrl from './import.worker.ts?worker&url';
import type { Json } from '#src/json/value.ts';
import { startWorker } from '#src/ui/parts/start-worker.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import type { WorkerAnswer, WorkerRequest } from './messages.ts';
import type { ImportOutcome, ImportRequest, ImportStage } from './run-import.ts';

/** Converts in a worker, one request at a time. */
export interface Importer {
  /** Cancels the previous request. Rejects if the worker cannot be loaded; never settles once canceled. */
  run(request: ImportRequest, onStage: (stage: ImportStage) => void): Promise<ImportOutcome>;
  /** Cancels the current request. */
  cancel(): void;
}

export function createImporter(): Importer {
  let worker: Worker | undefined;
  let isBusy = false;
  let lastId = 0;

  const stop = () => {
    worker?.terminate();
    worker = undefined;
    isBusy = false;
  };
  return {
    run(request, onStage) {
      // A conversion cannot be interrupted, so its worker is replaced.
      if (isBusy) stop();
      worker ??= startWorker(workerUrl);
      isBusy = true;
      const id = ++lastId;
      const current = worker;
      return new Promise((resolve, reject) => {
        const leaving = new AbortController();
        current.addEventListener(
          'message',
          ({ data }: MessageEvent<WorkerAnswer>) => {
            if (data.id !== id) return;
            if ('stage' in data) return onStage(data.stage);
            leaving.abort();
            isBusy = false;
            if ('refusal' in data) return resolve({ refusal: data.refusal });
            const { result, bodyText } = data;
            // Parsing is a task of its own.
            void nextTask().then(() =>
              resolve({ result: { ...result, body: JSON.parse(bodyText) as Json } }),
            );
          },
          { signal: leaving.signal },
        );
        current.addEventListener(
          'error',
          ({ message }) => {
            if (current === worker) stop();
            reject(new Error(message || 'the import worker could not be loaded'));
          },
          { signal: leaving.signal },
        );
        const message: WorkerRequest = { id, request };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        current.postMessage(message);
      });
    },
    cancel: stop,
  };
}
