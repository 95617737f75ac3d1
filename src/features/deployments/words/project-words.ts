import type { Text } from '#src/domain/core/text.ts';

/** Words of the cards below the list of deployments, which load with it. */
export const projectWords = {
  quotas: { en: 'Quotas', zh: '配额' },
  quotasHelp: { en: 'Of this project, as the service reports them.', zh: '服务上报的本项目配额。' },
  usage: (used: string, quota: string): Text => ({
    en: `${used} of ${quota}`,
    zh: `${used} / ${quota}`,
  }),
  atMost: (quota: string): Text => ({ en: `at most ${quota}`, zh: `最多 ${quota} 个` }),
  nearlyFull: { en: 'Nearly used up', zh: '即将用完' },
  usedUp: { en: 'Used up', zh: '已用完' },
  instance: { en: 'Instance', zh: '实例' },
  types: {
    deployment: { en: 'Deployments', zh: '应用部署' },
    edge_node: { en: 'Edge nodes', zh: '边缘节点' },
    edge_group: { en: 'Node groups', zh: '节点组' },
    configmap: { en: 'Configmaps', zh: '配置项' },
    secret: { en: 'Secrets', zh: '密钥' },
    tag: { en: 'Tags per resource', zh: '每个资源的标签' },
  } as Readonly<Record<string, Text>>,
  groups: { en: 'Node groups', zh: '节点组' },
  nodes: (count: number): Text => ({
    en: count === 1 ? '1 node' : `${count} nodes`,
    zh: `${count} 个节点`,
  }),
  noDeployments: { en: 'no deployments', zh: '无应用部署' },
  noGroups: { en: 'This instance has no node groups.', zh: '该实例没有节点组。' },
  failed: (reason: string): Text => ({
    en: `Could not be loaded (${reason}).`,
    zh: `无法加载（${reason}）。`,
  }),
};
