import { compareEdits, compareRows, type CompareRequest } from './compare-texts.ts';

self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  const { kind, before, after } = data;
  const result = kind === 'rows' ? compareRows(before, after) : compareEdits(before, after);
  // A worker has only one page; the rule is about windows.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(result);
});
