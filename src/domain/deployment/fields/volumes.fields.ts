import {
  choiceField,
  flagField,
  integerField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';
import { absolutePath, volumeNamePattern } from './patterns.ts';

/** A mounted volume (table 7). The meaning of `source` depends on `type`: R20. */
export const volumeGroup = groupField({
  name: 'Volume',
  table: 7,
  remembered: true,
  label: { en: 'Volume', zh: '卷' },
  fields: {
    name: textField({
      table: 7,
      required: true,
      label: { en: 'Volume name', zh: '卷名称' },
      maxLength: 63,
      pattern: volumeNamePattern,
    }),
    type: choiceField({
      table: 7,
      required: true,
      label: { en: 'Type', zh: '类型' },
      options: [
        {
          value: 'hostPath',
          label: { en: 'Host path', zh: '主机路径' },
          help: { en: 'A folder or file on the node', zh: '节点上的目录或文件' },
        },
        {
          value: 'configMap',
          label: { en: 'Configmap', zh: '配置项' },
          help: { en: 'The keys of a configmap as read-only files', zh: '将配置项挂载为只读文件' },
        },
        {
          value: 'secret',
          label: { en: 'Secret', zh: '密钥' },
          help: { en: 'The keys of a secret as read-only files', zh: '将密钥挂载为只读文件' },
        },
        {
          value: 'emptyDir',
          label: { en: 'Empty directory', zh: '临时目录' },
          help: { en: 'Created and deleted with the instance', zh: '随应用实例创建和删除' },
        },
      ],
    }),
    source: textField({
      table: 7,
      required: true,
      label: { en: 'Source', zh: '卷来源' },
    }),
    destination: textField({
      table: 7,
      required: true,
      label: { en: 'Mount path', zh: '挂载路径' },
      help: { en: 'Path of the volume inside the container.', zh: '卷在容器内的路径。' },
      pattern: absolutePath,
      placeholder: '/var/lib/data',
    }),
    read_only: flagField({
      table: 7,
      label: { en: 'Read-only', zh: '只读' },
      assumed: 'true',
    }),
    default_mode: integerField({
      generation: '2025',
      label: { en: 'Default mode', zh: '默认权限' },
      help: {
        en: 'Linux permissions of the files as a decimal number: 420 is octal 644.',
        zh: '文件的 Linux 权限，以十进制填写：420 即八进制 644。',
      },
      min: 0,
      max: 511,
      assumed: '420',
      placeholder: '420',
    }),
  },
});

/** Label, limit, and placeholder of `source` for each volume type (R20). */
export const volumeSources = {
  hostPath: {
    label: { en: 'Path on the node', zh: '主机路径' },
    limit: {
      en: 'Starts with a slash and contains only letters, digits, hyphens, slashes, underscores, and periods',
      zh: '以 / 开头，可包含中划线、斜杠、下划线、点号、字母、数字',
    },
    placeholder: '/var/log',
  },
  configMap: {
    label: { en: 'Configmap name', zh: '配置项名称' },
    limit: undefined,
    placeholder: 'app-config',
  },
  secret: {
    label: { en: 'Secret name', zh: '密钥名称' },
    limit: undefined,
    placeholder: 'app-secret',
  },
  emptyDir: {
    label: { en: 'Medium', zh: '存储介质' },
    limit: undefined,
    placeholder: 'disk',
  },
} as const;
