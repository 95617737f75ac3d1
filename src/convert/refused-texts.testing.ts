/** One text for each reason to refuse an input, with the place and the reason. For tests of the page and the CLI. */
export const refusedTexts: readonly (readonly [
  name: string,
  text: string,
  line: number,
  column: number,
  reason: RegExp,
])[] = [
  ['a key twice', '{\n"name": "a",\n "name": "b"}', 3, 2, /“name” is already on line 2/],
  ['an integer beyond 2^53', '{"name":\n 9007199254740993}', 2, 2, /9007199254740993 is beyond/],
  [
    'a number that our text would print differently',
    '{"name":"a","node_ids":[],\n"deployment":{"replicas":1.0}}',
    2,
    26,
    /1\.0 would be written as 1\./,
  ],
  ['65 levels', `${'['.repeat(65)}${']'.repeat(65)}`, 1, 65, /64 levels/],
  ['more than 1 MiB', `{"name":"${'a'.repeat(1024 * 1024)}"}`, 1, 1, /larger than 1 MiB/],
  ['more than 5 MiB of YAML', `a: ${'a'.repeat(5 * 1024 * 1024)}`, 1, 1, /larger than 5 MiB/],
  ['half a surrogate pair', '{"name":\n  "\\ud800"}', 2, 3, /surrogate/],
  ['the key __proto__', '{"a":\n {"__proto__": 1}}', 2, 3, /__proto__/],
  ['neither JSON nor YAML', 'Please deploy this.', 1, 1, /Unknown content/],
];
