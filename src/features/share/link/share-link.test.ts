import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSharedText } from '#src/convert/share/read-shared-text.ts';
import { documentText } from '#src/document/document-text.ts';
import { fullBody } from '#src/domain/deployment/bodies.testing.ts';
import type { Json } from '#src/json/value.ts';
import { createShareLink, MAX_LINK, readShareFragment } from './share-link.ts';

const body = fullBody as Json;
const PAGE = 'https://builder.example.com/new/basics';

const fragmentOf = async (text: string) => (await createShareLink(PAGE, text)).slice(PAGE.length);
const fragmentOfBytes = (bytes: Buffer) => `#share=1.${bytes.toString('base64url')}`;

test('a link holds the document, and is a plain address', async () => {
  const link = await createShareLink(PAGE, documentText(body));
  expect(link).toMatch(/^https:\/\/builder\.example\.com\/new\/basics#share=1\.[\w-]+$/);
  expect(link.length).toBeLessThan(documentText(body).length);
  const read = await readShareFragment(link.slice(PAGE.length));
  expect(read).toEqual({ text: documentText(body) });
});

test('any text comes back unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
      expect(await readShareFragment(await fragmentOf(text))).toEqual({ text });
    }),
  );
});

describe('a link that has no document', () => {
  test('cut anywhere, or with a letter changed or added, is damaged', async () => {
    const fragment = await fragmentOf(
      documentText({ name: 'web', tags: [1, 2, 3], x: 'y'.repeat(90) }),
    );
    for (let length = '#share='.length; length < fragment.length; length++) {
      const read = await readShareFragment(fragment.slice(0, length));
      expect({ length, ...read }).toEqual({ length, problem: 'damaged' });
    }
    for (let at = '#share=1.'.length; at < fragment.length - 1; at++) {
      const changed = fragment[at] === 'A' ? 'B' : 'A';
      const read = await readShareFragment(
        fragment.slice(0, at) + changed + fragment.slice(at + 1),
      );
      expect({ at, ...read }).toEqual({ at, problem: 'damaged' });
    }
    for (const end of ['%20', '.', '"'])
      expect(await readShareFragment(fragment + end)).toEqual({ problem: 'damaged' });
  });

  test.each(['#share=2.AAAA', '#share=abc.AAAA', '#share=11.AAAA'])(
    '%s is of another version',
    async (fragment) => {
      expect(await readShareFragment(fragment)).toEqual({ problem: 'version' });
    },
  );

  test('that expands to more than 1 MiB is refused early', async () => {
    const fits = fragmentOfBytes(deflateSync(Buffer.alloc(1024 * 1024, 'a')));
    expect(await readShareFragment(fits)).toHaveProperty('text');
    const bomb = fragmentOfBytes(deflateSync(Buffer.alloc(20 * 1024 * 1024, 'a'), { level: 9 }));
    expect(bomb.length).toBeLessThan(MAX_LINK);
    expect(await readShareFragment(bomb)).toEqual({ problem: 'tooLarge' });
  });

  test('that is too long is refused unread', async () => {
    expect(await readShareFragment(`#share=1.${'A'.repeat(MAX_LINK)}`)).toEqual({
      problem: 'tooLarge',
    });
  });

  test('of bytes that are not UTF-8 is damaged', async () => {
    expect(
      await readShareFragment(fragmentOfBytes(deflateSync(Buffer.from([0xc3, 0x28])))),
    ).toEqual({
      problem: 'damaged',
    });
  });
});

describe('the text of a link', () => {
  const summary = (text: string) => {
    const read = readSharedText(text);
    return 'refusal' in read ? `${read.refusal.line}: ${read.refusal.message.en}` : read.document;
  };

  test('is the document, unknown keys and their order included', () => {
    expect(JSON.stringify(summary(documentText(body)))).toBe(JSON.stringify(body));
    const odd = {
      z: {},
      id: 'x',
      body: { deployment: {} },
      a: [null, ''],
      job_content: '{"a": 1}',
    };
    expect(JSON.stringify(summary(documentText(odd)))).toBe(JSON.stringify(odd));
  });

  test.each([
    ['', '1: The text is empty.'],
    ['[]', '1: The body must be an object, in curly brackets.'],
    ['"x"', '1: The body must be an object, in curly brackets.'],
    ['{"a": 1', '1: The JSON ends before all brackets are closed.'],
    ['{"a": 1,}', '1: This is not JSON.'],
    ['{"a": 1} // x', '1: This is not JSON.'],
    ['{\n"a": 1,\n"a": 2}', '3: The key “a” is already on line 2. Keep only one.'],
    ['{"__proto__": {"x": 1}}', '1: A key must not be __proto__. Remove it.'],
    ['{"a": {"\\u005f_proto__": 1}}', '1: A key must not be __proto__. Remove it.'],
    ['{"a": 1.0}', '1: 1.0 would be written as 1.'],
    ['{"a": 12345678901234567890}', '1: 12345678901234567890 is beyond 2^53'],
    ['{"a": "\\ud800"}', '1: This is half a surrogate pair'],
    [
      `{"a": ${'['.repeat(80)}${']'.repeat(80)}}`,
      '1: The text is nested more than 64 levels deep.',
    ],
    [`{"a": "${'x'.repeat(1024 * 1024)}"}`, '1: The text is larger than 1 MiB.'],
  ])('%.40s is refused as an import refuses it', (text, reason) => {
    expect(String(summary(text)).slice(0, reason.length)).toBe(reason);
  });
});
