import { choiceField, integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';

/**
 * The query keys of lists and of a delete (docs/sources.md, section 5), described like fields. Every value in a
 * URL is text; the kind gives the type of its content. Limits are given if a source states them.
 */

function limit(most?: number, standard?: string) {
  return integerField({
    label: { en: 'Limit', zh: '每页条数' },
    help: { en: 'The maximum number of records per response.', zh: '一次最多返回的记录数。' },
    ...(most !== undefined && { min: 1, max: most }),
    ...(standard !== undefined && { assumed: standard }),
  });
}

const offset = integerField({
  label: { en: 'Offset', zh: '偏移量' },
  help: { en: 'The number of records to skip.', zh: '跳过的记录数。' },
  min: 0,
  assumed: '0',
});

const name = textField({
  label: { en: 'Name', zh: '名称' },
  help: { en: 'Part of the name; the filter also matches substrings.', zh: '按名称模糊匹配。' },
});

const sort = textField({
  label: { en: 'Sort', zh: '排序' },
  help: {
    en: 'A field, a colon and the direction, such as created_at:desc.',
    zh: '格式为“字段:方向”，例如 created_at:desc。',
  },
  placeholder: 'created_at:desc',
});

const nodeId = textField({
  label: { en: 'Node ID', zh: '节点 ID' },
  help: { en: 'Only records of this edge node.', zh: '只返回该边缘节点上的记录。' },
});

const groupId = textField({
  edition: 'platinum',
  label: { en: 'Node group ID', zh: '节点组 ID' },
  help: { en: 'Only records of this node group.', zh: '只返回该节点组的记录。' },
});

/** For the list of deployments. `node_id` and `group_id` are mutually exclusive. */
export const deploymentsQuery = {
  limit: limit(100, '10'),
  offset,
  name,
  sort: choiceField({
    label: { en: 'Sort', zh: '排序' },
    help: { en: 'Newest or oldest first.', zh: '按创建时间排序。' },
    options: [
      { value: 'created_at:desc', label: { en: 'Newest first', zh: '最新在前' } },
      { value: 'created_at:asc', label: { en: 'Oldest first', zh: '最早在前' } },
    ],
  }),
  node_id: nodeId,
  group_id: groupId,
};

/** For a delete. */
export const deletionQuery = {
  force_delete: choiceField({
    label: { en: 'Force', zh: '强制删除' },
    help: {
      en: 'If true, the record is deleted immediately, without waiting for the node.',
      zh: '为 true 时立即删除云端记录，不等待节点响应。',
    },
    assumed: 'false',
    options: [
      { value: 'false', label: { en: 'Wait for the node', zh: '等待节点' } },
      { value: 'true', label: { en: 'Do not wait', zh: '不等待' } },
    ],
  }),
};

/** For the list of pods. Exactly one of node, group and deployment(s) is required. */
export const podsQuery = {
  limit: limit(),
  offset,
  node_id: nodeId,
  group_id: groupId,
  deployment_id: textField({
    label: { en: 'Deployment ID', zh: '应用部署 ID' },
    help: { en: 'Only the instances of this deployment.', zh: '只返回该应用部署的实例。' },
  }),
  deployment_ids: textField({
    label: { en: 'Deployment IDs', zh: '应用部署 ID 列表' },
    help: { en: 'Several IDs, separated by commas.', zh: '多个 ID 以英文逗号分隔。' },
  }),
  plugin_instance_name: textField({
    label: { en: 'Plug-in instance', zh: '插件实例名称' },
    help: { en: 'Only the instances of this plug-in.', zh: '只返回该插件的实例。' },
  }),
};

/** For the list of edge nodes. */
export const nodesQueryFields = {
  limit: limit(1000, '500'),
  offset,
  name,
  sort,
  state: choiceField({
    label: { en: 'State', zh: '状态' },
    help: { en: 'Only nodes in this state.', zh: '只返回该状态的节点。' },
    options: ['RUNNING', 'FAIL', 'FREEZE', 'UPGRADING', 'STOPPED', 'UNCONNECTED'].map((value) => ({
      value,
      label: { en: value, zh: value },
    })),
  }),
  device_id: textField({
    label: { en: 'Device ID', zh: '终端设备 ID' },
    help: { en: 'Only nodes bound to this device.', zh: '只返回绑定了该终端设备的节点。' },
  }),
  device_name: textField({
    label: { en: 'Device name', zh: '终端设备名称' },
    help: { en: 'Only nodes bound to this device.', zh: '只返回绑定了该终端设备的节点。' },
  }),
  app_name: textField({
    label: { en: 'Application name', zh: '应用名称' },
    help: { en: 'Only nodes that run this application.', zh: '只返回部署了该应用的节点。' },
  }),
  tags: textField({
    label: { en: 'Tags', zh: '标签' },
    help: {
      en: 'Key and value, joined by a period. Separate several tags with commas.',
      zh: '键和值以点连接，多个标签以英文逗号分隔。',
    },
    placeholder: 'k1.v1,k2.v2',
  }),
  group_id: groupId,
};

/** For the list of node groups. No source states ranges. */
export const groupsQueryFields = { limit: limit(), offset, name, sort };

/** For the list of configmaps, which cannot be sorted. */
export const configmapsQueryFields = { limit: limit(1000, '1000'), offset, name };

/** For the list of secrets. */
export const secretsQueryFields = { ...configmapsQueryFields, sort };

/** For the quotas. */
export const quotasQuery = {
  types: textField({
    label: { en: 'Types', zh: '类型' },
    help: {
      en: 'Separate several types with commas: deployment, configmap, secret, tag, edge_node, edge_group.',
      zh: '多个类型以英文逗号分隔：deployment、configmap、secret、tag、edge_node、edge_group。',
    },
    placeholder: 'deployment,secret',
  }),
};

/** For the token request. */
export const tokenQuery = {
  nocatalog: textField({
    label: { en: 'No catalog', zh: '不返回服务目录' },
    help: {
      en: 'If true, the response has no service catalog.',
      zh: '为 true 时不返回服务目录。',
    },
  }),
};

/** For the list of projects. */
export const projectsQuery = {
  name: textField({
    label: { en: 'Project name', zh: '项目名称' },
    help: { en: 'The region, such as cn-north-4.', zh: '即区域，例如 cn-north-4。' },
  }),
};
