/** Told of the parts of a JSON text, in its order. Offsets count UTF-16 units. */
export interface JsonVisitor {
  /** An object or list begins. */
  readonly enter: (isList: boolean, offset: number) => void;
  readonly leave: () => void;
  /** A key of the object that was entered last, decoded; its value comes next. */
  readonly key: (name: string, offset: number) => void;
  /** A text, number, true, false or null begins. */
  readonly scalar: (offset: number) => void;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BLANK = 0x20;

/**
 * Walks a text that JSON.parse takes, without making anything of it and without recursion: the cost grows with its
 * length alone.
 */
export function visitJson(text: string, { enter, leave, key, scalar }: JsonVisitor): void {
  /** For each open bracket: true for a list. */
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
