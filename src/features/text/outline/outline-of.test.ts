import { expect, test } from 'vitest';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { outlineOf, type OutlineEntry } from './outline-of.ts';

const lines = (entries: readonly OutlineEntry[], indent = ''): readonly string[] =>
  entries.flatMap(({ path, label, count, children }) => [
    `${indent}${label.en} ${count} ${formatPath(path)}`,
    ...lines(children, `${indent}  `),
  ]);

test('lists and objects are entries with the number of their members, in the order of the text', () => {
  const document: Json = {
    name: 'web',
    tags: [{ key: 'a', value: 'b' }],
    deployment: {
      replicas: 1,
      template: {
        containers: [
          { name: 'c', image_url: 'x', envs: [{ name: 'A' }, { name: 'B' }], ports: [] },
          { image_url: 'y', resources: { limits: {} }, future: { z: 1 } },
          'odd',
        ],
        configs: { host_network: false },
      },
    },
  };
  expect(lines(outlineOf(deploymentGroup, document))).toEqual([
    'Tags 1 tags',
    'Containers 3 deployment.template.containers',
    '  c 4 deployment.template.containers[0]',
    '    Environment variables 2 deployment.template.containers[0].envs',
    '    Ports 0 deployment.template.containers[0].ports',
    '  [1] 3 deployment.template.containers[1]',
    '    Resources 1 deployment.template.containers[1].resources',
    '    future 1 deployment.template.containers[1].future',
    '  [2] 0 deployment.template.containers[2]',
    'Instance settings 1 deployment.template.configs',
  ]);
});

test.each<[Json]>([[null], ['x'], [[]], [{}], [{ deployment: [] }]])(
  '%j does not fail',
  (document) => {
    expect(outlineOf(deploymentGroup, document).length).toBeLessThan(2);
  },
);
