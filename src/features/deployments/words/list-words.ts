import type { Text } from '#src/domain/core/text.ts';

/** Words of the list of deployments, which load with it. */
export const listWords = {
  title: { en: 'Deployments', zh: '应用部署' },
  loading: { en: 'Loading the deployments…', zh: '正在加载应用部署…' },
  loaded: (count: number, total: number): Text => ({
    en: `Loaded ${count} of ${total}…`,
    zh: `已加载 ${count} / ${total}…`,
  }),
  refresh: { en: 'Refresh', zh: '刷新' },
  updated: (age: string): Text => ({ en: `Updated ${age}`, zh: `${age}更新` }),
  newDeployment: { en: 'New deployment', zh: '新建应用部署' },
  search: { en: 'Search deployments', zh: '搜索应用部署' },
  searchHint: { en: 'Name, node, group, image or tag', zh: '名称、节点、节点组、镜像或标签' },
  states: { en: 'State', zh: '状态' },
  all: { en: 'All', zh: '全部' },
  anyNode: { en: 'All nodes and groups', zh: '全部节点和节点组' },
  anyTag: { en: 'All tags', zh: '全部标签' },
  anyImage: { en: 'All images', zh: '全部镜像' },
  runsOn: { en: 'Runs on', zh: '运行位置' },
  tag: { en: 'Tag', zh: '标签' },
  image: { en: 'Image', zh: '镜像' },
  clear: { en: 'Clear filters', zh: '清除筛选' },
  columns: {
    name: { en: 'Name', zh: '名称' },
    state: { en: 'State', zh: '状态' },
    ready: { en: 'Ready', zh: '就绪' },
    runsOn: { en: 'Runs on', zh: '运行位置' },
    created: { en: 'Created', zh: '创建时间' },
  },
  images: { en: 'Images', zh: '镜像' },
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
  group: (name: string): Text => ({ en: `Group ${name}`, zh: `节点组 ${name}` }),
  range: (first: number, last: number, total: number): Text => ({
    en: `${first} to ${last} of ${total}`,
    zh: `第 ${first} 至 ${last} 个，共 ${total} 个`,
  }),
  pages: { en: 'Pages', zh: '分页' },
  previous: { en: 'Previous page', zh: '上一页' },
  next: { en: 'Next page', zh: '下一页' },
  select: (name: string): Text => ({ en: `Select ${name}`, zh: `选择 ${name}` }),
  selectPage: { en: 'Select all on this page', zh: '选择本页全部' },
  selectAll: (count: number): Text => ({ en: `Select all ${count}`, zh: `选择全部 ${count} 个` }),
  /** The actions change those that the filters hide, too. */
  selected: (count: number, hidden = 0): Text => ({
    en: `${count} selected${hidden > 0 ? `, ${hidden} of them hidden by the filters` : ''}`,
    zh: `已选 ${count} 个${hidden > 0 ? `，其中 ${hidden} 个因筛选条件未显示` : ''}`,
  }),
  clearSelection: { en: 'Clear selection', zh: '取消选择' },
  cut: (count: number): Text => ({
    en: `The project has more deployments. The list shows the newest ${count}.`,
    zh: `该项目有更多应用部署，此处显示最新的 ${count} 个。`,
  }),
  none: { en: 'No deployments yet', zh: '暂无应用部署' },
  noneHelp: {
    en: 'Deployments of this project appear here after they are created.',
    zh: '创建后，该项目的应用部署会显示在这里。',
  },
  noMatch: { en: 'No deployment matches the filters.', zh: '没有符合筛选条件的应用部署。' },
  forbidden: { en: 'You may not list deployments', zh: '没有权限查看应用部署列表' },
  forbiddenHelp: {
    en: 'Use an account with the permission to list deployments. You can still open a deployment by its ID.',
    zh: '请使用具有查看应用部署权限的账号。您仍可通过 ID 打开单个应用部署。',
  },
  failed: { en: 'The deployments could not be loaded', zh: '无法加载应用部署' },
  stale: (reason: string): Text => ({
    en: `The list could not be updated (${reason}). It shows the last known state.`,
    zh: `无法更新列表（${reason}），当前显示最后一次获取的状态。`,
  }),
  missing: {
    token: { en: 'A token is needed to list deployments', zh: '查看应用部署列表需要 Token' },
    access: {
      en: 'The access secret is needed to list deployments',
      zh: '查看应用部署列表需要访问口令',
    },
    project: {
      en: 'A project ID is needed to list deployments',
      zh: '查看应用部署列表需要项目 ID',
    },
    instance: {
      en: 'An instance ID is needed to list deployments of the platinum edition',
      zh: '查看铂金版应用部署列表需要实例 ID',
    },
  },
  signIn: { en: 'Sign in', zh: '登录' },
  openConnection: { en: 'Open connection settings', zh: '打开连接设置' },
};
