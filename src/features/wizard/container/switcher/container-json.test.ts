import { expect, test } from 'vitest';
import { readContainers, withFreeNames } from './container-json.ts';

const container = { name: 'web', image_url: 'nginx', envs: [{ name: 'A', value: '1' }] };

test('containers are recognised in JSON text', () => {
  expect(readContainers(JSON.stringify(container))).toEqual([container]);
  expect(readContainers(JSON.stringify([container, container], null, 2))).toHaveLength(2);
  const withUnknown = { name: 'web', image_url: 'nginx', lifecycle: {} };
  expect(readContainers(JSON.stringify(withUnknown))).toEqual([withUnknown]);
});

test.each([
  '',
  'nginx',
  '{"name":"web"}',
  '{"name":"web","image_url":"nginx","deployment":{}}',
  '{"name":"A","value":"1"}',
  '[]',
  '[{"image_url":"a"},1]',
  '{"image_url":"a","envs":[{"__proto__":1}]}',
])('%j is not a container', (text) => {
  expect(readContainers(text)).toBeUndefined();
});

test('names that are in use get the next number', () => {
  const taken = new Set(['web', 'web-2']);
  expect(withFreeNames([container, container, { image_url: 'x' }], taken)).toEqual([
    { ...container, name: 'web-3' },
    { ...container, name: 'web-4' },
    { image_url: 'x' },
  ]);
});
