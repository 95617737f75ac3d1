import {
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { envGroup } from './env.fields.ts';
import { resourceName } from './patterns.ts';
import { portGroup } from './ports.fields.ts';
import { probeGroup } from './probes.fields.ts';
import { resourceFields } from './resources.fields.ts';
import { volumeGroup } from './volumes.fields.ts';

/** One container, or one init container (table 6). */
export const containerGroup = groupField({
  name: 'ContainerDef',
  table: 6,
  remembered: true,
  label: { en: 'Container', zh: '容器' },
  fields: {
    name: textField({
      table: 6,
      required: true,
      label: { en: 'Container name', zh: '容器名称' },
      maxLength: 32,
      pattern: resourceName,
    }),
    image_url: textField({
      table: 6,
      required: true,
      label: { en: 'Image', zh: '容器镜像' },
      help: {
        en: 'Registry, repository and tag. The image architecture must match the node.',
        zh: '镜像仓库地址、名称和标签。镜像架构需与节点架构一致。',
      },
      placeholder: 'nginx:alpine',
    }),
    version: textField({
      table: 6,
      minLength: 0,
      label: { en: 'Version', zh: '容器版本' },
      help: {
        en: 'A label for your own use, often the image tag.',
        zh: '用于标识版本，通常与镜像标签一致。',
      },
      maxLength: 128,
      placeholder: '1.0',
    }),
    command: stringsField({
      table: 6,
      label: { en: 'Command', zh: '启动命令' },
      help: {
        en: 'Replaces the entry point of the image. Use one entry per word, without quotation marks. The IEF console shows only the first entry.',
        zh: '替换镜像的启动命令，每个词一项，无需加引号。IEF 控制台只显示第一条命令。',
      },
      limit: { en: 'Up to 65536 characters in total', zh: '字符总长度最大为 65536' },
      item: { en: 'Command entry', zh: '命令项' },
    }),
    args: stringsField({
      table: 6,
      label: { en: 'Arguments', zh: '启动参数' },
      help: {
        en: 'Passed to the command, one argument per entry.',
        zh: '传递给启动命令的参数，每个参数一项。',
      },
      limit: { en: 'Up to 65536 characters in total', zh: '字符总长度最大为 65536' },
      item: { en: 'Argument', zh: '参数' },
    }),
    privileged: flagField({
      table: 6,
      label: { en: 'Privileged container', zh: '特权容器' },
      help: {
        en: 'Gives the container almost all rights on the node. Enable it only if the container needs access to devices.',
        zh: '容器将获得节点上的几乎全部权限，仅在需要访问设备时启用。',
      },
      assumed: 'false',
    }),
    npu_type: choiceField({
      table: 6,
      allowsEmpty: true,
      label: { en: 'NPU type', zh: 'NPU 类型' },
      help: {
        en: 'Takes effect only with an NPU amount. If not set, D310 is used.',
        zh: '仅在填写 NPU 个数时生效，不填写表示 D310 类型。',
      },
      assumed: 'D310',
      options: [
        { value: 'D310', label: { en: 'D310', zh: 'D310' } },
        { value: 'D310B', label: { en: 'D310B', zh: 'D310B' }, generation: '2025' },
      ],
    }),
    run_as_user: integerField({
      generation: '2025',
      label: { en: 'Run as user', zh: '运行用户 ID' },
      help: {
        en: 'Numeric ID of a user in the image. If the image has no such user, the container does not start.',
        zh: '镜像中已有用户的数字 ID，镜像中没有该用户时容器无法启动。',
      },
      min: 0,
      max: 65_534,
      placeholder: '1000',
    }),
    envs: rowsField({
      table: 13,
      label: { en: 'Environment variables', zh: '环境变量' },
      item: { en: 'Variable', zh: '变量' },
      row: envGroup,
    }),
    ports: rowsField({
      table: 11,
      label: { en: 'Ports', zh: '端口映射' },
      item: { en: 'Port', zh: '端口' },
      row: portGroup,
    }),
    volumes: rowsField({
      table: 7,
      label: { en: 'Volumes', zh: '数据卷' },
      item: { en: 'Volume', zh: '卷' },
      row: volumeGroup,
    }),
    readiness_probe: probeGroup({
      label: { en: 'Readiness probe', zh: '业务探针' },
      help: {
        en: 'While it fails, the instance receives no traffic.',
        zh: '检查失败时，实例不会接收流量。',
      },
    }),
    liveness_probe: probeGroup({
      label: { en: 'Liveness probe', zh: '存活探针' },
      help: { en: 'When it fails, the container is restarted.', zh: '检查失败时，容器将被重启。' },
    }),
    resources: resourceFields,
  },
});
