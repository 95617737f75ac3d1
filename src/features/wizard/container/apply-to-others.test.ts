import { expect, test } from 'vitest';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { applyToOthers } from './apply-to-others.ts';

const list = ['deployment', 'template', 'containers'];
const resources = { limits: { cpu: '1' } };
const withContainers = (...containers: Json[]): Json => ({
  deployment: { template: { containers, init_containers: [{ name: 'init' }] } },
});
const source = { list: 'containers', index: 0 } as const;

test('the part of a container replaces that of all others in its list', () => {
  const document = withContainers(
    { name: 'a', resources },
    { name: 'b', resources: { requests: { cpu: '2' } } },
    { name: 'c' },
  );
  const result = applyToOthers(deploymentGroup, document, source, 'resources');
  expect(result).toEqual(
    withContainers({ name: 'a', resources }, { name: 'b', resources }, { name: 'c', resources }),
  );
  const copies = [1, 2].map((index) => getIn(result, [...list, index, 'resources']));
  expect(copies[0], 'each container has its own copy').not.toBe(copies[1]);
});

test('a part that is absent is removed from the others', () => {
  const probe = { exec: { command: ['true'] } };
  const document = withContainers({ name: 'a' }, { name: 'b', liveness_probe: probe });
  expect(applyToOthers(deploymentGroup, document, source, 'liveness_probe')).toEqual(
    withContainers({ name: 'a' }, { name: 'b' }),
  );
});

test('values that are not containers stay unchanged', () => {
  const document = withContainers({ name: 'a', resources }, null, 'x', [1]);
  expect(applyToOthers(deploymentGroup, document, source, 'resources')).toEqual(document);
});
