import { describe, expect, test } from 'vitest';
import {
  conflictingAttempt,
  createAttempt,
  isAttempt,
  newAttemptKey,
  surplus,
  type Attempt,
  type AttemptState,
} from './attempt.ts';
import { bodyOf, START } from '#src/domain/lookup/lookup.testing.ts';
import { place } from '../submission/scene.testing.ts';

const intent = { place, body: bodyOf() };
const origin = (last?: Attempt) => ({
  document: 'first',
  last,
  now: START,
  newKey: newAttemptKey(),
});
const make = (more: Partial<Attempt> = {}): Attempt => ({
  ...createAttempt(intent, origin()),
  ...more,
});
const refused = (code: string, status = 401) =>
  make({ state: 'rejected', error: { kind: 'http', message: '', status, code } });

describe('the key', () => {
  test('has 128 bits and differs for each attempt', () => {
    const keys = Array.from({ length: 100 }, () => make().key);
    expect(new Set(keys).size).toBe(100);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ['a refused token', refused('APIGW.0301'), true],
    ['IEF’s code for one', refused('IEF.011005', 400), true],
    ['a missing session', refused('BUILDER.access_needed'), true],
    ['a refused body', refused('IEF.100012', 400), false],
    ['a missing permission', refused('APIGW.0302', 403), false],
    ['an unknown outcome', make({ state: 'unknown' }), false],
    ['a lookup without a result', make({ state: 'notFound' }), false],
    ['a success', make({ state: 'created' }), false],
  ])('after %s is reused: %s', (_what, last, isSame) => {
    expect(createAttempt(intent, origin(last)).key === last.key).toBe(isSame);
    const other = { place, body: bodyOf('edge-db') };
    expect(createAttempt(other, origin(last)).key).not.toBe(last.key);
  });
});

describe('a conflicting attempt', () => {
  const next = make();
  const open: AttemptState[] = ['intended', 'sent', 'unknown', 'reconciling', 'ambiguous'];
  test.each(open)(
    'is an attempt in the state “%s” of the same document, or of the same name and place',
    (state) => {
      const ofDocument = make({ state, name: 'edge-db' });
      const ofName = make({ state, document: 'copy', body: bodyOf('edge-web', 'other') });
      expect(conflictingAttempt(next, [ofDocument])).toBe(ofDocument);
      expect(conflictingAttempt(next, [ofName])).toBe(ofName);
      expect(conflictingAttempt(next, [{ ...ofName, name: 'edge-db' }])).toBeUndefined();
      const elsewhere = { ...place, projectId: 'f'.repeat(32) };
      expect(conflictingAttempt(next, [{ ...ofName, place: elsewhere }])).toBeUndefined();
    },
  );

  test('is an attempt that created exactly this, and no other finished one', () => {
    const made = make({ state: 'created', document: 'copy' });
    expect(conflictingAttempt(next, [made])).toBe(made);
    expect(
      conflictingAttempt(next, [{ ...made, body: bodyOf('edge-web', 'other') }]),
    ).toBeUndefined();
    for (const state of ['rejected', 'notFound', 'settled'] as const)
      expect(conflictingAttempt(next, [make({ state })])).toBeUndefined();
  });

  test('is never the attempt itself', () => {
    expect(conflictingAttempt(next, [{ ...next, state: 'sent' }])).toBeUndefined();
  });
});

test('keeps 50 attempts for 30 days, open ones first', () => {
  const day = 24 * 60 * 60 * 1000;
  const old = make({ sentAt: START - 31 * day, state: 'unknown' });
  const open = make({ sentAt: START - 29 * day, state: 'unknown' });
  const done = Array.from({ length: 60 }, (_, at) =>
    make({ sentAt: START - at * 1000, state: 'created' }),
  );
  const gone = surplus([open, ...done, old], START);
  expect(gone).toEqual([old, ...done.slice(48)]);
  expect(61 - (gone.length - 1) + 1).toBe(50);
  expect(surplus(done.slice(0, 49), START)).toEqual([]);
});

test.each([
  null,
  'x',
  {},
  { version: 2 },
  { ...make(), version: 2 },
  { ...make(), place: 'x' },
  { ...make(), place: { ...place, projectId: 1 } },
  { ...make(), state: 'odd' },
  { ...make(), sentAt: Number.NaN },
  { ...make(), sentAt: 1e300 },
  { ...make(), firstSentAt: Infinity },
  { ...make(), endedAt: '1' },
  { ...make(), clockOffsetMs: Number.NaN },
  { ...make(), answer: {} },
  { ...make(), answer: { id: 'a', name: 'b', state: 'c', createdAt: 1 } },
  { ...make(), error: { kind: 'http' } },
])('ignores a record of another shape: %#', (record) => expect(isAttempt(record)).toBe(false));

test('reads its own record, which has no credential', () => {
  expect(isAttempt(structuredClone(make()))).toBe(true);
  expect(Object.keys(make().place)).not.toContain('token');
});
