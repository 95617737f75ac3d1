import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { anyJson } from '#src/document/documents.testing.ts';
import { hasForbiddenKey } from '#src/domain/core/json-text/forbidden-keys.ts';
import { checkEditedText, checkPartText, checkTextFor } from './check-edited-text.ts';

const summary = (text: string) => {
  const check = checkEditedText(text);
  return check.kind === 'fine'
    ? 'fine'
    : `${check.kind} ${check.problems.map(({ line, message }) => `${line}: ${message.en}`).join(' | ')}`;
};

describe('a text that is being edited', () => {
  test.each([
    ['{"a": 1}', 'fine'],
    ['{\n"a" : [1.5, -0.25, 1e+21, "1.0"]}', 'fine'],
    ['{"a": 1', 'broken 1: The JSON ends before all brackets are closed.'],
    ['', 'broken 1: The JSON ends before all brackets are closed.'],
    ['{"a": x}', 'broken 1: This is not a JSON value. Texts and keys need double quotes.'],
    ['{\n"a" 1}', 'broken 2: A colon is missing between key and value.'],
    ['{"a": 1,}', 'broken 1: A key in double quotes is missing here.'],
    ['{"a": 1 /* x */}', 'broken 1: This is not JSON.'],
    ['{"a": 1,\n"b": {"__proto__": 1}}', 'broken 2: A key must not be __proto__. Remove it.'],
    [String.raw`{"\u005f_proto__": 1}`, 'broken 1: A key must not be __proto__. Remove it.'],
    ['{"a": "__proto__"}', 'fine'],
    ['[1]', 'broken 1: The body must be an object, in curly brackets.'],
    ['"x"', 'broken 1: The body must be an object, in curly brackets.'],
    ['{"a": 1.0}', 'held 1: 1.0 would be sent as 1.'],
    [
      '{"a": 12345678901234567890}',
      'held 1: 12345678901234567890 would be sent as 12345678901234567000.',
    ],
    ['{"a": -0}', 'held 1: -0 would be sent as 0.'],
    [
      '{"a": 1,\n"a": 2}',
      'held 2: “a” appears more than once in this object, and the value on line 1 is ignored. Keep only one.',
    ],
  ])('%j is %s', (text, wanted) => expect(summary(text).slice(0, wanted.length)).toBe(wanted));

  test('that would change is the document that would be sent', () => {
    const check = checkEditedText('{"a": 1e400, "b": [-0, 1.0]}');
    expect(check).toMatchObject({ kind: 'held', document: { a: null, b: [0, 1] } });
  });

  test('is refused if it is too deep, without failing', () => {
    const deep = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(summary(deep)).toMatch(/^broken/);
  });

  test('has no key that the document does not take', () => {
    const takes = (key: string) => key === 'a';
    expect(checkTextFor({ takes }, '{"a": {"name": 1}}').kind).toBe('fine');
    const check = checkTextFor({ takes }, '{"a": 1,\n"name": 1.0}');
    expect(check.kind === 'broken' && check.problems[0]).toMatchObject({
      line: 2,
      message: { en: '“name” cannot be changed here. Remove it.' },
    });
  });

  test('tells where a part has a key that is not allowed', () => {
    const check = checkPartText('[\n{"__proto__": 1}]');
    expect(check).toMatchObject({ kind: 'broken', problems: [{ offset: 3, line: 2 }] });
  });

  test('is the document, whatever its layout, if nothing would change', () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(undefined, 1, 4, '\t'), (value, indent) => {
        fc.pre(!hasForbiddenKey(value));
        const document = { value };
        const check = checkEditedText(JSON.stringify(document, null, indent));
        expect(check.kind).toBe('fine');
        expect(check.kind === 'fine' && documentText(check.document)).toBe(documentText(document));
      }),
    );
  });

  test('never makes the check throw', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      'a',
      '1',
      '-',
      '.',
      'e',
      '\\',
      '\n',
      'true',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(checkEditedText(pieces.join('')).kind).toMatch(/broken|held|fine/);
      }),
      { numRuns: 1000 },
    );
  });
});
