import { expect, test } from 'vitest';
import { namesOfOthers } from './own-deployments.ts';
import { place } from '../submission/scene.testing.ts';

const own = [{ place, id: 'mine' }];
const mine = { id: 'mine', name: 'edge-web' };

test.each([
  ['a deployment of this document is not a conflict', [mine], place, []],
  [
    'another deployment of the same name is a conflict',
    [mine, { id: 'x', name: 'edge-web' }],
    place,
    ['edge-web'],
  ],
  [
    'the name of someone else’s deployment is a conflict',
    [{ id: 'x', name: 'edge-web' }],
    place,
    ['edge-web'],
  ],
  ['in another project it is one', [mine], { ...place, projectId: 'f'.repeat(32) }, ['edge-web']],
  ['at another target it is one', [mine], { ...place, targetId: 'south' }, ['edge-web']],
])('%s', (_what, all, here, names) => {
  expect(namesOfOthers(all, own, here)).toEqual(names);
});
