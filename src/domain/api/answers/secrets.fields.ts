import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import {
  idField,
  nameField,
  descriptionField,
  projectIdField,
  timeFields,
  totalField,
  contentsField,
} from './record.fields.ts';

const secretGroup = groupField({
  name: 'Secret',
  label: { en: 'Secret', zh: '密钥' },
  fields: {
    id: idField,
    name: nameField,
    description: descriptionField,
    project_id: projectIdField,
    type: textField({ label: { en: 'Type', zh: '类型' }, placeholder: 'Opaque' }),
    secrets: contentsField({ en: 'Contents', zh: '密钥内容' }),
    ...timeFields,
  },
});

/** `{count, secrets}`. */
export const secretsAnswerGroup = groupField({
  name: 'SecretsAnswer',
  label: { en: 'Secrets', zh: '密钥列表' },
  fields: {
    count: totalField,
    secrets: rowsField({
      required: true,
      label: { en: 'Secrets', zh: '密钥列表' },
      item: secretGroup.label,
      row: secretGroup,
    }),
  },
});

/** `{secret}`. */
export const secretAnswerGroup = groupField({
  name: 'SecretAnswer',
  label: secretGroup.label,
  fields: { secret: { ...secretGroup, required: true } },
});
