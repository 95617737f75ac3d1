/** Callbacks for the parts of a JSON text, in order. Offsets count UTF-16 units. */
export interface JsonVisitor {
  /** An object or list starts. */
  readonly enter: (isList: boolean, offset: number) => void;
  readonly leave: () => void;
  /** A decoded key of the current object; its value follows. */
  readonly key: (name: string, offset: number) => void;
  /** A string, number, true, false, or null starts. */
  readonly scalar: (offset: number) => void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;

/**
 * Visits a valid JSON text without building values and without recursion, in linear time.
 */
export function visitJson(text: string, { enter, leave, key, scalar }: JsonVisitor): void {
  /** One entry per open bracket; true for a list. */
  const open: boolean[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= BLANK) continue;
    switch (text[at]) {
      case '{':
      case '[':
        open.push(code === 0x5b);
        isKeyNext = code === 0x7b;
        enter(code === 0x5b, at);
        break;
      case '}':
      case ']':
        open.pop();
        leave();
        break;
      case ',':
        isKeyNext = open.at(-1) === false;
        break;
      case ':':
        isKeyNext = false;
        break;
      case '"': {
        const end = endOfText(text, at);
        if (isKeyNext) key(decode(text, at, end), at);
        else scalar(at);
        at = end;
        break;
      }
      default:
        scalar(at);
        at = endOfWord(text, at);
    }
  }
}

/** The offset of the closing quote. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) at += 1;
  }
  return at;
}

/** The offset of the last character of a number, true, false or null. */
function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && /[\w.+-]/.test(text[at]!)) at += 1;
  return at - 1;
}

function decode(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end);
  return inner.includes('\\') ? (JSON.parse(`"${inner}"`) as string) : inner;
}
