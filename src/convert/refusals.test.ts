import { describe, expect, test } from 'vitest';
import { convert } from './convert.ts';
import type { ConvertRequest } from './request/kinds.ts';

/** `line:column reason`, or the body if the text was not refused. */
function refusal(text: string, options: Partial<ConvertRequest> = {}): string {
  const result = convert({ text, ...options });
  if (!('refusal' in result)) return JSON.stringify(result.body);
  const { line, column, message } = result.refusal;
  expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
  return `${line}:${column} ${message.en}`;
}

const container = '"template":{"containers":[{"name":"a","image_url":"b"}]}';
const deep = (open: string, close: string, levels: number) =>
  open.repeat(levels) + close.repeat(levels);

describe('a text is refused with line, column and reason', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', '', /^1:1 The text is empty/],
    ['blanks', ' \n\t\n', /^1:1 The text is empty/],
    ['only YAML comments', '# only this\n', /^1:1 The text is empty/],
    ['a key twice', '{\n"name": "a",\n "name": "b"}', /^3:2 The key “name” is already on line 2/],
    ['a key twice, in YAML', 'name: a\nnode_ids: []\nname: b\n', /^3:1 .+ on line 1/],
    ['an integer beyond 2^53', '{"name":\n 9007199254740993}', /^2:2 9007199254740993 is beyond/],
    ['such an integer in YAML', 'name: 9007199254740993', /^1:7 .+ beyond/],
    [
      'a number that prints differently',
      `{"name":"a","deployment":{"replicas":1.0,${container}}}`,
      /^1:38 1\.0 would be written as 1\./,
    ],
    [
      'an exponent',
      `{"name":"a","deployment":{"replicas":1e2,${container}}}`,
      /^1:38 1e2 would be written as 100/,
    ],
    [
      'such a number in YAML',
      'name: a\nnode_ids: []\ndeployment:\n  replicas: 012',
      /^4:13 012 would be written as 12/,
    ],
    ['half a surrogate pair', '{"name": "\\ud800"}', /^1:10 .+surrogate/],
    ['half a pair in a key', '{"\\udc00": 1}', /^1:2 .+surrogate/],
    ['half a pair, unescaped', '{"name": "\ud800"}', /^1:11 .+surrogate/],
    ['half a pair in YAML', 'name: "\\ud800"', /^1:7 .+surrogate/],
    ['__proto__', '{"a": {"__proto__": 1}}', /^1:8 .+__proto__/],
    ['__proto__ in YAML', 'a:\n  __proto__: 1', /^2:3 .+__proto__/],
    ['65 levels', deep('[', ']', 65), /^1:65 .+64 levels/],
    ['65 levels of objects', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, /64 levels/],
    ['65 levels of YAML flow', `a: ${deep('[', ']', 65)}`, /64 levels/],
    [
      '65 levels of YAML blocks',
      Array.from({ length: 66 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
      /64 levels/,
    ],
    ['65 levels on one line of YAML', `${'- '.repeat(70)}a`, /64 levels/],
    ['over 1 MiB of JSON', `{"name":"${'a'.repeat(1024 * 1024)}"}`, /^1:1 .+larger than 1 MiB/],
    ['over 5 MiB of YAML', `a: ${'a'.repeat(5 * 1024 * 1024)}`, /^1:1 .+larger than 5 MiB/],
    ['a sentence', 'Please deploy this.', /^1:1 Unknown content/],
    ['JSON of another kind', '{"a": 1}', /^1:1 Unknown content/],
    [
      'manifests without a workload',
      'apiVersion: v1\nkind: Service\n---\napiVersion: batch/v1\nkind: CronJob',
      /^1:1 There is no workload to convert, only Service, CronJob\. Pod, /,
    ],
    ['smart quotes', '{“name”：“edge-app”}', /^1:2 /],
    ['a dict of Python', "{'name': 'edge-app', 'privileged': False}", /^1:2 /],
    ['NaN', '{"name":"a","deployment":{"replicas":NaN}}', /^1:38 /],
    ['an open bracket', '{"name": "a"', /ends before all brackets/],
    ['two values', '{} {}', /^1:4 Nothing may follow/],
    ['a tab as indentation', 'a:\n\tb: 1', /spaces, not with tabs|YAML/],
    ['a bad indentation', 'a:\n  b: 1\n c: 2', /^3:\d+ /],
    ['an alias without an anchor', 'a: *b', /^1:4 /],
    ['an alias of itself', 'a: &a [*a]', /^1:8 /],
  ])('%s', (_, text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });

  test('a name that is not in the input is refused, with the available names', () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: []}';
    expect(refusal(text, { names: ['db'] })).toMatch(/^1:1 “db” was not found. Available: web\./);
  });

  test('a kind that the text is not', () => {
    expect(refusal('{"name":"a","node_ids":[]}', { from: 'kubernetes' })).toMatch(/^1:1 /);
  });
});

describe('hostile texts are refused', () => {
  const bomb = Array.from({ length: 12 }, (_, index) =>
    index === 0
      ? 'a0: &a0 [x]'
      : `a${index}: &a${index} [${Array.from({ length: 9 }, () => `*a${index - 1}`).join(', ')}]`,
  ).join('\n');
  test.each<[string, string]>([
    ['an alias bomb', bomb],
    ['a merge bomb', bomb.replaceAll(/\[(.*)\]/g, '{<<: [$1]}').replace('<<: [x]', 'k: x')],
    ['100,000 levels of flow', `a: ${'['.repeat(100_000)}`],
    ['100,000 levels on one line', '- '.repeat(100_000)],
    ['100,000 levels of explicit keys', '? '.repeat(100_000)],
    ['100,000 levels of JSON', '['.repeat(100_000)],
    ['one tag after another', '!a '.repeat(1000)],
  ])('%s', (_, text) => {
    expect(refusal(text)).toMatch(/^\d+:\d+ /);
  });

  test('many deep texts in a row do not overflow the stack', () => {
    for (const levels of [500, 1000, 1500, 3000])
      expect(refusal(`a: ${deep('[', ']', levels)}`)).toMatch(/64 levels/);
  });

  test('keys that every object inherits are ordinary keys', () => {
    const text = JSON.stringify({
      name: 'a',
      node_ids: [],
      constructor: { prototype: 1 },
      toString: 'x',
      hasOwnProperty: [1],
      deployment: { template: { containers: [{ name: 'a', image_url: 'b', valueOf: 1 }] } },
    });
    expect(refusal(text)).toBe(text);
  });

  test('64 levels are read', () => {
    const inner = `${'['.repeat(62)}1${']'.repeat(62)}`;
    expect(refusal(`{"name":"a","node_ids":[],"x":${inner}}`)).toContain(inner);
  });
});
