import { expect, test } from 'vitest';
import type { Json } from '#src/document/json.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { deploymentGroup } from '#src/domain/deployment/deployment.fields.ts';
import { summaryRows } from './summary-rows.ts';

const rows = (document: Json, most = 40) =>
  summaryRows(
    document,
    most,
    (path) => specAt(deploymentGroup, path),
    (text) => text.en,
  );

test('the values of a document stand under the step that asks for them', () => {
  const found = rows({
    name: 'web',
    node_ids: ['a', 'b'],
    deployment: { replicas: 2, template: { containers: [{ name: 'c', command: ['sh', '-c'] }] } },
  });
  expect(found.basics?.rows).toEqual([{ path: ['name'], value: 'web' }]);
  expect(found.target?.rows.map(({ value }) => value)).toEqual(['"a" "b"', '2']);
  expect(found.containers?.rows.map(({ value }) => value)).toEqual(['c', '"sh" "-c"']);
});

test('of a step with many values the first are put in words and the others counted', () => {
  const envs = Array.from({ length: 100 }, (_, at) => ({ name: `N${at}`, value: 'v' }));
  const found = rows({ deployment: { template: { containers: [{ envs }] } } }, 3);
  expect(found.containers?.rows.map(({ value }) => value)).toEqual(['N0', 'v', 'N1']);
  expect(found.containers?.count).toBe(200);
});

test('empty texts and lists are nothing, but where the keys are one’s own', () => {
  const term = { labelSelector: { matchLabels: { a: '' } }, topologyKey: '' };
  const must = 'requiredDuringSchedulingIgnoredDuringExecution';
  const affinity = { podAffinity: { [must]: [term] } };
  const found = rows({ description: '', node_ids: [], deployment: { template: { affinity } } });
  expect(
    Object.values(found).flatMap((step) =>
      step.rows.map(({ path, value }) => [path.at(-1), value]),
    ),
  ).toEqual([['a', '""']]);
});
