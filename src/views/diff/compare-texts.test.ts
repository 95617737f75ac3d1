import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareEdits } from './compare-texts.ts';

/** No test depends on how fast the machine is. */
const NO_TIMEOUT = 3_600_000;

/** The new text, from the old one and the edits alone. */
function apply(before: string, after: string): string {
  let at = 0;
  let text = '';
  for (const { fromA, toA, fromB, toB } of compareEdits(before, after, NO_TIMEOUT)) {
    text += before.slice(at, fromA) + after.slice(fromB, toB);
    at = toA;
  }
  return text + before.slice(at);
}

test('the edits turn one text into the other', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '  "c": 1,', '{', '中😀', ''), { maxLength: 30 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(apply(before, after)).toBe(after);
    }),
  );
});

test('in a line, only the characters that differ are an edit', () => {
  const before = 'a\n  "image": "nginx:1"\nc\n';
  expect(compareEdits(before, before.replace('nginx:1', 'nginx:2'), NO_TIMEOUT)).toEqual([
    { fromA: 20, toA: 21, fromB: 20, toB: 21 },
  ]);
});

test('a change in each of 3,000 parts of a long text is found as such', () => {
  const textOf = (tag: string) =>
    Array.from(
      { length: 3000 },
      (_, at) => `{\n  "name": "c${at}",\n  "image": "app:${tag}"\n}`,
    ).join('\n');
  const edits = compareEdits(textOf('1'), textOf('2'), NO_TIMEOUT);
  expect(edits).toHaveLength(3000);
  expect(edits.every(({ fromA, toA, fromB, toB }) => toA - fromA === 1 && toB - fromB === 1)).toBe(
    true,
  );
});
