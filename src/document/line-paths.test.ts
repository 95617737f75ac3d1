import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getIn } from '#src/json/get-in.ts';
import { runs } from '#src/testing/runs.ts';
import { anyJson } from './documents.testing.ts';
import { documentText } from './document-text.ts';
import { changedLine, linesOfPath, pathOfLine } from './line-paths.ts';

const document = {
  name: 'web',
  node_ids: ['a', 'b'],
  deployment: { replicas: 1, template: { containers: [{ name: 'c', envs: [] }] } },
};
const lines = documentText(document).split('\n');
const lineWith = (text: string) => lines.findIndex((line) => line.includes(text));

test('a leaf has one line, and its line leads back to it', () => {
  const paths = [
    ['name'],
    ['node_ids', 1],
    ['deployment', 'replicas'],
    ['deployment', 'template', 'containers', 0, 'name'],
    ['deployment', 'template', 'containers', 0, 'envs'],
  ];
  for (const path of paths) {
    const range = linesOfPath(document, path)!;
    expect(range.end).toBe(range.from + 1);
    expect(pathOfLine(document, range.from)).toEqual(path);
  }
  expect(linesOfPath(document, ['name'])!.from).toBe(lineWith('"web"'));
});

test('an object has all lines from its opening to its closing bracket', () => {
  const { from, end } = linesOfPath(document, ['deployment'])!;
  expect([lines[from], lines[end - 1]]).toEqual(['  "deployment": {', '  }']);
  expect(pathOfLine(document, from)).toEqual(['deployment']);
  expect(pathOfLine(document, end - 1)).toEqual(['deployment']);
});

test('a value that the document does not have has no lines', () => {
  expect(linesOfPath(document, ['description'])).toBeUndefined();
  expect(linesOfPath(document, ['node_ids', 2])).toBeUndefined();
  expect(linesOfPath(document, ['name', 'x'])).toBeUndefined();
});

test('every line of any document belongs to the value at its path', () => {
  fc.assert(
    fc.property(anyJson, (any) => {
      const count = documentText(any).split('\n').length;
      for (let line = 0; line < count; line++) {
        const path = pathOfLine(any, line);
        expect(path.length === 0 || getIn(any, path) !== undefined).toBe(true);
        const { from, end } = linesOfPath(any, path)!;
        expect(line).toBeGreaterThanOrEqual(from);
        expect(line).toBeLessThan(end);
        // Only the brackets of an object or list belong to itself.
        expect(line === from || line === end - 1).toBe(true);
      }
    }),
    { numRuns: runs(200) },
  );
});

describe('the changed line', () => {
  const at = (name: string) => ({ ...document, name });

  test('is the one of the leaf that differs', () => {
    expect(changedLine(document, at('other'))).toBe(lineWith('"web"'));
    expect(changedLine(document, { ...document, node_ids: ['a', 2] })).toBe(lineWith('"b"'));
    expect(changedLine('a', null)).toBe(0);
  });

  test.each([
    ['no difference', document],
    ['two leaves', { ...at('other'), node_ids: ['a', 'c'] }],
    ['an added key', { ...document, kind: 'x' }],
    ['a removed row', { ...document, node_ids: ['a'] }],
    ['another order of keys', Object.fromEntries(Object.entries(document).toReversed())],
    ['a leaf that became a list', { ...document, name: [] }],
    ['a list that became a leaf', { ...document, node_ids: 'a' }],
  ])('is unknown for %s', (_kind, after) => {
    expect(changedLine(document, after)).toBeUndefined();
  });

  test('is the only one that differs in the texts of any two documents', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const pair = fc.oneof(
      fc.tuple(anyJson, anyJson),
      fc
        .tuple(fc.array(anyJson), leaf, leaf, fc.array(anyJson))
        .map(([above, a, b, below]) => [
          { list: [...above, a, ...below] },
          { list: [...above, b, ...below] },
        ]),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const line = changedLine(before!, after!);
        if (line === undefined) return;
        const lines = documentText(after!).split('\n');
        expect(documentText(before!).split('\n')).toEqual(
          lines.with(line, documentText(before!).split('\n')[line]!),
        );
      }),
      { numRuns: runs(300) },
    );
  });
});
