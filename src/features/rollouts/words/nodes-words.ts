import type { Text } from '#src/domain/core/text.ts';

/** Words of the table of nodes. */
export const nodesWords = {
  nodes: { en: 'Nodes', zh: '节点' },
  deployments: { en: 'Deployments', zh: '应用部署' },
  columns: {
    node: { en: 'Node', zh: '节点' },
    deployment: { en: 'Deployment', zh: '应用部署' },
    wave: { en: 'Wave', zh: '批次' },
    state: { en: 'State', zh: '状态' },
    detail: { en: 'Detail', zh: '详情' },
    tries: { en: 'Tries', zh: '尝试' },
    since: { en: 'Since', zh: '时间' },
  },
  report: {
    csv: { en: 'Download report as CSV', zh: '下载 CSV 报告' },
    json: { en: 'Download report as JSON', zh: '下载 JSON 报告' },
  },
  search: { en: 'Search nodes', zh: '搜索节点' },
  searchHint: { en: 'Node, deployment or reason', zh: '节点、应用部署或原因' },
  show: { en: 'Show', zh: '显示' },
  filters: {
    all: { en: 'All', zh: '全部' },
    attention: { en: 'Needs attention', zh: '需要关注' },
    inFlight: { en: 'In flight', zh: '进行中' },
  },
  none: { en: 'No node matches.', zh: '没有符合条件的节点。' },
  clear: { en: 'Show all', zh: '显示全部' },
  nodeId: { en: 'Node ID', zh: '节点 ID' },
  deploymentId: { en: 'Deployment ID', zh: '应用部署 ID' },
  open: { en: 'Open deployment', zh: '查看应用部署' },
  code: { en: 'Error code', zh: '错误码' },
  message: { en: 'Message', zh: '错误信息' },
  toDo: { en: 'What to do', zh: '处理方法' },
  elsewhere: {
    en: 'The page is connected to another target or project. Connect there to open the deployment.',
    zh: '页面当前连接的是其他目标或项目，请切换连接后再查看该应用部署。',
  },
  skip: { en: 'Skip this node', zh: '跳过此节点' },
  offline: (time: string): Text => ({
    en: `The node has been offline since ${time}. Its request is sent as soon as it is back.`,
    zh: `节点自 ${time} 起离线，上线后会立即发送。`,
  }),
  again: (time: string, reason: string): Text => ({
    en: `Tries again at ${time}: ${reason}`,
    zh: `${time} 再次尝试：${reason}`,
  }),
  lookUp: {
    en: 'No answer arrived. The server looks up whether it took effect.',
    zh: '没有收到响应，服务器正在查找请求是否生效。',
  },
  starting: { en: 'Waiting until it is ready.', zh: '等待就绪。' },
};
