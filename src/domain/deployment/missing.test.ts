import { expect, test } from 'vitest';
import type { Edition } from '#src/domain/core/context.ts';
import { formatPath } from '#src/json/path.ts';
import { validate } from './validate.ts';

/** The paths of the errors, divided into missing and wrong values. */
function errorsOf(body: unknown, edition: Edition = 'platinum') {
  const issues = validate(body, { edition, generation: '2025' });
  const errors = issues.filter((issue) => issue.severity === 'error');
  const paths = (kind: 'missing' | undefined) =>
    errors.filter((issue) => issue.kind === kind).map((issue) => formatPath(issue.path));
  return { missing: paths('missing'), wrong: paths(undefined) };
}

const configs = { restart_policy: 'Always', host_network: false };
const web = { name: 'web', image_url: 'nginx' };

test('rules mark missing values', () => {
  const container = {
    ...web,
    envs: [{ name: 'A' }, { name: 'B', value_from: {} }],
    ports: [{ container_port: 80 }],
    liveness_probe: {},
  };
  const template = { configs, containers: [container] };
  const found = errorsOf({ name: 'a', deployment: { replicas: 1, template } });
  expect(found.wrong).toEqual([]);
  expect(found.missing).toEqual([
    'node_ids',
    'deployment.template.containers[0].envs[0]',
    'deployment.template.containers[0].envs[1].value_from',
    'deployment.template.containers[0].ports[0]',
    'deployment.template.containers[0].liveness_probe',
  ]);
});

test('migration is missing with a node group, and values with an operator that needs them', () => {
  const affinity = { node_affinity: [{ key: 'zone', operator: 'In', values: [] }] };
  const template = { configs, affinity, containers: [web] };
  const body = { name: 'a', group_id: 'g', deployment: { replicas: 1, template } };
  expect(errorsOf(body).missing).toEqual([
    'deployment.template.configs.migration',
    'deployment.template.affinity.node_affinity[0].values',
  ]);
});

test('conflicting entries are wrong, not missing', () => {
  const port = { container_port: 80, host_port: 80 };
  const containers = [
    { ...web, ports: [port] },
    { ...web, name: 'db', ports: [port], liveness_probe: { exec: { command: 'x' }, http_get: {} } },
  ];
  const template = { configs, containers };
  const body = { name: 'a', node_ids: ['n'], deployment: { replicas: 1, template } };
  const found = errorsOf(body, 'professional');
  expect(found.wrong).toContain('deployment.template.containers[1].ports[0].host_port');
  expect(found.wrong).toContain('deployment.template.containers[1].liveness_probe.exec');
});
