import { expect, it } from 'vitest';
import { createPathReader, pathnameOf } from './request-path.ts';

it.each([
  'http://localhost:8080',
  'http://localhost:8080/a/b',
  'http://localhost:8080/a?b=c&d=%2F',
  'http://localhost:8080/a?b=?/#c?d',
  'http://localhost:8080/a#b?c',
  'http://localhost:8080/?',
  'https://[::1]/a/../b?c=//d',
])('reads the path of %s as URL does', (address) => {
  expect(pathnameOf(new Request(address))).toBe(new URL(address).pathname);
});

it.each([
  ['/ief-builder/', '/'],
  ['/ief-builder/new/basics?a=b', '/new/basics'],
  ['/ief-builder/ief-builder/x', '/ief-builder/x'],
  ['/healthz', '/healthz'],
  ['/ief-builder/readyz', '/readyz'],
  ['/ief-builder', undefined],
  ['/ief-builder-2/', undefined],
  ['/', undefined],
  ['/api/targets', undefined],
])('below a base path, %s is %s', (address, path) => {
  const readPath = createPathReader('/ief-builder');
  expect(readPath(new Request(`http://localhost:8080${address}`))).toBe(path);
});
