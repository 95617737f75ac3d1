import { expect, test } from 'vitest';
import { detectText } from './detect-kind.ts';

test.each([
  ['A=1\nPROBE_CMD=timeout curl -f http://x/\n', 'env'],
  ['A=1\nSTART=exec docker run --rm x\n', 'env'],
  ['A=1\nC="echo x | curl -d @- b"\n', 'env'],
  ['A=1\ncurl -d "$A" https://example.com/v3/p/edgemgr/deployments', 'curl'],
  ['A=1 docker run nginx', 'docker-run'],
  ['hello', undefined],
])('the kind of %j is %s', (text, kind) => {
  expect(detectText(text)).toBe(kind);
});
