import { integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { projectIdField, countField } from './record.fields.ts';

const quotaGroup = groupField({
  name: 'Quota',
  label: { en: 'Quota', zh: '配额' },
  fields: {
    type: textField({
      required: true,
      label: { en: 'Type', zh: '类型' },
      placeholder: 'deployment',
    }),
    used: countField({ en: 'Used', zh: '已使用' }),
    quota: integerField({ required: true, label: { en: 'Quota', zh: '配额' } }),
    min: integerField({ label: { en: 'Minimum quota', zh: '最小配额' } }),
    max: integerField({ label: { en: 'Maximum quota', zh: '最大配额' } }),
    project_id: projectIdField,
  },
});

/** `{quotas: {resources}}`. */
export const quotasAnswerGroup = groupField({
  name: 'QuotasAnswer',
  label: { en: 'Quotas', zh: '配额' },
  fields: {
    quotas: groupField({
      name: 'Quotas',
      required: true,
      label: { en: 'Quotas', zh: '配额' },
      fields: {
        resources: rowsField({
          required: true,
          label: { en: 'Resources', zh: '资源' },
          item: quotaGroup.label,
          row: quotaGroup,
        }),
      },
    }),
  },
});
