import { printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import type { Text } from '#src/domain/core/text.ts';
import { jsonFaults, tooDeep, tooManyValues } from './validate-words.ts';

/** Maximum nesting depth, the root counted as one; the limit of the server (docs/sources.md, section 8). */
export const MAX_JSON_DEPTH = 64;

/**
 * Maximum number of values, lists and objects. Limits the memory, because all problems are held at once; the server
 * accepts far fewer.
 */
export const MAX_VALUES = 750_000;

/** The value of a JSON text, or where and why it is not JSON. */
export type PlacedJson =
  { readonly value: unknown } | { readonly offset: number; readonly message: Text };

/** JSON as in RFC 8259: no comments, no trailing commas. */
const strictly = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Reads a JSON text. JSON.parse decides; the other parser finds the place of an error. Never throws. */
export function parseJsonText(text: string): PlacedJson {
  // Checked first, because the other parser is recursive.
  const excess = findExcess(text);
  if (excess !== undefined) return excess;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return firstFault(text);
  }
}

/** Where the text exceeds one of the limits. */
function findExcess(text: string): { offset: number; message: Text } | undefined {
  let depth = 0;
  let values = 1;
  for (let position = 0; position < text.length; position++) {
    switch (text[position]) {
      case '"':
        position = endOfString(text, position);
        break;
      case '{':
      case '[':
        depth += 1;
        if (depth > MAX_JSON_DEPTH) return { offset: position, message: tooDeep(MAX_JSON_DEPTH) };
        if (!isEmptyAt(text, position)) values += 1;
        break;
      case '}':
      case ']':
        depth -= 1;
        break;
      case ',':
        values += 1;
        if (values > MAX_VALUES) return { offset: position, message: tooManyValues(MAX_VALUES) };
    }
  }
  return undefined;
}

/** True if the bracket is closed at once. */
function isEmptyAt(text: string, bracket: number): boolean {
  const next = text[endOfBlanks(text, bracket + 1)];
  return next === '}' || next === ']';
}

function endOfBlanks(text: string, start: number): number {
  let position = start;
  while (isBlank(text[position])) position += 1;
  return position;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** The offset of the closing quote, or of the line break or end where it is missing. */
function endOfString(text: string, start: number): number {
  let position = start + 1;
  for (; position < text.length; position++) {
    const character = text[position];
    if (character === '"' || character === '\n' || character === '\r') break;
    if (character === '\\') position += 1;
  }
  return position;
}

/** Thrown to leave the parser, which would continue after an error and guess. */
class Found extends Error {
  readonly fault: ParseError;
  constructor(fault: ParseError) {
    super();
    this.fault = fault;
  }
}

function firstFault(text: string): { offset: number; message: Text } {
  try {
    visit(
      text,
      {
        onError: (error, offset, length) => {
          throw new Found({ error, offset, length });
        },
      },
      strictly,
    );
  } catch (found) {
    if (found instanceof Found) return describe(text, found.fault);
    throw found;
  }
  return { offset: 0, message: jsonFaults.other };
}

function describe(text: string, { error, offset }: ParseError): { offset: number; message: Text } {
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return { offset, message: symbolFault(text, offset) };
    case 'UnexpectedEndOfNumber':
      return { offset, message: jsonFaults.number };
    case 'PropertyNameExpected':
    case 'ValueExpected':
      return missingPart(text, offset);
    case 'ColonExpected':
      return atEnd(text, offset) ?? { offset, message: jsonFaults.colon };
    case 'CommaExpected':
      return atEnd(text, offset) ?? { offset, message: jsonFaults.comma };
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return { offset, message: jsonFaults.end };
    case 'EndOfFileExpected':
      return { offset, message: jsonFaults.more };
    case 'InvalidCommentToken':
      return { offset, message: jsonFaults.comment };
    case 'UnexpectedEndOfString':
      return { offset, message: jsonFaults.openText };
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return { offset: badCharacterAt(text, offset), message: jsonFaults.escape };
    case 'InvalidCharacter':
      return { offset: badCharacterAt(text, offset), message: jsonFaults.control };
    default:
      return { offset, message: jsonFaults.other };
  }
}

function atEnd(text: string, offset: number) {
  return offset < text.length ? undefined : { offset, message: jsonFaults.end };
}

function symbolFault(text: string, offset: number): Text {
  if (text[offset] === "'" || text[offset] === '`') return jsonFaults.quotes;
  return jsonFaults.symbol;
}

/** A name or value is missing: usually because of an extra comma, which is the better place to report. */
function missingPart(text: string, offset: number): { offset: number; message: Text } {
  const end = atEnd(text, offset);
  if (end !== undefined) return end;
  const closes = text[offset] === '}' || text[offset] === ']';
  let before = offset - 1;
  while (isBlank(text[before])) before -= 1;
  if (closes && text[before] === ',') return { offset: before, message: jsonFaults.lastComma };
  return { offset, message: jsonFaults.part };
}

/** The first character inside a text that JSON forbids there; the parser only gives the start of the text. */
function badCharacterAt(text: string, start: number): number {
  for (let position = start + 1; position < text.length; position++) {
    if (text[position]! < ' ') return position;
    if (text[position] !== '\\') continue;
    const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(position, position + 6));
    if (escape === null) return position;
    position += escape[0].length - 1;
  }
  return start;
}
