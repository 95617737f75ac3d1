import { expect, test } from 'vitest';
import { validate } from '#src/domain/deployment/validate.ts';
import { examples } from './documents.examples.ts';

test('there are six examples, each with its own ID', () => {
  expect(new Set(examples.map(({ id }) => id)).size).toBe(6);
});

test.each(examples.map((example) => [example.id, example] as const))(
  '%s has no error in its edition',
  (_id, { body, edition }) => {
    const issues = validate(body, { edition });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test.each(examples.map((example) => [example.id, example] as const))(
  '%s has no error in the platinum edition, so that only platinum examples switch the edition',
  (_id, { body }) => {
    const issues = validate(body, { edition: 'platinum' });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test.each(examples.map(({ id, summary }) => [id, summary] as const))(
  '%s is explained in one line in both languages',
  (_id, { en, zh }) => {
    expect(en).toMatch(/^[^\n]{10,90}\.$/);
    expect(zh).toMatch(/^[^\n]{5,50}。$/);
  },
);
