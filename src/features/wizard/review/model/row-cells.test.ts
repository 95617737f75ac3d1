import { describe, expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { envColumns, portColumns, volumeColumns, type Columns } from './row-cells.ts';
import { englishFormatter } from './value-formatter.testing.ts';

function textsOf({ cells }: Columns, row: Json) {
  return cells(row, englishFormatter)?.map(({ values, origin }) => {
    const text = values.map((one) => one.text).join(' + ');
    return origin ? `${origin}: ${text}` : text;
  });
}

describe('a variable', () => {
  test.each<[string, Json, string[]]>([
    ['with a text', { name: 'A', value: 'x y' }, ['A', 'x y']],
    ['with an empty text', { name: 'A', value: '' }, ['A', '(empty)']],
    [
      'from a configmap',
      { name: 'A', value_from: { configmap: { name: 'app', key: 'k' } } },
      ['A', 'configmap: Configmap app › k'],
    ],
    [
      'from a secret without its key',
      { name: 'A', value_from: { secret: { name: 's' } } },
      ['A', 'secret: Secret s › Not set'],
    ],
    [
      'from the node',
      { name: 'A', field_path: 'status.hostIP' },
      ['A', 'node: IP address of the edge node'],
    ],
    ['without a value', { name: 'A' }, ['A', 'Not set']],
    [
      'with two values',
      { name: 'A', value: 'x', field_path: 'status.hostIP' },
      ['A', 'node: x + IP address of the edge node'],
    ],
    ['of wrong types', { name: 5, value: [1] }, ['5', '[1]']],
    ['from nowhere', { name: 'A', value_from: {} }, ['A', 'None']],
  ])('%s', (_what, row, cells) => {
    expect(textsOf(envColumns, row)).toEqual(cells);
  });
});

test('a port shows its host port or range, container port and host IP', () => {
  expect(textsOf(portColumns, { container_port: 80, host_port: 8080 })).toEqual(['8080', '80', '']);
  const range = { min_port: 1, max_port: 9 };
  expect(
    textsOf(portColumns, { container_port: 80, host_port_range: range, host_ip: '10.0.0.1' }),
  ).toEqual(['1 – 9', '80', '10.0.0.1']);
  expect(textsOf(portColumns, { container_port: 80 })).toEqual(['Not set', '80', '']);
});

test('a volume shows its type and access in words', () => {
  const volume = { name: 'a', type: 'hostPath', source: '/a', destination: '/b' };
  expect(textsOf(volumeColumns, volume)).toEqual(['a', 'Host path', '/a', '/b', 'Yes (default)']);
  expect(textsOf(volumeColumns, { ...volume, read_only: false })?.at(-1)).toBe('No');
  expect(textsOf(volumeColumns, { ...volume, read_only: true, default_mode: 420 })?.at(-1)).toBe(
    'Yes + Default mode 420',
  );
  expect(textsOf(volumeColumns, { ...volume, type: 'nfs' })?.[1]).toBe('nfs');
});

test('a row that is not an object has no cells', () => {
  for (const columns of [envColumns, portColumns, volumeColumns])
    for (const row of [null, 'x', 5, []]) expect(textsOf(columns, row)).toBeUndefined();
});
