import { isUtf8 } from 'node:buffer';
import type { Path } from '#src/json/path.ts';

/** Limits on a JSON text. The root counts as one level; lists and objects count as values. */
export interface JsonLimits {
  readonly depth: number;
  readonly values: number;
  readonly keys: number;
}

/** The limits of a request body (docs/sources.md, section 8). */
export const bodyLimits: JsonLimits = { depth: 64, values: 100_000, keys: 50_000 };

/** The limits of a target's response: a list of a thousand records is larger than any request body. */
export const responseLimits: JsonLimits = { depth: 64, values: 500_000, keys: 500_000 };

/** Why bytes are refused. `path` is where, as far as it is known. */
export interface JsonError {
  readonly kind: 'malformed' | 'too-deep' | 'too-many-values' | 'too-many-keys' | 'forbidden-key';
  readonly path: Path;
}

/** How much a JSON text contains, or why it is refused. */
export type JsonScan =
  | { readonly ok: true; readonly values: number; readonly keys: number }
  | { readonly ok: false; readonly error: JsonError };

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, PLUS, DOT] = [
  0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2b, 0x2e,
];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [ZERO, NINE, LOWER_U] = [0x30, 0x39, 0x75];

/** The characters allowed after a backslash, besides `u` and four digits. */
const escapes = new Set([...'"\\/bfnrt'].map((char) => char.charCodeAt(0)));
const literals = new Map(
  ['true', 'false', 'null'].map((word) => [word.charCodeAt(0), Buffer.from(word)]),
);
/** The length of an escape such as `\u005f`. A key written in escapes is at most this many times as long. */
const ESCAPE_LENGTH = 6;

/** Thrown inside the scanner and returned as a JsonError. */
class ScanError extends Error {
  readonly kind: JsonError['kind'];
  constructor(kind: JsonError['kind']) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Checks that bytes are JSON in UTF-8 (a byte order mark is ignored) and counts their contents, in one pass that
 * allocates nothing: objects need far more memory than their text. Refuses an object with a member named
 * `forbiddenKey`, even if the name is escaped. Never throws.
 */
export function scanJson(bytes: Uint8Array, limits: JsonLimits, forbiddenKey?: string): JsonScan {
  if (!isUtf8(bytes)) return { ok: false, error: { kind: 'malformed', path: [] } };
  const scanner = new Scanner(bytes, limits, forbiddenKey);
  try {
    scanner.run();
    return { ok: true, values: scanner.values, keys: scanner.keys };
  } catch (error) {
    if (!(error instanceof ScanError)) throw error;
    const path = error.kind === 'forbidden-key' ? scanner.path() : [];
    return { ok: false, error: { kind: error.kind, path } };
  }
}

class Scanner {
  values = 0;
  keys = 0;
  private readonly bytes: Uint8Array;
  private readonly limits: JsonLimits;
  private readonly forbiddenKey: string | undefined;
  private position: number;
  private depth = 0;
  /** For each open level, the start and end of its current key; in a list, -1 and the index. */
  private readonly keyStart: Int32Array;
  private readonly keyEnd: Int32Array;

  constructor(bytes: Uint8Array, limits: JsonLimits, forbiddenKey: string | undefined) {
    this.bytes = bytes;
    this.limits = limits;
    this.forbiddenKey = forbiddenKey;
    this.position = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.keyStart = new Int32Array(limits.depth + 1);
    this.keyEnd = new Int32Array(limits.depth + 1);
  }

  /** Scans the whole text. Throws ScanError. */
  run(): void {
    do this.openValue();
    while (this.hasNext());
    if (this.position !== this.bytes.length) throw new ScanError('malformed');
  }

  /** The path of the current key or index. */
  path(): Path {
    return Array.from({ length: this.depth }, (_, level) => {
      const from = this.keyStart[level + 1] ?? -1;
      const to = this.keyEnd[level + 1] ?? 0;
      return from < 0 ? to : this.text(from, to);
    });
  }

  /** Reads a value without children, or descends into lists and objects to the first one. */
  private openValue(): void {
    for (;;) {
      this.skipSpace();
      if (++this.values > this.limits.values) throw new ScanError('too-many-values');
      const byte = this.bytes[this.position];
      if (byte === OPEN_OBJECT) {
        this.push(false);
        if (this.skipSpace() === CLOSE_OBJECT) return this.pop();
        this.readKey();
      } else if (byte === OPEN_LIST) {
        this.push(true);
        if (this.skipSpace() === CLOSE_LIST) return this.pop();
      } else if (byte === QUOTE) return void this.readString();
      else if (byte === MINUS || isDigit(byte)) return this.readNumber();
      else return this.readLiteral(byte);
    }
  }

