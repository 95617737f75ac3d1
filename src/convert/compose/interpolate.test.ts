import { describe, expect, test } from 'vitest';
import { interpolate } from './interpolate.ts';

const values = new Map([
  ['A', 'a'],
  ['EMPTY', ''],
]);
const replace = (text: string) => interpolate(text, (name) => values.get(name));

// What `docker compose config` prints for each, from the Compose file reference.
describe('variables', () => {
  test.each([
    ['$A', 'a'],
    ['${A}', 'a'],
    ['x$A.y', 'xa.y'],
    ['$A$A', 'aa'],
    ['$$A', '$A'],
    ['$$$A', '$a'],
    ['${EMPTY-d}', ''],
    ['${EMPTY:-d}', 'd'],
    ['${NO-d}', 'd'],
    ['${NO:-}', ''],
    ['${A+x}', 'x'],
    ['${EMPTY+x}', 'x'],
    ['${EMPTY:+x}', ''],
    ['${NO+x}', ''],
    ['${A:?why}', 'a'],
    ['${EMPTY?why}', ''],
    ['${NO:-${EMPTY:-${A}}}', 'a'],
    ['${NO:-{b}}', '{b}'],
    ['no dollar', 'no dollar'],
  ])('%s is %j', (text, wanted) => {
    expect(replace(text)).toEqual(expect.objectContaining({ text: wanted }));
    expect(replace(text)).not.toHaveProperty('problem');
  });

  test.each([
    ['$NO', '', 'NO has no value'],
    ['${NO}', '', 'NO has no value'],
    ['${NO:?set it}', '', 'NO is required: set it'],
    ['${EMPTY:?}', '', 'EMPTY is required.'],
    ['${1}', '${1}', 'is not valid variable syntax'],
    ['${A', '${A', 'is not valid variable syntax'],
    ['cost: 5$', 'cost: 5$', 'is not valid variable syntax'],
  ])('%s is %j, with a problem', (text, wanted, reason) => {
    const result = replace(text);
    expect(result.text).toBe(wanted);
    expect(result.problem?.en).toContain(reason);
  });

  test('are listed with their defaults', () => {
    expect(replace('${NO:-d} ${MUST:?} $A').uses).toEqual([
      { name: 'NO', fallback: 'd', isRequired: false },
      { name: 'MUST', isRequired: true },
      { name: 'A', isRequired: false },
    ]);
    expect(replace('${A:-d} ${A-e}').uses.map(({ fallback }) => fallback)).toEqual(['d', 'e']);
  });
});
