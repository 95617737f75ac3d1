import { expect, test } from 'vitest';
import { contradictionsOf } from './compare-sent.ts';

const documentOf = (container: object, more: object = {}) =>
  ({
    name: 'edge-web',
    node_ids: ['n'],
    deployment: { replicas: 1, template: { containers: [{ name: 'web', ...container }] }, ...more },
  }) as never;
const bodyOf = (container: object, more: object = {}) => {
  const { deployment } = documentOf(container, more) as { deployment: never };
  return { deployment };
};

test('keys that the service fills in, and empty values that it leaves out, are no difference', () => {
  const sent = bodyOf({ image_url: 'web:1', version: '', envs: [] }, { annotations: { a: 'b' } });
  const live = documentOf({ image_url: 'web:1', privileged: false, npu_type: '', cpu: 'new' });
  expect(contradictionsOf({ ...sent, description: '' }, live)).toEqual([]);
});

test('another value, a missing row and an additional row are differences', () => {
  const envs = [{ name: 'A', value: '1' }];
  const found = contradictionsOf(
    bodyOf({ image_url: 'web:2', envs }),
    documentOf({ image_url: 'web:1', envs: [...envs, { name: 'B', value: '2' }] }),
  );
  expect(found.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    'changed /deployment/template/containers/0/image_url',
    'added /deployment/template/containers/0/envs/1',
  ]);
  expect(contradictionsOf(bodyOf({ envs }), documentOf({ image_url: 'x' }))).toHaveLength(1);
});

test('a key that the update removed and that is still there is a difference', () => {
  const before = documentOf({ image_url: 'web:1', version: 'v1' });
  expect(contradictionsOf(bodyOf({ image_url: 'web:1' }), before, before)).toMatchObject([
    { kind: 'added', after: 'v1' },
  ]);
});