  /** Closes everything that ends after a value. True if another value follows. */
  private hasNext(): boolean {
    for (;;) {
      const byte = this.skipSpace();
      const { depth } = this;
      if (depth === 0) return false;
      const isList = this.keyStart[depth] === -1;
      if (byte === COMMA) {
        this.position += 1;
        if (isList) this.keyEnd[depth]! += 1;
        else {
          this.skipSpace();
          this.readKey();
        }
        return true;
      }
      if (byte !== (isList ? CLOSE_LIST : CLOSE_OBJECT)) throw new ScanError('malformed');
      this.pop();
    }
  }

  private push(isList: boolean): void {
    if (this.depth >= this.limits.depth) throw new ScanError('too-deep');
    this.depth += 1;
    this.keyStart[this.depth] = isList ? -1 : 0;
    this.keyEnd[this.depth] = 0;
    this.position += 1;
  }

  private pop(): void {
    this.depth -= 1;
    this.position += 1;
  }

  private readKey(): void {
    if (++this.keys > this.limits.keys) throw new ScanError('too-many-keys');
    const from = this.position;
    if (this.bytes[from] !== QUOTE) throw new ScanError('malformed');
    const hasEscape = this.readString();
    this.keyStart[this.depth] = from;
    this.keyEnd[this.depth] = this.position;
    if (this.isForbidden(from, hasEscape)) throw new ScanError('forbidden-key');
    if (this.skipSpace() !== COLON) throw new ScanError('malformed');
    this.position += 1;
  }

  private isForbidden(from: number, hasEscape: boolean): boolean {
    const { forbiddenKey } = this;
    if (forbiddenKey === undefined) return false;
    const length = this.position - from - 2;
    const canBe = hasEscape
      ? length <= forbiddenKey.length * ESCAPE_LENGTH
      : length === forbiddenKey.length;
    return canBe && this.text(from, this.position) === forbiddenKey;
  }

  /** Decodes the string from its opening quote to its closing quote. */
  private text(from: number, to: number): string {
    return JSON.parse(Buffer.from(this.bytes.subarray(from, to)).toString()) as string;
  }

  /** Reads a string from its opening quote. True if it has escapes. */
  private readString(): boolean {
    const { bytes } = this;
    let hasEscape = false;
    for (let index = this.position + 1; ; index += 1) {
      const byte = bytes[index];
      if (byte === QUOTE) {
        this.position = index + 1;
        return hasEscape;
      }
      // Past the end of the text the byte is undefined.
      if (byte === undefined || byte < 0x20) throw new ScanError('malformed');
      if (byte !== BACKSLASH) continue;
      hasEscape = true;
      index += 1;
      const next = bytes[index];
      if (next === LOWER_U && isHex(bytes, index + 1)) index += 4;
      else if (next === undefined || !escapes.has(next)) throw new ScanError('malformed');
    }
  }

  private readNumber(): void {
    if (this.bytes[this.position] === MINUS) this.position += 1;
    if (this.bytes[this.position] === ZERO) this.position += 1;
    else this.readDigits();
    if (this.bytes[this.position] === DOT) {
      this.position += 1;
      this.readDigits();
    }
    // 0x20 converts the letter to lower case.
    if (((this.bytes[this.position] ?? 0) | 0x20) !== 0x65) return;
    this.position += 1;
    const sign = this.bytes[this.position];
    if (sign === PLUS || sign === MINUS) this.position += 1;
    this.readDigits();
  }

  private readDigits(): void {
    if (!isDigit(this.bytes[this.position])) throw new ScanError('malformed');
    while (isDigit(this.bytes[this.position])) this.position += 1;
  }

  private readLiteral(first: number | undefined): void {
    const word = literals.get(first ?? 0);
    if (word === undefined) throw new ScanError('malformed');
    for (const byte of word) {
      if (this.bytes[this.position] !== byte) throw new ScanError('malformed');
      this.position += 1;
    }
  }

  /** Skips white space and returns the next byte. */
  private skipSpace(): number | undefined {
    const { bytes } = this;
    let byte = bytes[this.position];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.position += 1;
      byte = bytes[this.position];
    }
    return byte;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** True if four hexadecimal digits follow. */
function isHex(bytes: Uint8Array, start: number): boolean {
  for (let index = start; index < start + 4; index++) {
    const byte = bytes[index] ?? 0;
    const letter = byte | 0x20;
    if (!isDigit(byte) && !(letter >= 0x61 && letter <= 0x66)) return false;
  }
  return true;
}
