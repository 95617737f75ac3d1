import { expect, test } from 'vitest';
import { namesOfOthers } from './own-deployments.ts';
import { place } from '../submission/scene.testing.ts';

const own = [{ place, id: 'mine' }];
const mine = { id: 'mine', name: 'edge-web' };

test.each([
  ['what the document created itself is no clash', [mine], place, []],
  [
    'another deployment of the same name is one',
    [mine, { id: 'x', name: 'edge-web' }],
    place,
    ['edge-web'],
  ],
  [
    'the same name as a deployment of others is one',
    [{ id: 'x', name: 'edge-web' }],
    place,
    ['edge-web'],
  ],
  ['in another project it is one', [mine], { ...place, projectId: 'f'.repeat(32) }, ['edge-web']],
  ['at another target it is one', [mine], { ...place, targetId: 'south' }, ['edge-web']],
])('%s', (_what, all, here, names) => {
  expect(namesOfOthers(all, own, here)).toEqual(names);
});
