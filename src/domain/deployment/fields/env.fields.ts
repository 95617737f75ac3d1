import { choiceField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import { envName } from './patterns.ts';

function reference(table: number, name: string, label: Text, nameLabel: Text) {
  return groupField({
    name,
    table,
    label,
    fields: {
      name: textField({ table, required: true, label: nameLabel }),
      key: textField({ table, required: true, label: { en: 'Key', zh: '属性名' } }),
    },
  });
}

/** The configmap or secret that supplies the value of a variable (tables 18 to 20). */
const valueFromGroup = groupField({
  name: 'ValueFrom',
  table: 18,
  label: { en: 'Configmap or secret', zh: '配置项或密钥' },
  oneOf: ['configmap', 'secret'],
  fields: {
    configmap: reference(
      20,
      'configmap',
      { en: 'Configmap', zh: '配置项' },
      { en: 'Configmap name', zh: '配置项名称' },
    ),
    secret: reference(
      19,
      'secret',
      { en: 'Secret', zh: '密钥' },
      { en: 'Secret name', zh: '密钥名称' },
    ),
  },
});

/** One environment variable (table 13). */
export const envGroup = groupField({
  name: 'Env',
  table: 13,
  remembered: true,
  label: { en: 'Environment variable', zh: '环境变量' },
  oneOf: ['value', 'value_from', 'field_path'],
  fields: {
    name: textField({
      table: 13,
      required: true,
      label: { en: 'Name', zh: '变量名' },
      maxLength: 2048,
      pattern: envName,
    }),
    value: textField({
      table: 13,
      minLength: 0,
      multiline: true,
      label: { en: 'Value', zh: '变量值' },
      // The response table of the page says 2048, which is a mistake (docs/sources.md, section 1).
      maxLength: 20_480,
    }),
    value_from: valueFromGroup,
    field_path: choiceField({
      table: 13,
      label: { en: 'Node field', zh: '节点字段' },
      options: [
        {
          value: 'status.hostIP',
          label: { en: 'IP address of the edge node', zh: '边缘节点 IP 地址' },
        },
      ],
    }),
  },
});
