import { expect, test } from 'vitest';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { putEnv } from './put-env.ts';

const from = { name: 'FROM', value_from: { secret: { name: 's', key: 'k' } } };
const web = { name: 'web', envs: [{ name: 'A', value: '1' }, from], image_url: 'a' };
const body: Json = {
  name: 'x',
  deployment: {
    template: { init_containers: [{ name: 'first' }], containers: [{ name: 'a' }, web] },
  },
};
const added = [
  { name: 'NEW', value: 'n' },
  { name: 'FROM', value: 'text' },
];
const envs = ['deployment', 'template', 'containers', 1, 'envs'];

test('merging replaces variables of the same name and keeps the others', () => {
  const result = putEnv(body, added, { list: 'containers', index: 1, mode: 'merge' })!;
  expect(getIn(result.body, envs)).toEqual([
    { name: 'A', value: '1' },
    { name: 'FROM', value: 'text' },
    { name: 'NEW', value: 'n' },
  ]);
  expect(result.paths).toEqual([
    [...envs, 2],
    [...envs, 1],
  ]);
});

test('replacing keeps only the new variables', () => {
  const result = putEnv(body, added, { list: 'containers', index: 1, mode: 'replace' })!;
  expect(getIn(result.body, envs)).toEqual(added);
  expect(Object.keys(getIn(result.body, envs.slice(0, -1))!)).toEqual([
    'name',
    'envs',
    'image_url',
  ]);
});

test('an init container without variables gets them, and the rest of the body stays the same object', () => {
  const result = putEnv(body, added, { list: 'init_containers', index: 0, mode: 'merge' })!;
  const path = ['deployment', 'template', 'init_containers', 0, 'envs'];
  expect(getIn(result.body, path)).toEqual(added);
  expect(getIn(result.body, envs)).toBe(web.envs);
});

test('nothing to add adds no key', () => {
  const target = { list: 'init_containers', index: 0, mode: 'replace' } as const;
  expect(putEnv(body, [], target)!.body).toEqual(body);
});

test.each<Json>([null, {}, { deployment: { template: { containers: ['text'] } } }])(
  'there is no such container in %j',
  (odd) =>
    expect(putEnv(odd, added, { list: 'containers', index: 0, mode: 'merge' })).toBe(undefined),
);
