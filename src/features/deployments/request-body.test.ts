import { expect, test } from 'vitest';
import { requestBody } from './request-body.ts';

const template = {
  init_containers: [{ image_url: 'busybox:1' }],
  containers: [{ image_url: 'nginx:1' }, { image_url: 'nginx:1' }, { image_url: 5 }, null],
};

test('the body has the form of a request, without what the service sets or leaves empty', () => {
  const record = {
    id: '1',
    name: 'web',
    description: '',
    node_ids: ['n'],
    group_id: '',
    tags: [],
    ready_replicas: 1,
    created_at: 'now',
    replicas: 0,
    template,
  };
  expect(requestBody(record)).toEqual({
    name: 'web',
    node_ids: ['n'],
    deployment: { replicas: 0, template },
  });
});

test('a deployment to a group has no nodes of its own', () => {
  const record = { name: 'web', node_ids: ['n'], group_id: 'g', template };
  expect(requestBody(record)).toEqual({ name: 'web', group_id: 'g', deployment: { template } });
});
