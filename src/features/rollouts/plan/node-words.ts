import type { Text } from '#src/domain/core/text.ts';

/** Words of the tables of nodes in a plan. */
export const nodeWords = {
  nodes: { en: 'Nodes', zh: '节点' },
  help: {
    en: 'Choose the nodes. They are served in the order in which they are chosen.',
    zh: '请选择节点，按选择的先后顺序部署。',
  },
  loading: { en: 'Loading the nodes…', zh: '正在加载节点…' },
  search: { en: 'Search nodes', zh: '搜索节点' },
  searchHint: { en: 'Name, ID, IP address or tag', zh: '名称、ID、IP 地址或标签' },
  state: { en: 'State', zh: '状态' },
  anyState: { en: 'All states', zh: '全部状态' },
  arch: { en: 'Architecture', zh: '架构' },
  anyArch: { en: 'All architectures', zh: '全部架构' },
  tag: { en: 'Tag', zh: '标签' },
  anyTag: { en: 'All tags', zh: '全部标签' },
  group: { en: 'Node group', zh: '节点组' },
  anyGroup: { en: 'All node groups', zh: '全部节点组' },
  name: { en: 'Name', zh: '名称' },
  selectAll: (count: number): Text => ({
    en: count === 1 ? 'Select the node that matches' : `Select all ${count} that match`,
    zh: `选择全部 ${count} 个匹配项`,
  }),
  clear: { en: 'Clear selection', zh: '取消选择' },
  choose: { en: 'Selected', zh: '已选' },
  select: (name: string): Text => ({ en: `Select ${name}`, zh: `选择 ${name}` }),
  selected: (count: number, total: number): Text => ({
    en: `${count} selected · ${total} shown`,
    zh: `已选 ${count} 个 · 显示 ${total} 个`,
  }),
  none: { en: 'No node matches.', zh: '没有匹配的节点。' },
  cut: (count: number): Text => ({
    en: `The project has more nodes. The table shows the first ${count}; others can be pasted as a list.`,
    zh: `该项目有更多节点，此处显示前 ${count} 个，其余节点可用列表粘贴。`,
  }),
  failed: (reason: string): Text => ({
    en: `The nodes could not be loaded (${reason}). You can still paste a list.`,
    zh: `无法加载节点（${reason}），仍可粘贴列表。`,
  }),
  retry: { en: 'Retry', zh: '重试' },
};
