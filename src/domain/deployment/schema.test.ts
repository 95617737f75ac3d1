import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkField } from '#src/domain/core/check/check-fields.ts';
import { anyBody, anyChangeOf, fullBody, newerBody } from './bodies.testing.ts';
import { deploymentGroup } from './fields/deployment.fields.ts';
import { initialBody } from './initial.ts';
import { pageRequest } from './page-examples.ts';
import { schemaOf } from '#src/domain/core/check/schema.ts';
import type { Generation } from '#src/domain/core/context.ts';

const deploymentSchema = schemaOf(deploymentGroup);
const fieldErrors = (body: unknown, generation: Generation) =>
  checkField(deploymentGroup, body, deploymentGroup.name, generation).filter(
    ({ severity }) => severity === 'error',
  );

describe('the schema accepts a body exactly if no field has an error:', () => {
  test.each<[string, unknown, boolean]>([
    ['the full body', fullBody, true],
    ['the request of the page', pageRequest(), true],
    ['the initial body', initialBody, false],
    ['an empty object', {}, false],
    ['null', null, false],
    ['a list', [], false],
  ])('%s', (_what, body, good) => {
    expect(deploymentSchema.safeParse(body).success).toBe(good);
    expect(fieldErrors(body, '2024-04').length === 0).toBe(good);
  });

  test('any change of the full body', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        const { success } = deploymentSchema.safeParse(body);
        if (success) accepted++;
        else refused++;
        expect(success).toBe(fieldErrors(body, '2024-04').length === 0);
      }),
      { numRuns: 500 },
    );
    // Otherwise the property would prove little.
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  test('any change of the full body of generation 2025, in both generations', () => {
    const newerSchema = schemaOf(deploymentGroup, '2025');
    expect(newerSchema.safeParse(newerBody).success).toBe(true);
    fc.assert(
      fc.property(anyChangeOf(newerBody), (body) => {
        const errors = fieldErrors(body, '2025');
        expect(newerSchema.safeParse(body).success).toBe(errors.length === 0);
        const pageErrors = fieldErrors(body, '2024-04');
        expect(deploymentSchema.safeParse(body).success).toBe(pageErrors.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const errors = fieldErrors(body, '2024-04');
        expect(deploymentSchema.safeParse(body).success).toBe(errors.length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

test('unknown keys are kept unchanged, except an own __proto__ key', () => {
  const odd = { ...pageRequest(), annotations: { a: null }, 'a.b': [], '10': '' };
  expect(deploymentSchema.parse(odd)).toEqual(odd);
  expect(Object.prototype).not.toHaveProperty('polluted');
  deploymentSchema.safeParse(JSON.parse('{"name":"a","__proto__":{"polluted":1}}'));
  expect(Object.prototype).not.toHaveProperty('polluted');
});
