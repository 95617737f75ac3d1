import { expect, it } from 'vitest';
import type { ActionContext } from './row-action.ts';
import { readPods } from './read-pods.ts';

it('reads every page, and an instance that a page repeats once', async () => {
  const pages = [['a', 'b'], ['b', 'c'], ['c']];
  const offsets: (string | undefined)[] = [];
  const call: ActionContext['call'] = async ({ query }) => {
    offsets.push(query?.offset);
    const pods = pages.shift()!.map((id) => ({ id, state: 'RUNNING' }));
    return { kind: 'ok', json: { count: 5, pods }, clockOffsetMs: undefined };
  };
  const pods = await readPods(call, ['web']);
  expect(pods).toMatchObject(['a', 'b', 'c'].map((id) => ({ id, deploymentId: 'web' })));
  expect(offsets).toEqual(['0', '2', '4']);
});
