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

const configmapGroup = groupField({
  name: 'ConfigMap',
  label: { en: 'Configmap', zh: '配置项' },
  fields: {
    id: idField,
    name: nameField,
    description: descriptionField,
    project_id: projectIdField,
    configs: contentsField({ en: 'Contents', zh: '配置内容' }),
    ...timeFields,
  },
});

/** `{count, configmaps}`. */
export const configmapsAnswerGroup = groupField({
  name: 'ConfigMapsAnswer',
  label: { en: 'Configmaps', zh: '配置项列表' },
  fields: {
    count: totalField,
    configmaps: rowsField({
      required: true,
      label: { en: 'Configmaps', zh: '配置项列表' },
      item: configmapGroup.label,
      row: configmapGroup,
    }),
  },
});

/** `{configmap}`. */
export const configmapAnswerGroup = groupField({
  name: 'ConfigMapAnswer',
  label: configmapGroup.label,
  fields: { configmap: { ...configmapGroup, required: true } },
});
