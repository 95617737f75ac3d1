import { expect, test } from 'vitest';
import { withoutRepeats } from './help-words.ts';

test.each([
  [
    '1 to 64 characters. Letters, digits, and hyphens',
    'W is not allowed here. Letters, digits, and hyphens.',
    '1 to 64 characters.',
  ],
  ['1~64 个字符。只允许小写字母', '不允许使用 W。只允许小写字母。', '1~64 个字符。'],
  ['Starts with a slash', 'Starts with a slash.', ''],
  ['0.01 to 1000 cores. Up to 2.5 of v1.2', '2000 is too large. Use 1000 or less.', undefined],
])('of “%s”, the help leaves out what the message repeats', (help, message, left = help) => {
  expect(withoutRepeats(help, [message])).toBe(left);
  expect(withoutRepeats(help, [])).toBe(help);
});
