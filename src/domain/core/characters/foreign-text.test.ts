import { expect, test } from 'vitest';
import { cutForeign, foreignLine, foreignLines } from './foreign-text.ts';

test.each([
  ['plain words, 中文 and 😀 stay', 'image_url: “nginx” 未找到 😀', 'image_url: “nginx” 未找到 😀'],
  ['a right-to-left override', 'edge\u202Etxt.exe', 'edge[U+202E]txt.exe'],
  [
    'isolates and marks',
    '\u2066a\u2069\u200E\u200F\u061C',
    '[U+2066]a[U+2069][U+200E][U+200F][U+061C]',
  ],
  ['ESC and NUL', '\u001B[31mred\u0000', '[U+001B][31mred[U+0000]'],
  ['C1 controls and DEL', '\u009B\u007F', '[U+009B][U+007F]'],
  ['zero-width characters', 'a\u200Bb\uFEFFc\u2060', 'a[U+200B]b[U+FEFF]c[U+2060]'],
  ['tag characters', 'a\u{E0041}', 'a[U+E0041]'],
  ['Hangul fillers', 'a\u3164', 'a[U+3164]'],
  ['half a surrogate pair', 'a\uD800b', 'a[U+D800]b'],
  ['line and paragraph separators', 'a\u2028b\u2029', 'a[U+2028]b[U+2029]'],
  ['vertical tab and form feed', 'a\u000Bb\u000C', 'a[U+000B]b[U+000C]'],
  ['line breaks and tabs become spaces', '  one\r\ntwo\n\n\tthree ', 'one two three'],
  ['Arabic and combining marks stay', 'مرحبا e\u0301', 'مرحبا e\u0301'],
  ['an ideographic space stays', '错误\u3000信息', '错误\u3000信息'],
])('%s', (_what, text, wanted) => {
  expect(foreignLine(text)).toBe(wanted);
});

test('line breaks are kept on request', () => {
  expect(foreignLines('a\r\n\tb\u202E\nc\rd')).toBe('a\n\tb[U+202E]\nc[U+000D]d');
});

test.each([
  ['short', 5, 'short', 0],
  ['longer', 4, 'long', 2],
  ['😀😀😀', 2, '😀😀', 1],
  ['', 2, '', 0],
  ['\uD800\uD800\uD800', 2, '\uD800\uD800', 1],
])('%j is cut after %d code points', (text, most, shown, more) => {
  expect(cutForeign(text, most)).toEqual({ shown, more });
});

test('a message of one megabyte is cut and cleaned quickly', () => {
  const text = '\u202E😀\n'.repeat(250_000);
  const began = performance.now();
  const { shown, more } = cutForeign(text, 500);
  foreignLine(shown);
  expect([...shown].length + more).toBe(750_000);
  expect(performance.now() - began).toBeLessThan(500);
});
