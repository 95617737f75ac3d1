import { expect, it } from 'vitest';
import { pathOf, searchOf } from './address.ts';

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
