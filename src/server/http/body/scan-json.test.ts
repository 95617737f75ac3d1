import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';
import { bodyLimits, scanJson } from './scan-json.ts';

const toBytes = (text: string) => new TextEncoder().encode(text);
const scan = (text: string, forbiddenKey?: string) =>
  scanJson(toBytes(text), bodyLimits, forbiddenKey);
const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Counts values and keys by walking over the value. */
function count(value: unknown): { values: number; keys: number } {
  if (typeof value !== 'object' || value === null) return { values: 1, keys: 0 };
  const parts = Object.values(value).map(count);
  return {
    values: parts.reduce((sum, part) => sum + part.values, 1),
    keys: parts.reduce((sum, part) => sum + part.keys, Array.isArray(value) ? 0 : parts.length),
  };
}

describe('the scan of a JSON text', () => {
  it('accepts what JSON.parse accepts, and counts its contents', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, space) => {
        const value: unknown = JSON.parse(text);
        const spaced = JSON.stringify(value, null, space);
        expect(scan(spaced)).toEqual({ ok: true, ...count(value) });
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] , : "a" " \\ \\u00e 1 - 0 1. e5 .5 true nul null é + "\\ud800"'.split(' '),
      ' ',
      '\n',
      '\t',
      '\u00a0',
      '\u0001',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        // TextDecoder ignores a byte order mark at the beginning, and so does the scan.
        expect(scan(text).ok).toBe(isJson(text.replace(/^\ufeff/, '')));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['', ' ', '01', '1e', '-', '"\\x"', '"\n"', '[1,]', '{"a":1,}', '{a:1}', '[}', '1 2'])(
    'refuses %j',
    (text) => expect(scan(text)).toMatchObject({ ok: false, error: { kind: 'malformed' } }),
  );

  it('refuses what is not UTF-8', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xc0, 0x80, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
    ]) {
      expect(scanJson(Uint8Array.from(bytes), bodyLimits).ok).toBe(false);
    }
  });

  it.each([
    ['64 levels', `${'['.repeat(64)}${']'.repeat(64)}`, undefined],
    ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, 'too-deep'],
    ['levels that do not end', '['.repeat(500_000), 'too-deep'],
    ['100,000 values', `[${'0,'.repeat(99_998)}0]`, undefined],
    ['one value more', `[${'0,'.repeat(99_999)}0]`, 'too-many-values'],
    ['50,000 keys', `[${'{"a":1},'.repeat(49_999)}{"a":{}}]`, 'too-many-values'],
    ['50,000 keys of one object', `{${'"a":1,'.repeat(49_999)}"a":1}`, undefined],
    ['one key more', `{${'"a":1,'.repeat(50_000)}"a":1}`, 'too-many-keys'],
    ['brackets in strings', `["${'[{'.repeat(1_000)}\\"${'[{'.repeat(1_000)}"]`, undefined],
  ])('%s', (_, text, kind) => {
    const result = scan(text);
    expect(result.ok ? undefined : result.error.kind).toBe(kind);
  });

  it.each([
    ['{"a":[0,{"__proto__":1}]}', ['a', 1, '__proto__']],
    ['{"b":{"a":1},"\\u005f_proto_\\u005F":1}', ['__proto__']],
    ['{"\\"q":[[],{"__proto__":1}]}', ['"q', 1, '__proto__']],
    ['{"a":"__proto__","__proto":1,"__proto__ ":2,"\\\\__proto__":3}', undefined],
  ])('finds a forbidden key in %s', (text, path) => {
    const result = scan(text, '__proto__');
    expect(result.ok ? undefined : result.error).toEqual(
      path === undefined ? undefined : { kind: 'forbidden-key', path },
    );
  });

  it('accepts a body of 20 containers with 250 variables each', () => {
    const from = { configmap: { name: 'settings', key: 'key' } };
    const envs = Array.from({ length: 250 }, (_, at) => ({ name: `V_${at}`, value_from: from }));
    const containers = Array.from({ length: 20 }, () => ({ envs }));
    const result = scan(JSON.stringify({ deployment: { template: { containers } } }));
    expect(result.ok && result.values).toBeGreaterThan(20_000);
  });

  it('parses an accepted text with its byte order mark', () => {
    expect(parseJson(toBytes('\ufeff{"a":1}'))).toEqual({
      ok: true,
      value: { a: 1 },
      values: 2,
      keys: 1,
    });
  });
});
