import { integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { entriesField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import { timestampForm } from './timestamp.ts';

/**
 * Fields that the records of the other endpoints share (docs/sources.md, section 5). The vendor's pages do not
 * number the tables of these responses. Keys that have no field here are kept.
 */

export const idField = textField({ required: true, label: { en: 'ID', zh: 'ID' } });

export const nameField = textField({ required: true, label: { en: 'Name', zh: '名称' } });

export const descriptionField = textField({
  minLength: 0,
  label: { en: 'Description', zh: '描述' },
});

export const projectIdField = textField({ label: { en: 'Project ID', zh: '项目 ID' } });

export const timeFields = {
  created_at: textField({ label: { en: 'Created at', zh: '创建时间' }, pattern: timestampForm }),
  updated_at: textField({ label: { en: 'Updated at', zh: '更新时间' }, pattern: timestampForm }),
};

export function countField(label: Text) {
  return integerField({ label, min: 0 });
}

export const totalField = countField({ en: 'Total number of records', zh: '总数' });

// The service also returns the values of secrets; the proxy blanks them and keeps the keys.
export function contentsField(label: Text) {
  return entriesField({
    label,
    key: { en: 'Key', zh: '属性名' },
    value: { en: 'Value', zh: '属性值' },
  });
}
