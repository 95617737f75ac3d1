import { expect, test } from 'vitest';
import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { isOtherGeneration } from './other-generation.ts';

const label = { en: 'Label', zh: '标签' };
const text = textField({ label });
const root = groupField({
  name: 'Root',
  label,
  fields: {
    both: text,
    newer: groupField({ name: 'Newer', label, generation: '2025', fields: { text } }),
    older: rowsField({
      label,
      item: label,
      generation: '2024-04',
      row: groupField({ name: 'Older', label, fields: { text } }),
    }),
  },
});

test('a field belongs to another generation by itself or through a group around it', () => {
  expect(isOtherGeneration(root, ['both'], '2024-04')).toBe(false);
  expect(isOtherGeneration(root, ['newer'], '2024-04')).toBe(true);
  expect(isOtherGeneration(root, ['newer', 'text'], '2024-04')).toBe(true);
  expect(isOtherGeneration(root, ['newer', 'text'], '2025')).toBe(false);
  expect(isOtherGeneration(root, ['older', 0, 'text'], '2025')).toBe(true);
  expect(isOtherGeneration(root, ['older', 0, 'text'], '2024-04')).toBe(false);
  expect(isOtherGeneration(root, ['unknown', 'text'], '2024-04')).toBe(false);
});
