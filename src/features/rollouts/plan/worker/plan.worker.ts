import type { PlanMessage } from './messages.ts';
import { createPlanJobs } from './plan-jobs.ts';

const handle = createPlanJobs((message) => {
  // A worker has only one page; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message);
});

self.addEventListener('message', ({ data }: MessageEvent<PlanMessage>) => handle(data));
