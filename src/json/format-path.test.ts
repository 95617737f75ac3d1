import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath, type Path } from './path.ts';

describe('formatPath', () => {
  test.each<[Path, string]>([
    [[], '$'],
    [['name'], 'name'],
    [['deployment', 'template', 'containers', 0, 'name'], 'deployment.template.containers[0].name'],
    [['node_ids', 12], 'node_ids[12]'],
    [[0, 'a'], '$[0].a'],
    [['a.b', 'c'], '$["a.b"].c'],
    [['a', 'b.c'], 'a["b.c"]'],
    [['a', '0'], 'a["0"]'],
    [['a', ''], 'a[""]'],
    [['a', 'b"c'], 'a["b\\"c"]'],
    [['a', '名'], 'a["名"]'],
    [['$'], '$["$"]'],
    [['a', 'b-c'], 'a.b-c'],
    [['__proto__'], '__proto__'],
  ])('writes %j as %s', (path, wanted) => {
    expect(formatPath(path)).toBe(wanted);
  });

  test('writes two different paths differently', () => {
    const key = fc.oneof(
      fc.constantFrom('a', 'a.b', '$', '', '0', '"', '[0]', '\\', '["a"]'),
      fc.nat(3),
      fc.string({ maxLength: 3 }),
    );
    const path = fc.array(key, { maxLength: 3 });
    fc.assert(
      fc.property(path, path, (a, b) => {
        expect(formatPath(a) === formatPath(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 1000 },
    );
  });
});
