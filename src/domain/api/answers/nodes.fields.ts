import {
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { nodeStates } from '#src/domain/deployment/values/node-states.ts';
import { deploymentAnswerGroup } from './deployment.fields.ts';
import {
  idField,
  nameField,
  descriptionField,
  projectIdField,
  timeFields,
  countField,
  totalField,
} from './record.fields.ts';
import { withTables } from './with-tables.ts';

/** An edge node. Key material (`private_key`, `certificate`, `ca`, `package`) has no field: the proxy removes it. */
export const nodeGroup = groupField({
  name: 'EdgeNode',
  label: { en: 'Edge node', zh: '边缘节点' },
  fields: {
    id: idField,
    name: nameField,
    description: descriptionField,
    project_id: projectIdField,
    state: choiceField({
      allowsEmpty: true,
      label: { en: 'State', zh: '状态' },
      options: Object.entries(nodeStates).map(([value, label]) => ({ value, label })),
    }),
    host_name: textField({ minLength: 0, label: { en: 'Host name', zh: '主机名' } }),
    arch: textField({
      minLength: 0,
      label: { en: 'CPU architecture', zh: 'CPU 架构' },
      placeholder: 'x86_64',
    }),
    cpu: countField({ en: 'CPU cores', zh: 'CPU 核数' }),
    memory: integerField({
      label: { en: 'Memory', zh: '内存' },
      unit: { en: 'MB', zh: 'MB' },
      min: 0,
    }),
    enable_gpu: flagField({ label: { en: 'GPU enabled', zh: '是否启用 GPU' } }),
    gpu_num: countField({ en: 'Number of GPUs', zh: 'GPU 个数' }),
    enable_npu: flagField({ label: { en: 'NPU enabled', zh: '是否启用 NPU' } }),
    npu_type: textField({
      minLength: 0,
      label: { en: 'NPU type', zh: 'NPU 类型' },
      placeholder: 'D310',
    }),
    host_ips: stringsField({
      label: { en: 'Host IPs', zh: '主机 IP 地址' },
      item: { en: 'IP address', zh: 'IP 地址' },
    }),
    nics: rowsField({
      label: { en: 'Network interfaces', zh: '网卡' },
      item: { en: 'Network interface', zh: '网卡' },
      row: groupField({
        name: 'Nic',
        label: { en: 'Network interface', zh: '网卡' },
        fields: {
          interface: textField({ label: { en: 'Interface name', zh: '网卡名称' } }),
          ip: textField({ minLength: 0, label: { en: 'IP address', zh: 'IP 地址' } }),
        },
      }),
    }),
    os_name: textField({ minLength: 0, label: { en: 'Operating system', zh: '操作系统' } }),
    deployment_num: countField({ en: 'Number of deployments', zh: '应用部署个数' }),
    tags: withTables(deploymentAnswerGroup.fields.tags, () => undefined),
    ...timeFields,
  },
});

/** `{count, nodes}`. */
export const nodesAnswerGroup = groupField({
  name: 'NodesAnswer',
  label: { en: 'Edge nodes', zh: '边缘节点列表' },
  fields: {
    count: totalField,
    nodes: rowsField({
      required: true,
      label: { en: 'Edge nodes', zh: '边缘节点列表' },
      item: nodeGroup.label,
      row: nodeGroup,
    }),
  },
});

/** `{node}`. */
export const nodeAnswerGroup = groupField({
  name: 'NodeAnswer',
  label: nodeGroup.label,
  fields: { node: { ...nodeGroup, required: true } },
});
