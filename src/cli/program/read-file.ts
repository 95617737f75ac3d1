import type { Text } from '#src/domain/core/text.ts';
import { createLines, type TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { emptyFile, notUtf8, fileTooLarge, unreadable } from './program-words.ts';

/** Limits the memory; the server only accepts 1 MiB. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Why a file cannot be read, and where. */
export interface FileFault extends TextPlace {
  readonly message: Text;
}

/** The text of a file without its byte order mark, or why it cannot be read. */
export type FileText =
  | { readonly text: string; readonly hasMark: boolean }
  | {
      readonly fault: FileFault;
      /** The file only contains white space. */
      readonly isEmpty?: true;
    };

const start: TextPlace = { line: 1, column: 1 };

/** Reads a stream of bytes to its end as UTF-8. Never throws. */
export async function readFile(stream: AsyncIterable<Uint8Array>): Promise<FileText> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of stream) {
      length += piece.length;
      if (length > MAX_BYTES) return { fault: { ...start, message: fileTooLarge(MAX_BYTES) } };
      pieces.push(piece);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { fault: { ...start, message: unreadable(code) } };
  }
  return decode(Buffer.concat(pieces));
}

function decode(bytes: Uint8Array): FileText {
  const text = decodeWhole(bytes);
  if (text === undefined) {
    const good = goodBeginning(bytes);
    return { fault: { ...createLines(good)(good.length), message: notUtf8 } };
  }
  if (/^[\t\n\r ]*$/.test(text)) return { fault: { ...start, message: emptyFile }, isEmpty: true };
  return { text, hasMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
}

function decodeWhole(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text before the first invalid byte, by binary search, as the decoder does not report its place. */
function goodBeginning(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length;
  let text = '';
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const decoded = decodeBeginning(bytes.subarray(0, middle));
    if (decoded === undefined) bad = middle;
    else [good, text] = [middle, decoded];
  }
  return text;
}

/** `stream` accepts an incomplete character at the end. */
function decodeBeginning(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
