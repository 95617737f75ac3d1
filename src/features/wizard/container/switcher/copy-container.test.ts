import { expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { copyContainer } from './copy-container.ts';

const nameOf = (name: string, ...taken: string[]) =>
  (copyContainer({ name }, new Set([name, ...taken])) as { name: string }).name;

test('a copy has the next free name', () => {
  expect(nameOf('web')).toBe('web-2');
  expect(nameOf('web', 'web-2', 'web-3')).toBe('web-4');
  expect(nameOf('web-2')).toBe('web-3');
  expect(nameOf('container-0')).toBe('container-1');
});

test('the name of a copy has at most 32 characters', () => {
  expect(nameOf('a'.repeat(32))).toBe(`${'a'.repeat(30)}-2`);
  expect(nameOf(`${'a'.repeat(29)}-bb`)).toBe(`${'a'.repeat(29)}-2`);
  expect(nameOf(`${'a'.repeat(30)}-9`)).toBe(`${'a'.repeat(29)}-10`);
});

test('a copy has no host ports but keeps port ranges and everything else', () => {
  const range = { min_port: 1, max_port: 2 };
  const ports = [{ container_port: 80, host_port: 80 }, { host_port_range: range }, 5];
  const container = { name: '', image_url: 'nginx', ports, odd: { a: [1] } };
  expect(copyContainer(container as Json, new Set())).toEqual({
    ...container,
    ports: [{ container_port: 80 }, { host_port_range: range }, 5],
  });
  expect(container.ports[0]).toHaveProperty('host_port', 80);
});

test('a value that is not a container is copied unchanged', () => {
  for (const odd of [null, 'x', [1]] as Json[]) expect(copyContainer(odd, new Set())).toEqual(odd);
});
