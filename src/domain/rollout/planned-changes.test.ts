import { expect, test } from 'vitest';
import type { JsonObject } from '#src/json/value.ts';
import { changesOfBody, countChanges, withoutChange } from './planned-changes.ts';

const body: JsonObject = {
  description: 'Line 7',
  deployment: {
    replicas: 2,
    template: {
      containers: [
        { name: 'web', image_url: 'web:2', envs: [{ name: 'A', value: '1' }] },
        { name: 'log', resources: { limits: { cpu: null } } },
      ],
      volumes: [],
    },
  },
};
const template = '/deployment/template';

test('the values that a body sets are listed, items of lists by name', () => {
  expect(changesOfBody(body).map(({ pointer, value }) => [pointer, value])).toEqual([
    ['/description', 'Line 7'],
    ['/deployment/replicas', 2],
    [`${template}/containers/name=web/image_url`, 'web:2'],
    [`${template}/containers/name=web/envs/name=A/value`, '1'],
    [`${template}/containers/name=log/resources/limits/cpu`, null],
    [`${template}/volumes`, []],
  ]);
  expect(changesOfBody(undefined)).toEqual([]);
  expect(changesOfBody({})).toEqual([]);
});

test('the name of a configmap is a value like others, because its object is no item of a list', () => {
  const configmap = { name: 'new', key: 'k' };
  const values: JsonObject = {
    deployment: {
      template: { containers: [{ name: 'web', envs: [{ name: 'A', value_from: { configmap } }] }] },
    },
  };
  const env = `${template}/containers/name=web/envs/name=A/value_from/configmap`;
  const [name, key, ...others] = changesOfBody(values);
  expect([name, key]).toMatchObject([
    { pointer: `${env}/name`, value: 'new' },
    { pointer: `${env}/key`, value: 'k' },
  ]);
  expect(others).toEqual([]);
  const left = withoutChange(values, key!.path);
  expect(changesOfBody(left)).toEqual([name]);
});

test('a row counts its own values, too', () => {
  expect(countChanges({ body }, { id: 'a', values: { '/description': 'x' } })).toBe(7);
  expect(countChanges({ body: undefined }, { id: 'a' })).toBe(0);
});

test('each change can be taken out, and what is then empty goes with it', () => {
  let left: JsonObject | undefined = body;
  let count = changesOfBody(body).length;
  for (; left !== undefined; count--) {
    const changes = changesOfBody(left);
    expect(changes).toHaveLength(count);
    left = withoutChange(left, changes[0]!.path);
  }
  expect(count).toBe(0);
  const env = changesOfBody(body)[3]!;
  expect(withoutChange(body, env.path)).toMatchObject({
    deployment: { template: { containers: [{ name: 'web', image_url: 'web:2' }, {}] } },
  });
  expect(JSON.stringify(withoutChange(body, env.path))).not.toContain('envs');
});
