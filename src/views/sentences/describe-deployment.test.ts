import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { toDrawnDeployment } from '../drawing/model/drawn-deployment.ts';
import { describeDeployment, type TargetNames } from './describe-deployment.ts';

const body = (containers: Json, more: Record<string, Json> = {}, configs: Json = {}): Json => ({
  name: 'x',
  node_ids: ['id-1'],
  ...more,
  deployment: { replicas: 1, template: { containers, configs } },
});

const describe = (
  document: Json,
  language: 'en' | 'zh' = 'en',
  names: TargetNames = { node: 'y' },
) => describeDeployment(toDrawnDeployment(document), names).map((text) => text[language]);

const web = {
  name: 'web',
  image_url: 'nginx:alpine',
  ports: [{ container_port: 80, host_port: 8080 }],
};

test('says what is created, where, from which image, and which port is opened', () => {
  const document = body([web], {}, { restart_policy: 'Always' });
  expect(describe(document)).toEqual([
    'Creates 1 instance of “x” on node “y”.',
    'The node pulls nginx:alpine.',
    'Port 8080 on the node is forwarded to port 80 of web.',
    'A container that exits is always restarted.',
  ]);
  expect(describe(document, 'zh')).toEqual([
    '在节点“y”上创建应用部署“x”的 1 个实例。',
    '节点拉取镜像 nginx:alpine。',
    '节点端口 8080 转发到 web 的端口 80。',
    '容器退出后总是重启。',
  ]);
});

test('says the ID of an unknown node, and that no node is chosen', () => {
  expect(describe(body([]), 'en', {})).toEqual(['Creates 1 instance of “x” on node “id-1”.']);
  expect(describe(body([], { node_ids: [] }))).toEqual([
    'Creates 1 instance of “x”. No node is chosen yet.',
  ]);
});

test('a node group, init containers, one registry, a port range and host paths', () => {
  const { node_ids: _, ...rest } = body([
    {
      name: 'a',
      image_url: 'r/p/a:1',
      privileged: true,
      volumes: [
        { name: 'v', type: 'hostPath', source: '/dev/ttyUSB0', destination: '/dev/ttyUSB0' },
        { name: 'c', type: 'configMap', source: 'mqtt', destination: '/etc/mqtt' },
      ],
      envs: [{ name: 'P', value_from: { secret: { name: 'login', key: 'p' } } }],
      ports: [
        { container_port: 80, host_ip: '10.0.0.1', host_port_range: { min_port: 1, max_port: 9 } },
      ],
    },
  ]) as { node_ids: Json; deployment: { template: object } };
  const document = {
    ...rest,
    group_id: 'g',
    deployment: {
      replicas: 2,
      template: {
        ...rest.deployment.template,
        init_containers: [{ name: 'i', image_url: 'r/p/i:1' }],
      },
    },
  } as Json;
  expect(describe(document, 'en', { group: 'plant' })).toEqual([
    'Creates 2 instances of “x” on nodes of the group “plant”.',
    'Runs i to completion first.',
    'The node pulls 2 images from r/p.',
    'A free port from 1–9 on the node (10.0.0.1) is forwarded to port 80 of a.',
    'a gets access to /dev/ttyUSB0 on the node.',
    'a reads the configmap mqtt.',
    'a reads the secret login.',
    'a gets almost all rights on the node (privileged).',
  ]);
});

test('with the host network no port is forwarded, and many ports are counted', () => {
  expect(describe(body([web], {}, { host_network: true }))).toContain(
    'The containers use the network of the node: every port they open is a port on the node.',
  );
  const ports = Array.from({ length: 7 }, (_, index) => ({
    container_port: 1,
    host_port: index + 1,
  }));
  expect(describe(body([{ ...web, ports }]))).toContain(
    '7 ports on the node are forwarded to containers.',
  );
});

test('containers without a name have a number, in both languages', () => {
  const port = (number: number) => ({ ports: [{ container_port: number, host_port: number }] });
  const document = body([port(1), { ...port(2), privileged: true }]);
  expect(describe(document)).toContain('Port 2 on the node is forwarded to port 2 of Container 2.');
  expect(describe(document)).toContain(
    'Container 2 gets almost all rights on the node (privileged).',
  );
  expect(describe(document, 'zh')).toContain('节点端口 2 转发到容器 2 的端口 2。');
});

test.each<Json>([
  null,
  [],
  'x',
  { deployment: 7 },
  { deployment: { template: { containers: [1, null] } } },
])('describes any JSON: %j', (document) =>
  expect(describe(document)[0]).toMatch(/^Creates 1 instance of the unnamed deployment/),
);
