import type { Text } from '#src/domain/core/text.ts';

/** Words of what a person does with a rollout. */
export const rolloutActionWords = {
  pause: { en: 'Pause', zh: '暂停' },
  resume: { en: 'Resume', zh: '继续' },
  resumeAsk: { en: 'Resume…', zh: '继续…' },
  resumeWithToken: { en: 'Enter token and resume', zh: '输入 Token 并继续' },
  goOn: (wave: number): Text => ({
    en: `Continue with wave ${wave}`,
    zh: `继续第 ${wave} 批`,
  }),
  abortAsk: { en: 'Abort…', zh: '中止…' },
  limitsAsk: { en: 'Limits…', zh: '限制…' },
  removeAsk: { en: 'Remove record…', zh: '移除记录…' },
  rollBackAsk: { en: 'Roll back…', zh: '回滚…' },
  retry: (count: number): Text => ({
    en: `Retry ${count} failed`,
    zh: `重试 ${count} 个失败项`,
  }),
  skipOffline: (count: number): Text => ({
    en: count === 1 ? 'Skip this node' : `Skip these ${count} nodes`,
    zh: `跳过这 ${count} 个节点`,
  }),
  failed: { en: 'This did not work', zh: '操作未成功' },
  dismiss: { en: 'Dismiss', zh: '关闭' },

  abort: {
    title: { en: 'Abort this rollout?', zh: '中止此批量部署？' },
    submit: { en: 'Abort', zh: '中止' },
    lead: {
      en: 'Nothing more is sent. An aborted rollout cannot be resumed; to stop for a while, pause it.',
      zh: '不再发送任何请求。中止后无法继续；如需暂时停止，请使用暂停。',
    },
    state: { en: 'State', zh: '状态' },
    count: { en: 'Nodes', zh: '节点数' },
    becomes: { en: 'What happens', zh: '处理方式' },
    waiting: { en: 'Skipped. Nothing was sent.', zh: '跳过，尚未发送。' },
    sending: {
      en: 'The request was sent. Its outcome is looked up and shown here.',
      zh: '请求已发出，结果会继续查找并显示在此处。',
    },
    unknown: {
      en: 'Looked up until the outcome is known. Nothing is sent again.',
      zh: '继续查找直到结果明确，不会再次发送。',
    },
    accepted: {
      en: 'Stays at the target. Watched until it is ready or late.',
      zh: '保留在目标上，继续观察直到就绪或超时。',
    },
    settled: { en: 'Stays as it is.', zh: '保持不变。' },
    done: { en: 'Ready, failed, skipped', zh: '就绪、失败、已跳过' },
  },

  limits: {
    title: { en: 'Limits', zh: '限制' },
    resumeTitle: { en: 'Resume this rollout', zh: '继续此批量部署' },
    submit: { en: 'Apply', zh: '应用' },
    stopAt: { en: 'Failure limit', zh: '失败数上限' },
    stopAtHelp: (failed: number): Text => ({
      en: `${failed} failed so far. The rollout stops when this number is reached.`,
      zh: `目前 ${failed} 个失败，达到该数量时停止。`,
    }),
    inFlight: { en: 'At the same time', zh: '同时进行数' },
    inFlightHelp: { en: 'Requests under way, 1 to 64.', zh: '同时进行的请求数，1 至 64。' },
    perMinute: { en: 'Per minute', zh: '每分钟' },
    perMinuteHelp: {
      en: 'Requests started per minute, 1 to 6000.',
      zh: '每分钟发起的请求数，1 至 6000。',
    },
    range: (min: number, max: number): Text => ({
      en: `Enter a whole number from ${min} to ${max}.`,
      zh: `请输入 ${min} 至 ${max} 的整数。`,
    }),
    aboveFailed: (failed: number): Text => ({
      en: `Enter more than ${failed}: that many have failed already.`,
      zh: `请输入大于 ${failed} 的数：已有这么多失败。`,
    }),
  },

  remove: {
    title: { en: 'Remove the record of this rollout?', zh: '移除此批量部署的记录？' },
    submit: { en: 'Remove', zh: '移除' },
    lead: {
      en: 'The server forgets this rollout with its report. The deployments stay at the target.',
      zh: '服务器将删除此批量部署的记录和报告，目标上的应用部署不受影响。',
    },
  },

  rollBack: {
    title: { en: 'Roll this rollout back?', zh: '回滚此批量部署？' },
    submit: { en: 'Roll back', zh: '回滚' },
    create: {
      en: 'A new rollout deletes every deployment that this one created.',
      zh: '将新建一个批量部署，删除本次创建的所有应用部署。',
    },
    update: {
      en: 'A new rollout sends each deployment the body that it had before. What others changed since stays.',
      zh: '将新建一个批量部署，恢复每个应用部署此前的请求体，他人此后的更改会保留。',
    },
    delete: {
      en: 'A new rollout creates every deployment that this one deleted, with its last body.',
      zh: '将新建一个批量部署，按最后的请求体重新创建本次删除的应用部署。',
    },
    aborts: { en: 'This rollout is aborted first.', zh: '此批量部署会先被中止。' },
    mock: { en: 'Only the mock is changed.', zh: '仅影响模拟服务。' },
    type: {
      en: 'Type the number of nodes to confirm',
      zh: '输入节点数以确认',
    },
    typeHelp: (count: number): Text => ({ en: `Type ${count}.`, zh: `请输入 ${count}。` }),
    wrong: { en: 'This does not match.', zh: '输入不一致。' },
  },
};
