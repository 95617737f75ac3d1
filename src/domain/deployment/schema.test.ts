import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkField } from '#src/domain/core/check-fields.ts';
import { anyBody, fullBody } from './bodies.testing.ts';
import { deploymentGroup } from './deployment.fields.ts';
import { initialBody } from './initial.ts';
import { pageRequest } from './page-examples.ts';
import { deploymentSchema } from './schema.ts';

const fieldIssues = (body: unknown) => checkField(deploymentGroup, body, deploymentGroup.name);

describe('the schema accepts a body exactly if no field has a problem:', () => {
  test.each<[string, unknown, boolean]>([
    ['the full body', fullBody, true],
    ['the request of the page', pageRequest(), true],
    ['the initial body', initialBody, false],
    ['an empty object', {}, false],
    ['null', null, false],
    ['a list', [], false],
  ])('%s', (_what, body, good) => {
    expect(deploymentSchema.safeParse(body).success).toBe(good);
    expect(fieldIssues(body).length === 0).toBe(good);
  });

  test('any change of the full body', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        const { success } = deploymentSchema.safeParse(body);
        if (success) accepted++;
        else refused++;
        expect(success).toBe(fieldIssues(body).length === 0);
      }),
      { numRuns: 500 },
    );
    // Else the property would say little.
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(deploymentSchema.safeParse(body).success).toBe(fieldIssues(body).length === 0);
      }),
      { numRuns: 300 },
    );
  });
});

test('unknown keys come through as they are, own __proto__ excepted', () => {
  const odd = { ...pageRequest(), annotations: { a: null }, 'a.b': [], '10': '' };
  expect(deploymentSchema.parse(odd)).toEqual(odd);
  expect(Object.prototype).not.toHaveProperty('polluted');
  deploymentSchema.safeParse(JSON.parse('{"name":"a","__proto__":{"polluted":1}}'));
  expect(Object.prototype).not.toHaveProperty('polluted');
});
