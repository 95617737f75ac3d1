import { expect, test } from 'vitest';
import type { JsonObject } from '#src/json/value.ts';
import type { Facts } from '#src/domain/core/context.ts';
import { referencesExist } from './references.rules.ts';

const facts: Facts = { configmaps: [{ name: 'known', keys: ['a'] }] };

function bodyWith(...names: string[]) {
  const containers = names.map((name) => ({
    envs: [{ name: 'A', value_from: { configmap: { name, key: 'a' } } }],
  }));
  return { deployment: { template: { containers } } };
}

const pathsIn = (body: JsonObject, known = facts) =>
  referencesExist
    .check(body, { edition: 'professional', facts: known })
    .map(({ path }) => path.join('.'));

const nameIn = (index: number) =>
  `deployment.template.containers.${index}.envs.0.value_from.configmap.name`;

test('a cached finding is reported at the new index of the container', () => {
  const body = bodyWith('known', 'unknown');
  expect(pathsIn(body)).toEqual([nameIn(1)]);
  const [known = {}, unknown = {}] = body.deployment.template.containers;
  expect(pathsIn({ deployment: { template: { containers: [unknown, known] } } })).toEqual([
    nameIn(0),
  ]);
});

test('an edited copy of a container is checked again', () => {
  const body = bodyWith('unknown');
  expect(pathsIn(body)).toEqual([nameIn(0)]);
  expect(pathsIn(bodyWith('known'))).toEqual([]);
  expect(pathsIn(body)).toEqual([nameIn(0)]);
});

test('a container is checked again with other facts', () => {
  const body = bodyWith('unknown');
  expect(pathsIn(body)).toEqual([nameIn(0)]);
  expect(pathsIn(body, { configmaps: [{ name: 'unknown', keys: ['a'] }] })).toEqual([]);
});
