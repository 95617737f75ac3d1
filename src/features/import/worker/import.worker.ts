import type { WorkerAnswer, WorkerRequest } from './messages.ts';
import { runImport } from './run-import.ts';

self.addEventListener('message', ({ data: { id, request } }: MessageEvent<WorkerRequest>) => {
  const outcome = runImport(request, (stage) => answer({ id, stage }));
  if ('refusal' in outcome) return answer({ id, ...outcome });
  const { body, ...result } = outcome.result;
  answer({ id, result, bodyText: JSON.stringify(body) });
});

function answer(message: WorkerAnswer): void {
  // A worker has only one page; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message);
}
