import {
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { entriesField, groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import type { Text } from '#src/domain/core/text.ts';
import { containerGroup } from '#src/domain/deployment/fields/container.fields.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { portGroup } from '#src/domain/deployment/fields/ports.fields.ts';
import { nodeStates } from '#src/domain/deployment/values/node-states.ts';
import { configsGroup } from '#src/domain/deployment/fields/scheduling.fields.ts';
import { deploymentAnswerGroup } from './deployment.fields.ts';
import { timestampForm } from './timestamp.ts';
import { withTables } from './with-tables.ts';

/**
 * What the neighbours of the create API answer (docs/sources.md, section 5): the fields the page reads and the main
 * ones beside them. No page of ours numbers these tables. Keys that are not here pass and stay.
 */

const id = textField({ required: true, label: { en: 'ID', zh: 'ID' } });
const name = textField({ required: true, label: { en: 'Name', zh: '名称' } });
const description = textField({ minLength: 0, label: { en: 'Description', zh: '描述' } });
const project_id = textField({ label: { en: 'Project ID', zh: '项目 ID' } });
const times = {
  created_at: textField({ label: { en: 'Created at', zh: '创建时间' }, pattern: timestampForm }),
  updated_at: textField({ label: { en: 'Updated at', zh: '更新时间' }, pattern: timestampForm }),
};

function count(label: Text) {
  return integerField({ label, min: 0 });
}

const total = count({ en: 'Number of all records', zh: '总数' });

/** An edge node. Key material (`private_key`, `certificate`, `ca`, `package`) is no field: the proxy cuts it out. */
const nodeGroup = groupField({
  name: 'EdgeNode',
  label: { en: 'Edge node', zh: '边缘节点' },
  fields: {
    id,
    name,
    description,
    project_id,
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
    cpu: count({ en: 'CPU cores', zh: 'CPU 核数' }),
    memory: integerField({
      label: { en: 'Memory', zh: '内存' },
      unit: { en: 'MB', zh: 'MB' },
      min: 0,
    }),
    enable_gpu: flagField({ label: { en: 'GPU in use', zh: '是否启用 GPU' } }),
    gpu_num: count({ en: 'Number of GPUs', zh: 'GPU 个数' }),
    enable_npu: flagField({ label: { en: 'NPU in use', zh: '是否启用 NPU' } }),
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
      label: { en: 'Network cards', zh: '网卡' },
      item: { en: 'Network card', zh: '网卡' },
      row: groupField({
        name: 'Nic',
        label: { en: 'Network card', zh: '网卡' },
        fields: {
          interface: textField({ label: { en: 'Interface', zh: '网卡名称' } }),
          ip: textField({ minLength: 0, label: { en: 'IP address', zh: 'IP 地址' } }),
        },
      }),
    }),
    os_name: textField({ minLength: 0, label: { en: 'Operating system', zh: '操作系统' } }),
    deployment_num: count({ en: 'Number of deployments', zh: '应用部署个数' }),
    tags: withTables(deploymentAnswerGroup.fields.tags, () => undefined),
    ...times,
  },
});

/** A node group. Its members are whole node records. */
const edgeGroupGroup = groupField({
  name: 'EdgeGroup',
  label: { en: 'Node group', zh: '节点组' },
  fields: {
    id,
    name,
    description,
    project_id,
    cpu: count({ en: 'CPU cores', zh: 'CPU 核数' }),
    memory: nodeGroup.fields.memory,
    gpu_num: nodeGroup.fields.gpu_num,
    nodes: rowsField({
      label: { en: 'Edge nodes', zh: '边缘节点' },
      item: { en: 'Edge node', zh: '边缘节点' },
      row: nodeGroup,
    }),
    ...times,
  },
});

// Of secrets the service answers the values too; the proxy blanks them and keeps the keys.
function valuesOf(label: Text) {
  return entriesField({
    label,
    key: { en: 'Key', zh: '属性名' },
    value: { en: 'Value', zh: '属性值' },
  });
}

const configmapGroup = groupField({
  name: 'ConfigMap',
  label: { en: 'Configmap', zh: '配置项' },
  fields: {
    id,
    name,
    description,
    project_id,
    configs: valuesOf({ en: 'Contents', zh: '配置内容' }),
    ...times,
  },
});

