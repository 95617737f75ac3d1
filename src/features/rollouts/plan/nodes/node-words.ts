import type { Text } from '#src/domain/core/text.ts';

/** Words of the tables of nodes in a plan. */
export const nodeWords = {
  nodes: { en: 'Nodes', zh: '节点' },
  help: {
    en: 'The rollout goes through the nodes in the order in which you choose them. If you choose many at once, running nodes come first.',
    zh: '请选择节点，按选择的先后顺序部署；同时选择多个节点时，先部署运行中的节点。',
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
  groups: { en: 'Node groups', zh: '节点组' },
  groupsHelp: {
    en: 'Each node of a group gets a deployment of its own, so the rollout can go node by node. For one deployment of the whole group, choose the group in the form.',
    zh: '节点组中的每个节点各创建一个应用部署，以便逐个节点推进。如需整个节点组共用一个应用部署，请在表单中选择节点组。',
  },
  groupCount: (nodes: number, chosen: number): Text => ({
    en: `${nodes === 1 ? '1 node' : `${nodes} nodes`}, ${chosen} selected`,
    zh: `${nodes} 个节点，已选 ${chosen} 个`,
  }),
  selectGroup: (name: string): Text => ({
    en: `Select all of ${name}`,
    zh: `选择 ${name} 的全部节点`,
  }),
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
    en: `The project has more nodes. The table shows the first ${count}; you can paste others as a list.`,
    zh: `该项目有更多节点，此处显示前 ${count} 个，其余节点可用列表粘贴。`,
  }),
  failed: (reason: string): Text => ({
    en: `The nodes could not be loaded (${reason}). You can still paste a list.`,
    zh: `无法加载节点（${reason}），仍可粘贴列表。`,
  }),
  mock: (count: number): Text => ({
    en: `The mock has ${count} nodes. Start the server with MOCK_NODES=100 npm start to try a rollout to many.`,
    zh: `模拟服务有 ${count} 个节点。如需试用更多节点的批量部署，请用 MOCK_NODES=100 npm start 启动服务器。`,
  }),
  paste: { en: 'Paste a list', zh: '粘贴列表' },
  pasteTitle: { en: 'Paste a list of nodes', zh: '粘贴节点列表' },
  pasteHelp: {
    en: 'IDs or names, or a table (CSV, or copied from a spreadsheet) with titles: “id” or “name” first, then JSON pointers such as /deployment/template/containers/0/envs/0/value for values of each node, and other titles for variables.',
    zh: '可粘贴节点 ID 或名称，或带标题的表格（CSV，或从电子表格复制）：先是“id”或“name”列，其后以 JSON 指针为标题的列（如 /deployment/template/containers/0/envs/0/value）为各节点的取值，其他标题的列为变量。',
  },
  pasteLabel: { en: 'List of nodes', zh: '节点列表' },
  pasteExample: {
    en: 'e.g. name,site,/description\ngateway-01,sz,Line 7',
    zh: '例如 name,site,/description\ngateway-01,sz,7 号线',
  },
  read: (rows: number, problems: number): Text => ({
    en: `${rows === 1 ? '1 node' : `${rows} nodes`} read, ${problems === 1 ? '1 problem' : `${problems} problems`}`,
    zh: `读取到 ${rows} 个节点，${problems} 个问题`,
  }),
  openFile: { en: 'Open a file', zh: '打开文件' },
  notText: {
    en: 'This is not a text file. Save the spreadsheet as CSV.',
    zh: '该文件不是文本文件，请将电子表格另存为 CSV。',
  },
  reading: { en: 'Reading the list…', zh: '正在读取列表…' },
  unread: {
    en: 'This browser could not read the list. Reload the page and try again.',
    zh: '此浏览器无法读取列表，请刷新页面后重试。',
  },
  line: { en: 'Line', zh: '行' },
  column: { en: 'Column', zh: '列' },
  value: { en: 'Value', zh: '值' },
  reason: { en: 'Reason', zh: '原因' },
  cells: { en: 'Problems by cell', zh: '各单元格的问题' },
  moreProblems: (count: number): Text => ({
    en: `and ${count} more`,
    zh: `另有 ${count} 个`,
  }),
  addRows: (count: number): Text => ({
    en: count === 1 ? 'Add 1 node' : `Add ${count} nodes`,
    zh: `添加 ${count} 个节点`,
  }),
  cancel: { en: 'Cancel', zh: '取消' },
  retry: { en: 'Try again', zh: '重试' },
};
