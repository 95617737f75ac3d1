import { choiceField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { portGroup } from '#src/domain/deployment/fields/ports.fields.ts';
import { configsGroup } from '#src/domain/deployment/fields/scheduling.fields.ts';
import {
  idField,
  nameField,
  projectIdField,
  timeFields,
  countField,
  totalField,
} from './record.fields.ts';
import { withTables } from './with-tables.ts';

const { oneOf: _, ...podEnv } = envGroup;

const { host_port_range: __, ...podPort } = portGroup.fields;

/** A container in a pod record: the container of the request without envs and ports, plus its state. */
const podContainerGroup = withTables(
  groupField({
    ...containerGroup,
    name: 'PodContainer',
    fields: {
      ...containerGroup.fields,
      envs: {
        ...containerGroup.fields.envs,
        row: { ...podEnv, fields: { name: envGroup.fields.name, value: envGroup.fields.value } },
      },
      ports: { ...containerGroup.fields.ports, row: { ...portGroup, fields: podPort } },
      container_id: textField({ minLength: 0, label: { en: 'Container ID', zh: '容器 ID' } }),
      state: textField({ minLength: 0, label: { en: 'State', zh: '状态' } }),
      is_ready: textField({
        minLength: 0,
        label: { en: 'Ready', zh: '是否就绪' },
        placeholder: 'true',
      }),
      restarts: countField({ en: 'Restarts', zh: '重启次数' }),
      reason: textField({ minLength: 0, label: { en: 'Reason', zh: '原因' } }),
      message: textField({ minLength: 0, label: { en: 'Message', zh: '信息' } }),
    },
  }),
  () => undefined,
);

/** An instance of a deployment. */
const podGroup = groupField({
  name: 'Pod',
  label: { en: 'Instance', zh: '应用实例' },
  fields: {
    id: idField,
    name: nameField,
    deployment_id: textField({ label: { en: 'Deployment ID', zh: '应用部署 ID' } }),
    node_id: textField({ minLength: 0, label: { en: 'Node ID', zh: '节点 ID' } }),
    project_id: projectIdField,
    state: choiceField({
      label: { en: 'State', zh: '状态' },
      options: [
        { value: 'RUNNING', label: { en: 'Running', zh: '运行中' } },
        { value: 'PENDING', label: { en: 'Pending', zh: '等待中' } },
        { value: 'SUCCEEDED', label: { en: 'Succeeded', zh: '成功' } },
        { value: 'FAILED', label: { en: 'Failed', zh: '失败' } },
        { value: 'CREATE_FAIL', label: { en: 'Creation failed', zh: '创建失败' } },
        { value: 'TERMINATING', label: { en: 'Terminating', zh: '终止中' } },
        { value: 'PENDING_DELETE', label: { en: 'Being deleted', zh: '删除中' } },
        { value: 'DELETE_FAILED', label: { en: 'Deletion failed', zh: '删除失败' } },
        { value: 'FREEZE', label: { en: 'Frozen', zh: '冻结' } },
        { value: 'UNKNOWN', label: { en: 'Unknown', zh: '未知' } },
      ],
    }),
    reason: podContainerGroup.fields.reason,
    message: podContainerGroup.fields.message,
    created_at: timeFields.created_at,
    configs: withTables({ ...configsGroup, required: false }, () => undefined),
    containers: rowsField({
      label: { en: 'Containers', zh: '容器' },
      item: { en: 'Container', zh: '容器' },
      row: podContainerGroup,
    }),
  },
});

/** `{count, pods}`. */
export const podsAnswerGroup = groupField({
  name: 'PodsAnswer',
  label: { en: 'Instances', zh: '应用实例列表' },
  fields: {
    count: totalField,
    pods: rowsField({
      required: true,
      label: { en: 'Instances', zh: '应用实例列表' },
      item: podGroup.label,
      row: podGroup,
    }),
  },
});
