import { describe, expect, test } from 'vitest';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { initialBody } from '#src/domain/deployment/initial.ts';
import { clearAt, keyOrder, writeAt } from './spec-edits.ts';

const root = deploymentGroup;
const template: Path = ['deployment', 'template'];
const container: Path = [...template, 'containers', 0];
const write = (document: Json, path: Path, value: Json) => writeAt(root, document, path, value);
const clear = (document: Json, path: Path) => clearAt(root, document, path);

/** The text of the only container, without the rest of the document. */
function containerText(document: Json): string {
  const body = document as unknown as typeof initialBody;
  return JSON.stringify(body.deployment.template.containers[0]);
}

describe('writeAt', () => {
  test.each<[string, Path, Json, string]>([
    [
      'creates the implied groups along the path',
      [...container, 'resources', 'limits', 'cpu'],
      '1',
      '{"name":"container-0","image_url":"","resources":{"limits":{"cpu":"1"}}}',
    ],
    [
      'creates a list for a first row',
      [...container, 'envs', 0, 'name'],
      'A',
      '{"name":"container-0","image_url":"","envs":[{"name":"A"}]}',
    ],
    [
      'creates a list for a first text',
      [...container, 'args', 0],
      '',
      '{"name":"container-0","image_url":"","args":[""]}',
    ],
    ['keeps the position of a key', [...container, 'name'], 'x', '{"name":"x","image_url":""}'],
  ])('%s', (_what, path, value, wanted) => {
    expect(containerText(write(initialBody, path, value))).toBe(wanted);
  });

  test('puts new keys at the position of their spec, in whatever order they are written', () => {
    const writes: [Path, Json][] = [
      [[...container, 'resources', 'requests', 'memory'], '1'],
      [[...container, 'ports', 0, 'host_port'], 2],
      [[...container, 'resources', 'limits', 'cpu'], '3'],
      [[...container, 'version'], '4'],
      [[...container, 'ports', 0, 'container_port'], 5],
    ];
    const written = writes.reduce<Json>(
      (document, [path, value]) => write(document, path, value),
      initialBody,
    );
    expect(containerText(written)).toBe(
      '{"name":"container-0","image_url":"","version":"4","ports":[{"container_port":5,"host_port":2}],"resources":{"limits":{"cpu":"3"},"requests":{"memory":"1"}}}',
    );
  });

  test('puts a key between known ones and leaves unknown ones in place', () => {
    expect(
      Object.keys(write({ odd: 1, name: 'a', deployment: {} }, ['tags'], []) as object),
    ).toEqual(['odd', 'name', 'tags', 'deployment']);
    expect(Object.keys(write({ deployment: {}, odd: 1 }, ['odder'], 2) as object)).toEqual([
      'deployment',
      'odd',
      'odder',
    ]);
  });

  test.each<[string, Json]>([
    ['null', null],
    ['a text', 'x'],
    ['a number', 0],
  ])('writes a list in place of %s where the API has a list', (_what, present) => {
    expect(JSON.stringify(write({ node_ids: present, name: 'a' }, ['node_ids', 0], 'n'))).toBe(
      '{"node_ids":["n"],"name":"a"}',
    );
    expect(JSON.stringify(write({ tags: present }, ['tags', 0, 'key'], 'k'))).toBe(
      '{"tags":[{"key":"k"}]}',
    );
  });

  test('shares everything that it does not change', () => {
    const next = write(initialBody, ['name'], 'x') as unknown as typeof initialBody;
    expect(next.deployment).toBe(initialBody.deployment);
    expect(write(initialBody, ['name'], '')).toBe(initialBody);
  });
});

describe('clearAt', () => {
  const cpu: Path = [...container, 'resources', 'limits', 'cpu'];
  const memory: Path = [...container, 'resources', 'requests', 'memory'];

  test('removes implied groups with their last member', () => {
    const one = write(initialBody, cpu, '1');
    expect(JSON.stringify(clear(one, cpu))).toBe(JSON.stringify(initialBody));
  });

  test('keeps an implied group that still has a member, known or not', () => {
    const two = write(write(initialBody, cpu, '1'), memory, '2');
    expect(containerText(clear(two, cpu))).toBe(
      '{"name":"container-0","image_url":"","resources":{"requests":{"memory":"2"}}}',
    );
    const odd = write(write(initialBody, cpu, '1'), [...container, 'resources', 'odd'], null);
    expect(containerText(clear(odd, cpu))).toBe(
      '{"name":"container-0","image_url":"","resources":{"odd":null}}',
    );
  });

  test('removes the affinity with its last list', () => {
    const path = [...template, 'affinity', 'pod_affinity'];
    expect(JSON.stringify(clear(write(initialBody, path, []), path))).toBe(
      JSON.stringify(initialBody),
    );
  });

  test.each<[string, Json, Path, string]>([
    [
      'a required group',
      { deployment: { replicas: 1 } },
      ['deployment', 'replicas'],
      '{"deployment":{}}',
    ],
    [
      'the settings',
      { deployment: { template: { configs: { host_pid: true } } } },
      [...template, 'configs', 'host_pid'],
      '{"deployment":{"template":{"configs":{}}}}',
    ],
    [
      'one of two alternatives',
      { http_get: { host: 'a' } },
      ['http_get', 'host'],
      '{"http_get":{}}',
    ],
    ['a row', { tags: [{ key: 'a' }] }, ['tags', 0, 'key'], '{"tags":[{}]}'],
    ['a list', { node_ids: ['a'] }, ['node_ids', 0], '{"node_ids":[]}'],
    ['a group the API does not know', { odd: { a: 1 } }, ['odd', 'a'], '{"odd":{}}'],
  ])('keeps %s, although empty', (_what, document, path, wanted) => {
    expect(JSON.stringify(clear(document, path))).toBe(wanted);
  });

  test('of an absent key changes nothing', () => {
    expect(clear(initialBody, cpu)).toBe(initialBody);
  });
});

describe('keyOrder', () => {
  test('follows the spec of the object that contains the key', () => {
    expect(keyOrder(root, [...container, 'volumes', 3, 'source'])).toEqual([
      'name',
      'type',
      'source',
      'destination',
      'read_only',
      'default_mode',
    ]);
  });

  test.each<[Path]>([[['odd', 'a']], [['node_ids', 0]], [['tags', 0]]])(
    'of %j is unknown',
    (path) => {
      expect(keyOrder(root, path)).toEqual([]);
    },
  );
});
