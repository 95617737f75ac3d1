import { expect, test } from 'vitest';
import { isLargerThan, utf8Size } from './utf8-size.ts';

test.each(['', 'a', 'é', '中', '😀', 'a'.repeat(10), '\ud800', '中文 and 😀'])(
  'the size of %j is that of its UTF-8, and decides at every limit',
  (text) => {
    const size = Buffer.byteLength(text);
    expect(utf8Size(text)).toBe(size);
    for (let limit = 0; limit <= size + 1; limit++)
      expect(isLargerThan(text, limit)).toBe(size > limit);
  },
);
