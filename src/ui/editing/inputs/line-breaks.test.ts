import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  countTextLines,
  hasLineBreak,
  toLineFeeds,
  typedText,
  withoutLastBreaks,
} from './line-breaks.ts';

/** Replaces a part of the text area's content for `stored` by typing `text`. */
function edit(stored: string, from: number, to: number, text: string): string {
  const shown = toLineFeeds(stored);
  return applyEdit(stored, shown.slice(0, from) + text + shown.slice(to), from + text.length);
}

/** Texts with line breaks of all kinds close together. */
const stored = fc.string({
  unit: fc.constantFrom('a', 'b', '\r\n', '\n', '\r', '\t', '\0', '\u2028', '\ud800', '\u{1f600}'),
  maxLength: 30,
});

describe('a letter typed into a text', () => {
  test.each([
    ['CR LF', 'a\r\nb\r\n', 3, 'a\r\nbx\r\n'],
    ['lone CR', 'a\rb\r', 3, 'a\rbx\r'],
    ['all kinds', 'a\r\n\rb\n\nc\r', 4, 'a\r\n\rbx\n\nc\r'],
    ['U+2028 and NUL beside CR', 'a\u2028\0\r\n', 3, 'a\u2028\0x\r\n'],
  ])('keeps line breaks of the kind %s', (_kind, text, at, wanted) => {
    expect(edit(text, at, at, 'x')).toBe(wanted);
  });

  test('without CR returns the text of the control', () => {
    expect(applyEdit('a\nb', 'a\nbx', 4)).toBe('a\nbx');
  });
});

test('reads the caret of a control only if the text has a CR', () => {
  const asked: string[] = [];
  const control = (value: string) => ({
    value,
    get selectionEnd() {
      asked.push(value);
      return value.length;
    },
  });
  expect(typedText('a\nb', control('a\nbx'))).toBe('a\nbx');
  expect(asked).toEqual([]);
  expect(typedText('a\r\nb', control('a\nbx'))).toBe('a\r\nbx');
  expect(asked).toEqual(['a\nbx']);
});

describe('a line break that is typed', () => {
  test.each([
    ['a\r\nb', 'a\r\nb\r\nx'],
    ['a\rb', 'a\rb\rx'],
    ['a\r\nb\nc', 'a\r\nb\nc\nx'],
  ])('into %j uses the line end of the text if it has only one kind', (text, wanted) => {
    const end = toLineFeeds(text).length;
    expect(edit(text, end, end, '\nx')).toBe(wanted);
  });

  test('over the whole text is LF', () => {
    expect(edit('a\r\nb', 0, 3, 'x\ny')).toBe('x\ny');
  });
});

describe('a line break that is removed', () => {
  test('is the one at the caret, among several equal ones', () => {
    expect(edit('a\r\n\n\rb', 2, 3, '')).toBe('a\r\n\rb');
    expect(edit('a\r\n\n\rb', 1, 2, '')).toBe('a\n\rb');
    expect(edit('a\r\n\n\rb', 3, 4, '')).toBe('a\r\n\nb');
  });

  test('does not let a lone CR and an LF become one break', () => {
    expect(edit('a\rx\nb', 2, 3, '')).toBe('a\n\nb');
  });
});

test('an edit without a caret, such as undo, keeps the line breaks around the change', () => {
  expect(applyEdit('one\r\ntwo\r\nthree\r\n', 'one\n2\nthree\n')).toBe('one\r\n2\r\nthree\r\n');
  expect(applyEdit('one\r\ntwo\r\nthree\r\n', 'one\n2\nthree\n', 12)).toBe('one\r\n2\r\nthree\r\n');
});

test('the control shows any typed text, and everything around it stays unchanged', () => {
  const anything = fc.record({
    text: stored,
    from: fc.nat(30),
    length: fc.nat(10),
    typed: stored.map(toLineFeeds),
  });
  fc.assert(
    fc.property(anything, ({ text, from, length, typed }) => {
      const shown = toLineFeeds(text);
      const begin = Math.min(from, shown.length);
      const end = Math.min(begin + length, shown.length);
      const result = edit(text, begin, end, typed);
      expect(toLineFeeds(result)).toBe(shown.slice(0, begin) + typed + shown.slice(end));
      // Lone CRs right before the edit may have to change.
      const head = partsOf(text).slice(0, begin);
      while (head.at(-1) === '\r') head.pop();
      expect(partsOf(result).slice(0, head.length)).toEqual(head);
      const tail = partsOf(text).slice(end);
      expect(partsOf(result).slice(begin + typed.length)).toEqual(tail);
    }),
    { numRuns: 500 },
  );
});

test('any text can be replaced by any other', () => {
  const caret = fc.option(fc.nat(40), { nil: undefined });
  fc.assert(
    fc.property(stored, stored.map(toLineFeeds), caret, (text, typed, at) => {
      expect(toLineFeeds(applyEdit(text, typed, at))).toBe(typed);
    }),
    { numRuns: 500 },
  );
});

test('a large text of line breaks is fast', () => {
  const text = '\r\n\r'.repeat(70_000);
  const start = process.cpuUsage();
  expect(applyEdit(text, `${toLineFeeds(text)}x`)).toBe(`${text}x`);
  // Milliseconds; minutes if it were quadratic.
  expect(process.cpuUsage(start).user, 'µs of CPU time').toBeLessThan(3_000_000);
});

describe('of a text', () => {
  test('counts lines up to a maximum', () => {
    expect(countTextLines('', 12)).toBe(1);
    expect(countTextLines('a\nb\n', 12)).toBe(3);
    expect(countTextLines('\n'.repeat(1000), 12)).toBe(12);
  });

  test.each([
    ['a', false],
    ['a\tb\u2028\0', false],
    ['a\n', true],
    ['a\rb', true],
  ])('%j has a line break: %j', (text, wanted) => {
    expect(hasLineBreak(text)).toBe(wanted);
  });

  test('only the line breaks at the end are removed', () => {
    expect(withoutLastBreaks('\na\r\n\n')).toBe('\na');
  });
});

/** The parts of a text that a text area shows as one character each. */
function partsOf(text: string): string[] {
  return text.match(/\r\n|[^]/g) ?? [];
}
