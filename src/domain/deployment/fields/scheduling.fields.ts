import { choiceField, flagField, integerField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';

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
          label: { en: 'Always', zh: '总是重启（Always）' },
          help: { en: 'Restarts after any exit code', zh: '无论退出码如何都重启' },
        },
        {
          value: 'OnFailure',
          label: { en: 'On failure', zh: '失败时重启（OnFailure）' },
          help: { en: 'Restarts only after an abnormal exit', zh: '仅在异常退出后重启' },
        },
        {
          value: 'Never',
          label: { en: 'Never', zh: '不重启（Never）' },
          help: { en: 'Does not restart after it exits', zh: '退出后不再重启' },
        },
      ],
    }),
    host_network: flagField({
      table: 16,
      label: { en: 'Host network', zh: '主机网络' },
      help: {
        en: 'Uses the network of the node. Port mappings have no effect.',
        zh: '直接使用节点网络，启用后端口映射不生效。',
      },
      assumed: 'false',
    }),
    host_pid: flagField({
      table: 16,
      label: { en: 'Host PID namespace', zh: '主机 PID 命名空间' },
      help: {
        en: 'Lets the containers see the processes of the node.',
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
        en: 'How long to wait before a failed instance is migrated. Takes effect only with a node group.',
        zh: '应用实例故障后等待多久再迁移，只在部署到节点组时生效。',
      },
      unit: { en: 's', zh: '秒' },
      min: 0,
    }),
    dns_policy: choiceField({
      generation: '2025',
      label: { en: 'DNS policy', zh: 'DNS 策略' },
      help: {
        en: 'How the instance resolves domain names. With the host network, use Default or ClusterFirstWithHostNet; otherwise use Default or ClusterFirst.',
        zh: '应用实例的域名解析方式。启用主机网络时可选 Default 或 ClusterFirstWithHostNet，否则可选 Default 或 ClusterFirst。',
      },
      assumed: 'Default',
      options: [
        {
          value: 'Default',
          label: { en: 'Default', zh: '默认（Default）' },
          help: { en: 'Same as the node', zh: '与节点一致' },
        },
        {
          value: 'ClusterFirst',
          label: { en: 'Cluster first', zh: '集群优先（ClusterFirst）' },
          help: { en: 'Service mesh first, then the node', zh: '先查询应用网格，再查询节点' },
        },
        {
          value: 'ClusterFirstWithHostNet',
          label: {
            en: 'Cluster first with host network',
            zh: '主机网络下集群优先（ClusterFirstWithHostNet）',
          },
          help: { en: 'Cluster first, for the host network', zh: '用于主机网络' },
        },
      ],
    }),
  },
});
