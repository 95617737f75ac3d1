import { expect, it } from 'vitest';
import { createPathReader, pathOf, searchOf } from './address.ts';

it.each([
  'http://localhost:8080',
  'http://localhost:8080/a/b',
  'http://localhost:8080/a?b=c&d=%2F',
  'http://localhost:8080/a?b=?/#c?d',
  'http://localhost:8080/a#b?c',
  'http://localhost:8080/?',
  'https://[::1]/a/../b?c=//d',
])('takes %s apart as URL does', (address) => {
  const request = new Request(address);
  const { pathname, search } = new URL(address);
  expect(pathOf(request)).toBe(pathname);
  expect(new URLSearchParams(searchOf(request))).toEqual(new URLSearchParams(search));
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
