import { expect, test } from 'vitest';
import { cloneDocument, type CloneOptions } from './clone-document.ts';

const node = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';
const other = '1ebd8efb-9fdd-44a1-abda-9cdbc287a861';
const original = {
  name: 'edge-web',
  description: 'one',
  node_ids: [node],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always', host_network: false },
      containers: [
        {
          name: 'web',
          image_url: 'nginx:1',
          ports: [
            { container_port: 80, host_port: 80, host_ip: '10.0.0.1' },
            { container_port: 81, host_port: 81, host_ip: '0.0.0.0' },
          ],
        },
      ],
    },
  },
};
const options: CloneOptions = {
  name: 'edge-web-2',
  target: { kind: 'node', id: other },
  from: 'professional',
  edition: 'professional',
  generation: '2024-04',
};
const shown = (losses: ReturnType<typeof cloneDocument>['losses']) =>
  losses.map(({ path }) => path.join('.'));

test('a clone to the same node keeps everything but its name', () => {
  const { document, losses } = cloneDocument(original, {
    ...options,
    target: { kind: 'node', id: node },
  });
  expect(document).toEqual({ ...original, name: 'edge-web-2' });
  expect(losses).toEqual([]);
});

test('on another node, addresses of the old node are dropped and listed', () => {
  const { document, losses } = cloneDocument(original, options);
  expect(document).toMatchObject({ name: 'edge-web-2', node_ids: [other] });
  expect(shown(losses)).toEqual(['deployment.template.containers.0.ports.0.host_ip']);
  const text = JSON.stringify(document);
  expect(text).not.toContain('10.0.0.1');
  expect(text).toContain('0.0.0.0');
});

test('a clone for a group names the group only', () => {
  const target = { kind: 'group', id: 'g' } as const;
  const { document } = cloneDocument(original, { ...options, target, edition: 'platinum' });
  expect(document).toMatchObject({ group_id: 'g' });
  expect(document).not.toHaveProperty('node_ids');
});

test('from platinum to professional, replicas become one', () => {
  const many = { ...original, deployment: { ...original.deployment, replicas: 3 } };
  const { document, losses } = cloneDocument(many, { ...options, from: 'platinum' });
  expect(document).toMatchObject({ deployment: { replicas: 1 } });
  expect(shown(losses)).toContain('deployment.replicas');
});

test('without a target the choice stays open and is no loss', () => {
  const target = { kind: 'node', id: '' } as const;
  const { document, losses } = cloneDocument(original, { ...options, target });
  expect(document).toMatchObject({ node_ids: [] });
  expect(shown(losses)).toEqual(['deployment.template.containers.0.ports.0.host_ip']);
});
