import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddKeys } from '#src/document/documents.testing.ts';
import { isWithin, toPointer, type Path } from './path.ts';

describe('a JSON pointer', () => {
  // The examples of RFC 6901, section 5.
  test.each<[Path, string]>([
    [[], ''],
    [['foo', 0], '/foo/0'],
    [[''], '/'],
    [['a/b'], '/a~1b'],
    [['c%d'], '/c%d'],
    [['e^f'], '/e^f'],
    [['g|h'], '/g|h'],
    [['i\\j'], '/i\\j'],
    [['k"l'], '/k"l'],
    [[' '], '/ '],
    [['m~n'], '/m~0n'],
    [['~1', '/0'], '/~01/~10'],
    [['a.b', 'c[0]'], '/a.b/c[0]'],
  ])('of %j is %j', (path, wanted) => {
    expect(toPointer(path)).toBe(wanted);
  });

  test('can be parsed back into its keys', () => {
    const keys = fc.array(fc.oneof(fc.constantFrom(...oddKeys, '~', '~1', '/'), fc.string()));
    const unescape = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');
    fc.assert(
      fc.property(keys, (path) => {
        expect(toPointer(path).split('/').slice(1).map(unescape)).toEqual(path);
      }),
    );
  });
});

describe('a path is within another', () => {
  test.each<[Path, Path, boolean]>([
    [['a', 0], [], true],
    [['a', 0], ['a'], true],
    [['a', 0], ['a', 0], true],
    [['a'], ['a', 0], false],
    [['ab'], ['a'], false],
    [['a', 1], ['a', 0], false],
    [['a', '0'], ['a', 0], false],
    [[], [], true],
  ])('%j in %j: %j', (path, base, wanted) => {
    expect(isWithin(path, base)).toBe(wanted);
  });
});
