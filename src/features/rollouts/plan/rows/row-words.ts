import type { Text } from '#src/domain/core/text.ts';

/** Words of the table of rows: what each of them gets, and whether it fits. */
export const rowWords = {
  titles: {
    create: { en: 'Check', zh: '检查' },
    update: { en: 'Deployments to update', zh: '要更新的应用部署' },
    delete: { en: 'Deployments to delete', zh: '要删除的应用部署' },
  },
  help: {
    en: 'Each row in the order of sending, compared with the lists of the target. Problems must be solved; warnings are for you to judge.',
    zh: '按发送顺序列出各行，并与目标的列表比对。问题必须解决，警告由您判断。',
  },
  table: { en: 'Rows', zh: '行' },
  wave: { en: 'Wave', zh: '批次' },
  node: { en: 'Node', zh: '节点' },
  group: { en: 'Node group', zh: '节点组' },
  deployment: { en: 'Deployment', zh: '应用部署' },
  verdict: { en: 'Result', zh: '结果' },
  actions: { en: 'Actions', zh: '操作' },
  show: { en: 'Show', zh: '显示' },
  shown: {
    all: (count: number): Text => ({ en: `All ${count}`, zh: `全部 ${count}` }),
    problem: (count: number): Text => ({ en: `Problems ${count}`, zh: `问题 ${count}` }),
    warning: (count: number): Text => ({ en: `Warnings ${count}`, zh: `警告 ${count}` }),
    fits: (count: number): Text => ({ en: `Fits ${count}`, zh: `符合 ${count}` }),
  },
  fits: { en: 'Fits', zh: '符合' },
  unchecked: { en: 'Not checked yet', zh: '尚未检查' },
  more: (count: number): Text => ({ en: ` (and ${count} more)`, zh: `（另有 ${count} 项）` }),
  leaveOut: (count: number): Text => ({
    en: count === 1 ? 'Leave out this row' : `Leave out these ${count} rows`,
    zh: `去掉这 ${count} 行`,
  }),
  body: (name: string): Text => ({ en: `Body for ${name}`, zh: `${name} 的请求体` }),
  changes: (count: number): Text => ({
    en: count === 1 ? '1 change' : `${count} changes`,
    zh: `${count} 项更改`,
  }),
  changesOf: (count: number, name: string): Text => ({
    en: `${count === 1 ? '1 change' : `${count} changes`} to ${name}`,
    zh: `${count} 项更改：${name}`,
  }),
  changesTitle: (name: string): Text => ({ en: `Changes to ${name}`, zh: `${name} 的更改` }),
  now: { en: 'Now', zh: '当前' },
  updated: { en: 'Updated', zh: '更新后' },
  loading: { en: 'Loading the deployment…', zh: '正在加载应用部署…' },
  needs: {
    token: {
      en: 'A token is needed to load the deployment.',
      zh: '加载应用部署需要 Token。',
    },
    access: {
      en: 'The access secret is needed to load the deployment.',
      zh: '加载应用部署需要访问口令。',
    },
    project: {
      en: 'A project ID is needed to load the deployment.',
      zh: '加载应用部署需要项目 ID。',
    },
    instance: {
      en: 'The platinum edition needs an instance ID to load the deployment.',
      zh: '铂金版加载应用部署需要实例 ID。',
    },
    target: { en: 'Loading targets from the server…', zh: '正在从服务器加载目标…' },
  },
  missing: {
    en: 'The project of the connection has no such deployment.',
    zh: '当前连接的项目中没有该应用部署。',
  },
  unread: (reason: string): Text => ({
    en: `The deployment could not be loaded (${reason}).`,
    zh: `无法加载该应用部署（${reason}）。`,
  }),
  noPlaceNow: {
    en: 'One of the values has no place in this deployment. The update would fail and change nothing.',
    zh: '该应用部署中没有某个值对应的位置，更新将失败，应用部署保持不变。',
  },
  first: (name: string): Text => ({ en: `Send ${name} first`, zh: `最先发送 ${name}` }),
  remove: (name: string): Text => ({ en: `Leave out ${name}`, zh: `去掉 ${name}` }),
  none: { en: 'No row matches.', zh: '没有匹配的行。' },
  quota: (left: number, total: number): Text => ({
    en: `The quota allows ${left} more ${left === 1 ? 'deployment' : 'deployments'}, but the plan creates ${total}.`,
    zh: `配额还可创建 ${left} 个应用部署，而该计划将创建 ${total} 个。`,
  }),
  document: { en: 'Document', zh: '文档' },
  rowBody: { en: 'This row', zh: '该行' },
  noBody: {
    en: 'The body cannot be made: see the problems of the row.',
    zh: '无法生成请求体，请查看该行的问题。',
  },
  retry: { en: 'Try again', zh: '重试' },
  close: { en: 'Close', zh: '关闭' },
};
