import { ValueFormatter } from './format-value.ts';

/** Formats values as the English page does. */
export const englishFormatter = new ValueFormatter((text) => text.en, {
  yes: 'Yes',
  no: 'No',
  byDefault: '(default)',
  none: 'None',
  notFilled: 'Not filled in',
  emptyText: '(empty)',
});
