import { expect, test } from 'vitest';
import { storageProblem } from './storage-problem.ts';

test.each([
  ['SecurityError', 'refused'],
  ['InvalidStateError', 'refused'],
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer'],
  ['TimeoutError', 'slow'],
  ['UnknownError', 'other'],
  ['AbortError', 'other'],
])('%s of the database is a problem of the kind %s', (name, kind) => {
  const message = 'in the words of the browser';
  expect(storageProblem(new DOMException(message, name))).toEqual({ kind, message });
});

test('uses the name of an error without a message', () => {
  expect(storageProblem(new RangeError(''))).toEqual({ kind: 'other', message: 'RangeError' });
  expect(storageProblem('odd')).toEqual({ kind: 'other', message: 'odd' });
});
