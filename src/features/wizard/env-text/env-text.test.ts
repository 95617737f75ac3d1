import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowId } from '#src/document/row-ids.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { envToText, hiddenRows, readEnvText } from './env-text.ts';

const plain = (name: string, value: string) => ({ name, value });
const secret = (name: string) => ({ name, value_from: { secret: { name: 'login', key: name } } });
const list: JsonList = [
  secret('FIRST'),
  plain('A', '1'),
  secret('TOKEN'),
  { name: 'NODE', field_path: 'status.hostIP' },
  plain('B', 'two words'),
  { name: 'C', value: '3', extra: true },
  plain('D', 'one\n two'),
];

describe('the text of the variables', () => {
  test('has a line for each plain one', () => {
    expect(envToText(list)).toBe("A=1\nB=two words\nD='one\n two'");
    expect(hiddenRows(list)).toEqual([list[0], list[2], list[3], list[5]]);
  });

  test('changes nothing while it is unchanged', () => {
    const { list: read, problems } = readEnvText(envToText(list), list);
    expect(problems).toEqual([]);
    expect(read).toHaveLength(list.length);
    for (const [index, row] of read!.entries()) expect(row).toBe(list[index]);
  });

  test('keeps what it cannot show behind the variable that it followed', () => {
    const { list: read } = readEnvText('NEW=0\nB=2\nA=1', list);
    expect(read).toEqual([
      list[0],
      plain('NEW', '0'),
      plain('B', '2'),
      list[5],
      plain('A', '1'),
      list[2],
      list[3],
    ]);
    expect(readEnvText('', list).list).toEqual(hiddenRows(list));
  });

  test('keeps the rows of variables whose value changes', () => {
    const before = rowId(list[1] as object);
    const { list: read } = readEnvText('A=9', list);
    expect(rowId(read![1] as object)).toBe(before);
    expect(read![1]).toEqual(plain('A', '9'));
  });

  test.each([
    ['A', 1, 'There is no = sign. Write NAME=value.'],
    ['A=1\n=x', 2, 'There is no name before the = sign.'],
    ['A=1\n\nA B=2', 3, 'The name contains a space.'],
    ['A="x\nB=2', 1, 'The quote is not closed.'],
    [`A='x' y`, 1, /^Text follows the closing quote/],
  ])('%j is not used: line %d is wrong', (text, line, message) => {
    const { list: read, problems } = readEnvText(text, list);
    expect(read).toBeUndefined();
    expect(problems).toEqual([
      { line, message: expect.objectContaining({ en: expect.stringMatching(message) }) },
    ]);
  });

  test('reports broken limits and repeated names, and is used', () => {
    const { list: read, problems, comments } = readEnvText('# c\n1A=x\nB=1\nB=2', []);
    expect(read).toEqual([plain('1A', 'x'), plain('B', '1'), plain('B', '2')]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems[1]?.message.en).toBe('Line 4 sets B again.');
    expect(comments).toBe(1);
  });

  test('gives back every list', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('A', 'B', 'export A', '# x', "it's", '\r\n'),
    );
    const row: fc.Arbitrary<Json> = fc.oneof(
      fc.record({ name: text, value: text }),
      fc.constant(secret('S')),
      fc.constant(null),
      fc.record({ name: text }),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { list: read } = readEnvText(envToText(rows), rows);
        expect(read).toEqual(rows);
      }),
    );
  });
});
