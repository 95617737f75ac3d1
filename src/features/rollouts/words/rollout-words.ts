import type { NodeState, ShownAction, ShownState } from '#src/client/rollouts/shown-rollout.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words that the list and the page of a rollout share. */
export const rolloutWords = {
  title: { en: 'Rollouts', zh: '批量部署' },
  one: { en: 'Rollout', zh: '批量部署' },
  states: {
    running: { en: 'Running', zh: '运行中' },
    paused: { en: 'Paused', zh: '已暂停' },
    'needs-token': { en: 'Needs a token', zh: '需要 Token' },
    stopped: { en: 'Stopped', zh: '已停止' },
    done: { en: 'Done', zh: '已完成' },
    aborted: { en: 'Aborted', zh: '已中止' },
  } satisfies Record<ShownState, Text>,
  gate: { en: 'Waiting for you', zh: '等待确认' },
  aborting: { en: 'Aborting', zh: '中止中' },
  runningWave: (wave: number, waves: number): Text => ({
    en: `Running, wave ${wave} of ${waves}`,
    zh: `运行中，第 ${wave} 批，共 ${waves} 批`,
  }),
  nodeStates: {
    waiting: { en: 'Waiting', zh: '等待中' },
    sending: { en: 'Sending', zh: '发送中' },
    unknown: { en: 'Unknown', zh: '未知' },
    accepted: { en: 'Created', zh: '已创建' },
    ready: { en: 'Ready', zh: '就绪' },
    failed: { en: 'Failed', zh: '失败' },
    skipped: { en: 'Skipped', zh: '已跳过' },
  } satisfies Record<NodeState, Text>,
  updated: { en: 'Updated', zh: '已更新' },
  accepted: { en: 'Accepted', zh: '已受理' },
  deleted: { en: 'Deleted', zh: '已删除' },
  doing: {
    create: (count) => ({
      en: count === 1 ? 'Create on 1 node' : `Create on ${count} nodes`,
      zh: `在 ${count} 个节点上创建`,
    }),
    update: (count) => ({
      en: count === 1 ? 'Update 1 deployment' : `Update ${count} deployments`,
      zh: `更新 ${count} 个应用部署`,
    }),
    delete: (count) => ({
      en: count === 1 ? 'Delete 1 deployment' : `Delete ${count} deployments`,
      zh: `删除 ${count} 个应用部署`,
    }),
  } satisfies Record<ShownAction, (count: number) => Text>,
  more: (name: string, count: number): Text => ({
    en: `${name} and ${count} more`,
    zh: `${name} 等 ${count + 1} 个`,
  }),
  count: (count: number, state: string): Text => ({
    en: `${count} ${state.toLowerCase()}`,
    zh: `${count} 个${state}`,
  }),
  off: { en: 'This server has no rollouts', zh: '本服务器未启用批量部署' },
  offHelp: {
    en: 'Rollouts need the server’s store, which is switched off or cannot be opened. The operator of this server can set IEF_STORE. Everything else works.',
    zh: '批量部署需要服务器的存储，而存储已关闭或无法打开。请本服务器的运维人员设置 IEF_STORE，其他功能不受影响。',
  },
  missing: {
    token: { en: 'A token is needed to see rollouts', zh: '查看批量部署需要 Token' },
    access: { en: 'The access secret is needed to see rollouts', zh: '查看批量部署需要访问口令' },
  },
  signIn: { en: 'Sign in', zh: '登录' },
  forbidden: { en: 'You may not see this', zh: '没有查看权限' },
  away: { en: 'The server does not answer', zh: '服务器没有响应' },
  awayHelp: {
    en: 'A rollout goes on without this page. The page connects again by itself.',
    zh: '批量部署不依赖本页面，会继续执行。页面会自动重新连接。',
  },
  failed: { en: 'The rollouts could not be loaded', zh: '无法加载批量部署' },
};
