import type { Text } from '#src/domain/core/text.ts';

/** Words of the lists to choose from, which load with them. */
export const pickerWords = {
  nodesList: { en: 'Edge nodes of the project', zh: '项目中的边缘节点' },
  noNodes: {
    en: 'The project has no edge nodes. You can enter a node ID above.',
    zh: '项目中没有边缘节点，请在上方输入节点 ID。',
  },
  groupsList: { en: 'Node groups of the instance', zh: '实例中的节点组' },
  noGroups: {
    en: 'The instance has no node groups. You can enter a group ID above.',
    zh: '实例中没有节点组，请在上方输入节点组 ID。',
  },
  search: { en: 'Search', zh: '搜索' },
  nodeSearch: {
    en: 'Name, ID, IP address, state, architecture, tag',
    zh: '名称、ID、IP 地址、状态、架构、标签',
  },
  groupSearch: { en: 'Name, ID, edge node', zh: '名称、ID、边缘节点' },
  found: (found: number, total: number): Text => ({
    en: `${found} of ${total}`,
    zh: `${found} / ${total}`,
  }),
  filters: { en: 'Filter', zh: '筛选' },
  running: { en: 'Running', zh: '运行中' },
  devices: { en: 'GPU or NPU', zh: 'GPU 或 NPU' },
  columns: {
    name: { en: 'Node', zh: '节点' },
    state: { en: 'State', zh: '状态' },
    cpu: { en: 'CPU, cores', zh: 'CPU（核）' },
    memory: { en: 'Memory, GB', zh: '内存（GB）' },
    updated: { en: 'Last update', zh: '最近更新' },
  },
  updatedHelp: {
    en: 'When the record of the node last changed. The service does not report when it last heard from a node.',
    zh: '节点记录的更新时间。服务不返回最后一次收到节点消息的时间。',
  },
  chooseImage: { en: 'Choose an image', zh: '选择镜像' },
  images: { en: 'Images of drafts and deployments', zh: '草稿和应用部署中的镜像' },
  imageSearch: { en: 'Image, tag, draft or deployment', zh: '镜像、标签、草稿或应用部署' },
  noImages: {
    en: 'No draft or deployment has an image yet.',
    zh: '草稿和应用部署中还没有镜像。',
  },
  deployment: { en: 'Deployment', zh: '应用部署' },
  draft: { en: 'Draft', zh: '草稿' },
  already: { en: 'already requested', zh: '已申请' },
  added: { en: 'this deployment', zh: '该应用部署' },
  read: (age: string): Text => ({ en: `Updated ${age}`, zh: `${age}更新` }),
  refresh: { en: 'Refresh the list', zh: '刷新列表' },
  more: (count: number): Text => ({
    en: `Show more (${count})`,
    zh: `显示更多（${count}）`,
  }),
  noMatch: { en: 'Nothing matches.', zh: '没有匹配项。' },
  groupNodes: (count: number): Text => ({
    en: count === 1 ? '1 node' : `${count} nodes`,
    zh: `${count} 个节点`,
  }),
} as const;
