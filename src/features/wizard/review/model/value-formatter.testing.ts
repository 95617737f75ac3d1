import { ValueFormatter } from './format-value.ts';

export const englishFormatter = new ValueFormatter((text) => text.en, {
  yes: 'Yes',
  no: 'No',
  byDefault: '(default)',
  none: 'None',
  notFilled: 'Not set',
  emptyText: '(empty)',
});
