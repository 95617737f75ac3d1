import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import { labelBelow } from './source.ts';

test('a label built key by key equals that of formatPath', () => {
  const key = fc.oneof(fc.nat(20), fc.constantFrom('a', 'a.b', 'x-y', '$', ''), fc.string());
  fc.assert(
    fc.property(fc.array(key), (path) => {
      expect(path.reduce<string>(labelBelow, '$')).toBe(formatPath(path));
    }),
  );
});
