/**
 * The text of a file of a spreadsheet: UTF-8, UTF-16 (with a byte order mark), or the GBK of a Chinese Windows. Undefined
 * for other bytes.
 */
export function decodeTable(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Another encoding.
    }
  }
  return undefined;
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}
