import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RolloutService } from '#src/server/rollouts/routes/rollout-service.ts';
import { openEngine, type EngineFailure } from './open-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-engine-'));
const IEF_TARGETS = join(folder, 'targets.json');
writeFileSync(
  IEF_TARGETS,
  JSON.stringify({
    targets: [
      {
        id: 'lab',
        label: 'Lab',
        region: 'cn-north-4',
        endpoint: 'http://127.0.0.1:9',
        auth: { kind: 'token' },
      },
    ],
  }),
);

let service: RolloutService | undefined;
afterEach(async () => {
  // Its store is closed already.
  await service?.stop().catch(() => undefined);
  rmSync(folder, { recursive: true });
});

test('a failure of the engine is reported, and the same one once', async () => {
  const failures: EngineFailure[] = [];
  const opened = await openEngine({ IEF_TARGETS, IEF_STORE: ':memory:' }, (failure) =>
    failures.push(failure),
  );
  if ('reason' in opened) throw new Error(opened.reason);
  service = opened.service;
  await service.store.close();
  service.engine.wake();
  await expect.poll(() => failures).toHaveLength(1);
  service.engine.wake();
  expect(failures).toEqual([{ where: 'pass', error: expect.stringMatching(/\w/) }]);
});
