import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const replaced: string[] = [];

beforeEach(() => {
  replaced.length = 0;
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

function openAt(hash: string) {
  vi.stubGlobal('window', {
    location: { hash, pathname: '/new/target', search: '?a=1' },
    history: {
      state: null,
      replaceState: (_state: unknown, _title: string, url: string) => replaced.push(url),
    },
  });
  return import('./launch-link.ts');
}

test('the secret is removed from the address at the start and returned once', async () => {
  const { takeInitialSecret } = await openAt('#k=the-secret');
  expect(replaced).toEqual(['/new/target?a=1']);
  expect(takeInitialSecret()).toBe('the-secret');
  expect(takeInitialSecret()).toBeUndefined();
});

test.each(['', '#step-heading', '#kk=1'])('the fragment %j is kept', async (hash) => {
  const { takeInitialSecret } = await openAt(hash);
  expect(takeInitialSecret()).toBeUndefined();
  expect(replaced).toEqual([]);
});
