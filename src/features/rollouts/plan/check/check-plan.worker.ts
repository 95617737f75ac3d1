import { checkPlan, type CheckRequest } from './check-plan.ts';

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  void checkPlan(data).then((check) => {
    // A worker has only one page; the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    self.postMessage(check);
  });
});
