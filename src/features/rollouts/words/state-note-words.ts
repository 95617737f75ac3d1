import type { Text } from '#src/domain/core/text.ts';

/** Explains each state of a rollout, and what happens next. */
export const stateNoteWords = {
  stopped: (failed: number, stopAt: number): Text => ({
    en: `Stopped: ${failed} failed, the limit is ${stopAt}`,
    zh: `已停止：${failed} 个失败，上限为 ${stopAt}`,
  }),
  stoppedHelp: (waiting: number): Text => ({
    en: `Nothing more is sent. Fix the cause, then retry the failed nodes in a rollout of their own, or resume with a higher limit: the ${waiting} waiting nodes follow.`,
    zh: `不再发送。请先排除原因，然后用新的批量部署重试失败的节点，或提高上限后继续，其余 ${waiting} 个等待中的节点会接着处理。`,
  }),
  stoppedBelow: (stopAt: number): Text => ({
    en: `The limit is ${stopAt} now. Resume to go on with the waiting nodes.`,
    zh: `当前上限为 ${stopAt}，点击继续处理等待中的节点。`,
  }),
  gate: (wave: number): Text => ({
    en: `Wave ${wave} is finished; the next one waits for you`,
    zh: `第 ${wave} 批已结束，等待您确认下一批`,
  }),
  gateHelp: (wave: number, count: number): Text => ({
    en: `Look at the nodes below. Wave ${wave} sends to ${count} more.`,
    zh: `请检查下方的节点。第 ${wave} 批将处理另外 ${count} 个。`,
  }),
  gateMissed: (share: string): Text => ({
    en: `Less than ${share} of the nodes became ready, so the next wave did not start by itself.`,
    zh: `就绪节点未达到 ${share}，因此下一批没有自动开始。`,
  }),
  paused: { en: 'Paused manually', zh: '已手动暂停' },
  pausedHelp: {
    en: 'Nothing more is sent. Requests that were sent are still watched. Resume continues where it stopped.',
    zh: '不再发送，已发送的仍在观察。继续后从暂停处接着处理。',
  },
  'needs-token': {
    en: 'The server needs your token to go on',
    zh: '服务器需要您的 Token 才能继续',
  },
  'needs-tokenHelp': {
    en: 'Your token expired, or the server restarted: it keeps tokens only in memory. Nothing is lost; with a token, the rollout goes on where it stopped.',
    zh: 'Token 已过期，或服务器已重启（Token 只保存在内存中）。进度不会丢失，输入 Token 后从停止处继续。',
  },
  aborting: { en: 'Aborted; the last outcomes are looked up', zh: '已中止，正在查找最后的结果' },
  abortingHelp: (count: number): Text => ({
    en: `${count} were on their way. They stay at the target; their outcome appears here.`,
    zh: `${count} 个正在进行中，会保留在目标上，结果将显示在此处。`,
  }),
  failedSoFar: (count: number): Text => ({
    en: `${count} failed so far; the others go on`,
    zh: `目前 ${count} 个失败，其余继续`,
  }),
  wentOn: (wave: number, failed: number, from: string, to: string): Text => ({
    en: `Wave ${wave} stopped at ${from} after ${failed === 1 ? '1 failure' : `${failed} failures`} and was resumed at ${to}`,
    zh: `第 ${wave} 批在 ${failed} 个失败后于 ${from} 停止，已于 ${to} 继续`,
  }),
  stopsAfter: (more: number): Text => ({
    en: `The rollout stops after ${more === 1 ? '1 more failure' : `${more} more failures`}.`,
    zh: `再有 ${more} 个失败即停止。`,
  }),
  offlineLeft: (count: number): Text => ({
    en:
      count === 1
        ? 'Only an offline node is left; the rollout waits for it'
        : `Only ${count} offline nodes are left; the rollout waits for them`,
    zh: `仅剩 ${count} 个离线节点，正在等待其上线`,
  }),
  offlineLeftHelp: (until: string): Text => ({
    en: `A node that comes back gets its request at once. Nodes that stay offline are skipped, the last one at ${until}, and the rollout ends.`,
    zh: `节点上线后会立即发送。持续离线的节点将被跳过（最晚 ${until}），批量部署随之结束。`,
  }),
  show: (count: number): Text => ({
    en: `Show the ${count} failed`,
    zh: `查看 ${count} 个失败项`,
  }),
  retries: { en: 'Retry', zh: '重试' },
  rollBacks: { en: 'Rollback', zh: '回滚' },
  retryOf: { en: 'Retries the failed nodes of', zh: '重试以下批量部署的失败项：' },
  rollBackOf: { en: 'Rolls back', zh: '回滚以下批量部署：' },
  earlier: { en: 'an earlier rollout', zh: '之前的批量部署' },
  linked: { en: 'Linked rollouts', zh: '关联的批量部署' },
};
