import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adopt } from './adopt.ts';
import { anyEdit, anyJson, applyEdit, clone, parse } from './documents.testing.ts';
import { idsOf, rowId } from './row-ids.ts';
import type { Json, JsonObject } from '#src/json/value.ts';

type Rows = readonly JsonObject[];
const text = (document: Json) => JSON.stringify(document);

/** For each adopted row, the index of the current row that it continues. */
function origins(present: Rows, next: Rows): (number | 'new')[] {
  const before = idsOf(present);
  return (adopt(present, next) as Rows).map((row) => {
    const at = before.indexOf(rowId(row));
    return at < 0 ? 'new' : at;
  });
}

describe('the adopted document', () => {
  test('has the text of the next one, for any two documents', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (present, next) => {
        expect(text(adopt(present, next))).toBe(text(next));
      }),
      { numRuns: 500 },
    );
  });

  test('has the text of the next one, for an edited copy of the current one', () => {
    const changes = fc.array(anyEdit, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyJson, changes, (present, edits) => {
        const before = text(present);
        const next = edits.reduce(applyEdit, clone(present));
        expect(text(adopt(present, clone(next)))).toBe(text(next));
        expect(text(present)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test('is the current one if both have the same text', () => {
    fc.assert(
      fc.property(anyJson, (present) => {
        expect(adopt(present, clone(present))).toBe(present);
      }),
      { numRuns: 300 },
    );
  });

  test('has the key order of the next one', () => {
    const present = { a: { x: 1 }, b: 2 };
    const adopted = adopt(present, { b: 2, a: { x: 1 } }) as typeof present;
    expect(text(adopted)).toBe('{"b":2,"a":{"x":1}}');
    expect(adopted.a).toBe(present.a);
  });

  test('keeps an own __proto__ key as one', () => {
    const present = parse('{"__proto__":{"a":1},"b":1}');
    const adopted = adopt(present, parse('{"__proto__":{"a":1},"b":2}'));
    expect(text(adopted)).toBe('{"__proto__":{"a":1},"b":2}');
    expect(Object.getPrototypeOf(adopted)).toBe(Object.prototype);
  });

  test('ignores inherited members of the current document', () => {
    expect(text(adopt({}, { toString: { a: 1 } } as unknown as Json))).toBe('{"toString":{"a":1}}');
  });

  test.each<[Json | undefined, Json]>([
    [undefined, { a: 1 }],
    [{ a: 1 }, [1]],
    [[1], { a: 1 }],
    [null, { a: 1 }],
    [{ a: 1 }, null],
    ['x', ['x']],
  ])('is the next one itself if %j and %j have different types', (present, next) => {
    expect(adopt(present, next)).toBe(next);
  });
});

describe('unchanged parts', () => {
  test('are the same objects as in the current document', () => {
    const present = {
      head: { a: [1] },
      rows: [
        { name: 'a', deep: { x: 1 } },
        { name: 'b', deep: { x: 2 } },
      ],
    };
    const next = clone(present) as typeof present;
    next.rows[0]!.name = 'z';
    const adopted = adopt(present, next) as typeof present;
    expect(adopted.head).toBe(present.head);
    expect(adopted.rows[0]!.deep).toBe(present.rows[0]!.deep);
    expect(adopted.rows[1]).toBe(present.rows[1]);
    expect(adopted.rows).not.toBe(present.rows);
  });
});

describe('a row', () => {
  const present: Rows = [
    { name: 'a', value: 1 },
    { name: 'b', value: 2 },
    { name: 'c', value: 3 },
  ];
  const [a, b, c] = present.map(clone) as [JsonObject, JsonObject, JsonObject];

  test.each<[string, Rows, (number | 'new')[]]>([
    ['is recognized after a move', [c, a, b], [2, 0, 1]],
    ['is recognized after an earlier row is removed', [b, c], [1, 2]],
    ['is recognized after a row is inserted before it', [{ name: 'n' }, a, b, c], ['new', 0, 1, 2]],
    ['is recognized by its name after a move and a change', [{ ...c, value: 9 }, a, b], [2, 0, 1]],
    [
      'is recognized by its index after a change of its name',
      [a, { ...b, name: 'z' }, c],
      [0, 1, 2],
    ],
    ['is used once', [a, a, a], [0, 'new', 'new']],
    ['is matched by equality before name', [{ name: 'b', value: 9 }, b], ['new', 1]],
  ])('%s', (_what, next, wanted) => {
    expect(origins(present, next)).toEqual(wanted);
  });

  test.each<[string, Rows, Rows, (number | 'new')[]]>([
    ['by key, for tags', [{ key: 'a' }, { key: 'b' }], [{ key: 'b', value: 1 }], [1]],
    ['by index, without a name', [{ x: 1 }, { x: 2 }], [{ x: 9 }, { x: 2 }], [0, 1]],
    [
      'by index, with empty names',
      [{ name: '' }, { name: '' }],
      [{ name: '' }, { name: '', x: 1 }],
      [0, 1],
    ],
    ['by index, if the name is not a string', [{ name: 1, x: 1 }], [{ name: 2 }], [0]],
    [
      'in order, among equal rows',
      [{ x: 1 }, { x: 1 }],
      [{ x: 1 }, { x: 1 }, { x: 1 }],
      [0, 1, 'new'],
    ],
    [
      'in order, among rows with the same name',
      [
        { name: 'a', x: 1 },
        { name: 'a', x: 2 },
      ],
      [
        { name: 'a', x: 3 },
        { name: 'a', x: 4 },
      ],
      [0, 1],
    ],
  ])('is matched %s', (_what, before, next, wanted) => {
    expect(origins(before, next)).toEqual(wanted);
  });

  test('keeps the ids of its nested rows when it moves', () => {
    const nested = [
      { name: 'a', envs: [{ name: 'X', value: '1' }] },
      { name: 'b', envs: [] },
    ];
    const id = rowId(nested[0]!.envs![0]!);
    const adopted = adopt(nested, [
      { name: 'b', envs: [] },
      { name: 'a', envs: [{ name: 'X', value: '2' }] },
    ]) as { envs: Rows }[];
    expect(rowId(adopted[1]!.envs[0]!)).toBe(id);
  });
});

test('falsy members of a list are kept', () => {
  const next = ['', 0, null, false, ''];
  expect(text(adopt(['', 'x', 0], next))).toBe(text(next));
});

test('30,000 equal members are matched in less than two seconds', () => {
  const members = (count: number) => Array.from({ length: count }, () => '');
  const start = performance.now();
  expect(adopt(members(30_000), members(30_001))).toHaveLength(30_001);
  // About 50 ms; matching each member against all others took 10 s.
  expect(performance.now() - start).toBeLessThan(2000);
});
