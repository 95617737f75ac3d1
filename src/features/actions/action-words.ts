import type { Text } from '#src/domain/core/text.ts';

const deploymentsOf = (count: number) => `${count} ${count === 1 ? 'deployment' : 'deployments'}`;

/** Words of the actions on deployments, which load with them. */
export const deploymentActionWords = {
  delete: { en: 'Delete', zh: '删除' },
  restart: { en: 'Restart', zh: '重启' },
  export: { en: 'Export', zh: '导出' },
  close: { en: 'Close', zh: '关闭' },
  deleteOne: (name: string): Text => ({
    en: `Delete deployment “${name}”?`,
    zh: `确定删除应用部署“${name}”？`,
  }),
  deleteMany: (count: number): Text => ({
    en: `Delete ${deploymentsOf(count)}?`,
    zh: `确定删除 ${count} 个应用部署？`,
  }),
  restartOne: (name: string): Text => ({
    en: `Restart deployment “${name}”?`,
    zh: `确定重启应用部署“${name}”？`,
  }),
  restartMany: (count: number): Text => ({
    en: `Restart ${deploymentsOf(count)}?`,
    zh: `确定重启 ${count} 个应用部署？`,
  }),
  deleteHelp: {
    en: 'The containers are stopped and removed from the node. Data in paths of the node stays there. This browser keeps the body under Requests, so that the deployment can be created again.',
    zh: '容器会停止并从节点移除，节点路径中的数据会保留。浏览器会在“请求记录”中保留请求体，可用于重新创建。',
  },
  restartHelp: {
    en: 'All instances are restarted, one after the other. The containers are not available meanwhile.',
    zh: '所有实例会依次重启，重启期间容器不可用。',
  },
  offline: (names: string): Text => ({
    en: `Offline: ${names}. The containers keep running there until the node is connected again; only then does it learn of this.`,
    zh: `离线节点：${names}。节点重新连接之前不会收到请求，其上的容器会继续运行。`,
  }),
  mock: {
    en: 'This is the mock: nothing real is touched.',
    zh: '当前为模拟服务，不会影响真实资源。',
  },
  typeName: { en: 'Type the name to confirm', zh: '请输入名称以确认' },
  typeCount: { en: 'Type the number of deployments to confirm', zh: '请输入应用部署的数量以确认' },
  typeHelp: (text: string): Text => ({ en: `Type ${text}.`, zh: `请输入 ${text}。` }),
  wrong: { en: 'This does not match.', zh: '输入不一致。' },
  names: { en: 'Deployments', zh: '应用部署' },
  progress: (done: number, count: number): Text => ({
    en: `${done} of ${count} finished`,
    zh: `已完成 ${done} / ${count}`,
  }),
  finished: { en: 'Finished', zh: '已完成' },
  waiting: { en: 'Waiting', zh: '等待中' },
  notStarted: { en: 'Not started', zh: '未开始' },
  interrupted: {
    en: 'The page was reloaded before all were finished. Nothing has been sent for those that were not started.',
    zh: '页面在全部完成之前被刷新。未开始的应用部署没有发送任何请求。',
  },
  resume: (count: number): Text => ({
    en: `Continue with ${deploymentsOf(count)}`,
    zh: `继续处理 ${count} 个应用部署`,
  }),
  stay: {
    en: 'Keep this page open: closing it stops after the current one.',
    zh: '请保持页面打开，关闭后会在当前一个完成后停止。',
  },
  working: { en: 'In progress', zh: '进行中' },
  lookingUp: { en: 'No usable response; checking…', zh: '没有可用的响应，正在确认…' },
  doneDelete: { en: 'Deleted', zh: '已删除' },
  doneRestart: { en: 'Restart accepted', zh: '已接受重启' },
  notDone: { en: 'Not done', zh: '未完成' },
  partly: { en: 'Only some instances were restarted', zh: '仅部分实例已重启' },
  gone: { en: 'Not done: the deployment no longer exists', zh: '未完成：该应用部署已不存在' },
  noPods: { en: 'Not done: there is no instance to restart', zh: '未完成：没有可重启的实例' },
  force: {
    en: 'Delete the record at once, without waiting for the node',
    zh: '不等待节点，立即删除云端记录（强制删除）',
  },
  pending: {
    en: 'Accepted; still there until the node has removed it',
    zh: '已接受，节点移除后才会消失',
  },
  unknown: { en: 'Outcome unknown: look at the deployment', zh: '结果未知，请查看应用部署' },
  exported: (count: number): Text => ({
    en: `${deploymentsOf(count)} exported`,
    zh: `已导出 ${count} 个应用部署`,
  }),
  exportFailed: (count: number): Text => ({
    en: `${deploymentsOf(count)} could not be read and ${count === 1 ? 'is' : 'are'} missing from the file`,
    zh: `${count} 个应用部署无法读取，未包含在文件中`,
  }),
} satisfies Record<string, Text | ((...values: never[]) => Text)>;
