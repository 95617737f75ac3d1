import {
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/structure-fields.ts';

/** How the instances run and move (table 16). */
export const configsGroup = groupField({
  name: 'PodConfigs',
  table: 16,
  required: true,
  label: { en: 'Instance settings', zh: '应用实例配置' },
  fields: {
    restart_policy: choiceField({
      table: 16,
      required: true,
      label: { en: 'Restart policy', zh: '重启策略' },
      options: [
        {
          value: 'Always',
          label: { en: 'Always', zh: '总是重启 (Always)' },
          help: { en: 'Whatever the exit code', zh: '无论退出码是什么都重启' },
        },
        {
          value: 'OnFailure',
          label: { en: 'On failure', zh: '失败时重启 (OnFailure)' },
          help: { en: 'Only after an abnormal exit', zh: '仅在异常退出后重启' },
        },
        {
          value: 'Never',
          label: { en: 'Never', zh: '不重启 (Never)' },
          help: { en: 'Once it ends, it stays ended', zh: '退出后不再重启' },
        },
      ],
    }),
    host_network: flagField({
      table: 16,
      label: { en: 'Host network', zh: '主机网络' },
      help: {
        en: 'Uses the network of the node directly. Port mappings then have no effect.',
        zh: '直接使用节点网络，启用后端口映射不生效。',
      },
      assumed: 'false',
    }),
    host_pid: flagField({
      table: 16,
      label: { en: 'Host PID namespace', zh: '主机 PID 命名空间' },
      help: {
        en: 'Sees the processes of the node.',
        zh: '与主机共用 PID 命名空间，可看到节点上的进程。',
      },
      assumed: 'false',
    }),
    migration: flagField({
      table: 16,
      label: { en: 'Migrate on failure', zh: '故障迁移' },
      help: {
        en: 'Moves the instance to another node of the group when its node fails. Required for a node group.',
        zh: '节点故障时，将应用实例迁移到节点组内的其他节点。部署到节点组时必选。',
      },
      assumed: 'false',
    }),
    toleration_seconds: integerField({
      table: 16,
      label: { en: 'Toleration time', zh: '容忍时间' },
      help: {
        en: 'How long a failed instance is left alone before it is moved. Only acts for a node group.',
        zh: '容忍时间到达后迁移应用实例，只在指定节点组部署时生效。',
      },
      unit: { en: 's', zh: '秒' },
      min: 0,
    }),
  },
});

const matchGroup = groupField({
  name: 'MatchExpression',
  table: 34,
  label: { en: 'Affinity rule', zh: '亲和规则' },
  fields: {
    key: textField({ table: 34, required: true, label: { en: 'Label key', zh: '标签键' } }),
    operator: choiceField({
      table: 34,
      required: true,
      label: { en: 'Operator', zh: '操作符' },
      options: [
        { value: 'In', label: { en: 'In (attracts)', zh: 'In(亲和)' } },
        { value: 'NotIn', label: { en: 'NotIn (repels)', zh: 'NotIn(反亲和)' } },
        { value: 'Exists', label: { en: 'Exists (attracts)', zh: 'Exists(亲和)' } },
        {
          value: 'DoesNotExist',
          label: { en: 'DoesNotExist (repels)', zh: 'DoesNotExist(反亲和)' },
        },
      ],
    }),
    values: stringsField({
      table: 34,
      label: { en: 'Values', zh: '值' },
      item: { en: 'Value', zh: '值' },
    }),
  },
});

const affinityItem = { en: 'Affinity rule', zh: '亲和规则' };

/** Which nodes and neighbours the instances look for (tables 33 and 34). */
export const affinityGroup = groupField({
  name: 'PodAffinity',
  table: 33,
  implied: true,
  edition: 'platinum',
  label: { en: 'Affinity', zh: '亲和性规则' },
  fields: {
    node_affinity: rowsField({
      table: 34,
      label: { en: 'Node affinity', zh: '节点亲和性' },
      help: { en: 'Which nodes of the group may run it.', zh: '应用实例可以运行在哪些节点上。' },
      item: affinityItem,
      row: matchGroup,
    }),
    pod_affinity: rowsField({
      table: 34,
      label: { en: 'Application affinity', zh: '应用亲和性' },
      help: {
        en: 'Which other applications it runs beside, or apart from.',
        zh: '与哪些应用部署在一起或分开部署。',
      },
      item: affinityItem,
      row: matchGroup,
    }),
  },
});
