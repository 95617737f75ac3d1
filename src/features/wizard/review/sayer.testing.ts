import { ValueSayer } from './say-value.ts';

/** Says values as the English page does. */
export const englishSayer = new ValueSayer((text) => text.en, {
  yes: 'Yes',
  no: 'No',
  byDefault: '(default)',
  none: 'None',
  notFilled: 'Not filled in',
  emptyText: '(empty)',
});
