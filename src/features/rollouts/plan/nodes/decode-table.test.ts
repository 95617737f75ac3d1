import { expect, test } from 'vitest';
import { decodeTable } from './decode-table.ts';

test.each([
  ['UTF-8', [0x73, 0x2c, 0xe6, 0xb7, 0xb1], 's,深'],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0x73], 's'],
  ['GBK', [0x73, 0x2c, 0xc9, 0xee, 0xdb, 0xda], 's,深圳'],
  ['UTF-16', [0xff, 0xfe, 0x73, 0x00, 0xf1, 0x6d], 's深'],
])('%s is read', (_, bytes, text) => {
  expect(decodeTable(new Uint8Array(bytes))).toBe(text);
});

test('bytes that are no text are refused', () => {
  expect(decodeTable(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).toBeUndefined();
  expect(decodeTable(new Uint8Array([0xff, 0xff, 0xff]))).toBeUndefined();
});