const secretGroup = groupField({
  name: 'Secret',
  label: { en: 'Secret', zh: '密钥' },
  fields: {
    id,
    name,
    description,
    project_id,
    type: textField({ label: { en: 'Type', zh: '类型' }, placeholder: 'Opaque' }),
    secrets: valuesOf({ en: 'Contents', zh: '密钥内容' }),
    ...times,
  },
});

const { oneOf: _, ...podEnv } = envGroup;
const { host_port_range: __, ...podPort } = portGroup.fields;

/** A container as pods answer it: that of the request, its envs and ports cut, with how it fares. */
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
      restarts: count({ en: 'Restarts', zh: '重启次数' }),
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
    id,
    name,
    deployment_id: textField({ label: { en: 'Deployment ID', zh: '应用部署 ID' } }),
    node_id: textField({ minLength: 0, label: { en: 'Node ID', zh: '节点 ID' } }),
    project_id,
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
    created_at: times.created_at,
    configs: withTables({ ...configsGroup, required: false }, () => undefined),
    containers: rowsField({
      label: { en: 'Containers', zh: '容器' },
      item: { en: 'Container', zh: '容器' },
      row: podContainerGroup,
    }),
  },
});

const quotaGroup = groupField({
  name: 'Quota',
  label: { en: 'Quota', zh: '配额' },
  fields: {
    type: textField({
      required: true,
      label: { en: 'Type', zh: '类型' },
      placeholder: 'deployment',
    }),
    used: count({ en: 'Used', zh: '已使用' }),
    quota: integerField({ required: true, label: { en: 'Quota', zh: '配额' } }),
    min: integerField({ label: { en: 'Least quota', zh: '最小配额' } }),
    max: integerField({ label: { en: 'Greatest quota', zh: '最大配额' } }),
    project_id,
  },
});

/** `{count, deployments}`: each as table 21 has it. */
export const deploymentsAnswerGroup = groupField({
  name: 'DeploymentsAnswer',
  label: { en: 'Deployments', zh: '应用部署列表' },
  fields: {
    count: total,
    deployments: rowsField({
      required: true,
      label: { en: 'Deployments', zh: '应用部署列表' },
      item: deploymentAnswerGroup.label,
      row: deploymentAnswerGroup,
    }),
  },
});

/** `{count, pods}`. */
export const podsAnswerGroup = groupField({
  name: 'PodsAnswer',
  label: { en: 'Instances', zh: '应用实例列表' },
  fields: {
    count: total,
    pods: rowsField({
      required: true,
      label: { en: 'Instances', zh: '应用实例列表' },
      item: podGroup.label,
      row: podGroup,
    }),
  },
});

/** `{count, nodes}`. */
export const nodesAnswerGroup = groupField({
  name: 'NodesAnswer',
  label: { en: 'Edge nodes', zh: '边缘节点列表' },
  fields: {
    count: total,
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

/** `{count, edge_groups}`. */
export const groupsAnswerGroup = groupField({
  name: 'GroupsAnswer',
  label: { en: 'Node groups', zh: '节点组列表' },
  fields: {
    count: total,
    edge_groups: rowsField({
      required: true,
      label: { en: 'Node groups', zh: '节点组列表' },
      item: edgeGroupGroup.label,
      row: edgeGroupGroup,
    }),
  },
});

/** One node group, answered bare. */
export const groupAnswerGroup = edgeGroupGroup;

/** `{count, configmaps}`. */
export const configmapsAnswerGroup = groupField({
  name: 'ConfigMapsAnswer',
  label: { en: 'Configmaps', zh: '配置项列表' },
  fields: {
    count: total,
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

/** `{count, secrets}`. */
export const secretsAnswerGroup = groupField({
  name: 'SecretsAnswer',
  label: { en: 'Secrets', zh: '密钥列表' },
  fields: {
    count: total,
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

/** A refusal of the gateway in front of the service, such as 401. */
export const gatewayErrorGroup = groupField({
  name: 'GatewayError',
  label: { en: 'Refusal of the gateway', zh: '网关错误' },
  fields: {
    error_code: textField({
      required: true,
      label: { en: 'Error code', zh: '错误码' },
      placeholder: 'APIGW.0301',
    }),
    error_msg: textField({ required: true, label: { en: 'Error message', zh: '错误描述信息' } }),
    request_id: textField({ label: { en: 'Request ID', zh: '请求 ID' } }),
  },
});
