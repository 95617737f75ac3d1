import { expect, test } from 'vitest';
import { faultNames } from '#src/server/mock-ief/faults/faults.ts';
import { faults } from './faults.ts';

test('every fault of the mock can be chosen, and none besides', () => {
  expect(faults.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...faultNames].toSorted()),
  );
  expect(faults).toHaveLength(faultNames.length);
});

test('every fault has a name and a meaning in both languages', () => {
  for (const { label, does } of faults) {
    for (const { en, zh } of [label, does]) {
      expect(en).toMatch(/^[A-Z0-9][\x20-\x7e]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(zh).not.toMatch(/[\u4e00-\u9fff][,:;?!.(]/);
    }
  }
});
