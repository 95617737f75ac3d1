import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readToken, TOKEN_LIFETIME_MS } from './read-token.ts';

const NOTHING = { expiresAt: undefined, projectId: undefined, projectName: undefined };
const content = {
  token: {
    expires_at: '2026-11-25T09:05:22.701000Z',
    methods: ['password'],
    catalog: [],
    roles: [{ name: 'te_admin', id: '0' }],
    project: {
      domain: { id: 'd78cbac186b744899480f25bd022f468', name: 'shop' },
      id: '05e1aef9040010e22fccc009adecb056',
      name: 'cn-north-4',
    },
    issued_at: '2026-11-24T09:05:22.701000Z',
  },
};

/** A token in the format of the service: JSON between binary data, as base64 with `-` for `/`. */
function makeToken(json: string, before = 60, after = 300): string {
  const filler = (length: number) =>
    Buffer.from(Array.from({ length }, (_, index) => (index * 37 + 190) % 256));
  const bytes = Buffer.concat([filler(before), Buffer.from(json, 'utf8'), filler(after)]);
  return bytes.toString('base64').replaceAll('/', '-');
}

describe('readToken', () => {
  test('returns the expiry and the project', () => {
    expect(readToken(makeToken(JSON.stringify(content)))).toEqual({
      expiresAt: Date.UTC(2026, 10, 25, 9, 5, 22, 701),
      projectId: '05e1aef9040010e22fccc009adecb056',
      projectName: 'cn-north-4',
    });
  });

  test('finds the JSON at any position', () => {
    for (const before of [0, 1, 2, 3, 61, 62]) {
      const token = makeToken(JSON.stringify(content), before);
      expect(readToken(token).expiresAt).toBe(Date.UTC(2026, 10, 25, 9, 5, 22, 701));
    }
  });

  test('reads both base64 alphabets, line breaks, and a token that ends after its expiry', () => {
    const token = makeToken(JSON.stringify(content));
    const urlSafe = token.replaceAll('-', '_').replaceAll('+', '-');
    expect(urlSafe).toContain('_');
    const wrapped = token.replaceAll(/(.{64})/g, '$1\r\n');
    const cut = token.slice(0, 200);
    for (const form of [urlSafe, wrapped, cut]) {
      expect(readToken(form).expiresAt).toBe(Date.UTC(2026, 10, 25, 9, 5, 22, 701));
    }
    expect(readToken(cut).projectId).toBeUndefined();
  });

  test.each([
    ['an empty text', ''],
    ['no base64', 'token of the user'],
    ['base64 of something else', makeToken('{"sub":"user"}')],
    ['an invalid expiry', makeToken('{"token":{"expires_at":"2026-02-30T00:00:00Z"}}')],
    ['an expiry of another type', makeToken('{"token":{"expires_at":1790000000}}')],
    ['a project that is not an object', makeToken('{"project":"cn-north-4"}')],
    ['an incomplete project', makeToken('{"project":{"id":"05e1"', 60, 0)],
  ])('returns nothing for %s', (_case, token) => {
    expect(readToken(token)).toEqual(NOTHING);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readToken(text);
      }),
    );
    fc.assert(
      fc.property(fc.base64String(), fc.json(), (text, json) => {
        readToken(text + makeToken(`"project":${json}`));
      }),
    );
  });

  test('reads a token of the maximum length quickly', () => {
    const start = performance.now();
    readToken('"project":{'.repeat(9_000));
    readToken(Buffer.from('"project":{'.repeat(7_000)).toString('base64'));
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('assumes a lifetime of one day', () => {
    expect(TOKEN_LIFETIME_MS).toBe(86_400_000);
  });
});
