import { expect, test } from 'vitest';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Json } from '#src/json/value.ts';
import { toPointer } from '#src/json/path.ts';
import { fieldPaths } from './field-paths.ts';

const pathsOf = (document: Json, limit = 1000) =>
  fieldPaths(deploymentGroup, document, '2024-04', limit).map(toPointer);

test('finds the fields of the initial document, also those without a value', () => {
  const paths = pathsOf(initialBody);
  expect(paths).toContain('/description');
  expect(paths).toContain('/node_ids');
  expect(paths).not.toContain('/group_id');
  expect(paths).toContain('/deployment/template/containers/0/image_url');
  expect(paths).toContain('/deployment/template/containers/0/resources/limits/cpu');
  expect(paths).toContain('/deployment/template/configs/restart_policy');
  // A probe that is off has no fields.
  expect(paths).toContain('/deployment/template/containers/0/liveness_probe');
  expect(paths).not.toContain('/deployment/template/containers/0/liveness_probe/http_get/port');
});

test('a row of a list is one entry, and a field of another generation only counts if it has a value', () => {
  const body = (container: Json): Json => ({
    deployment: { template: { containers: [container] } },
  });
  const base = '/deployment/template/containers/0';
  const paths = pathsOf(body({ envs: [{ name: 'A', value: 'x' }], ports: 'none' }));
  expect(paths).toContain(`${base}/envs/0`);
  expect(paths).not.toContain(`${base}/envs/0/name`);
  expect(paths).toContain(`${base}/ports`);
  expect(paths).not.toContain(`${base}/run_as_user`);
  expect(pathsOf(body({ run_as_user: 7 }))).toContain(`${base}/run_as_user`);
});

test('the number of paths is bounded', () => {
  const envs = Array.from({ length: 500 }, (_, index) => ({ name: `V${index}`, value: '' }));
  expect(
    pathsOf({ deployment: { template: { containers: [{ envs }] } } }, 100).length,
  ).toBeLessThanOrEqual(100);
});
