import { expect, test } from 'vitest';
import { faultNames } from '#src/server/mock-ief/faults/faults.ts';
import { faults } from './faults.ts';

test('every fault of the mock can be chosen, and no other', () => {
  expect(faults.toSorted()).toEqual([...faultNames].toSorted());
});
