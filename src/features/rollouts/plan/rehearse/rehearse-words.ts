import type { Text } from '#src/domain/core/text.ts';

/** The numbers of a rehearsal that stopped. */
interface StoppedCounts {
  readonly wave: number;
  readonly waves: number;
  readonly ready: number;
  readonly failed: number;
  readonly left: number;
  readonly stopAt: number;
}

/** Words of a rehearsal. */
export const rehearseWords = {
  title: { en: 'Rehearse', zh: '演练' },
  help: {
    en: 'Runs this plan against the embedded mock, in a project of its own and as fast as the mock allows. Nothing reaches the target. Nodes that are offline are offline there, too. Gates open by themselves if enough became ready.',
    zh: '在内置模拟服务的独立项目中以最快速度运行该计划，不会向目标发送任何请求；离线的节点在演练中同样离线，就绪数达到要求后自动进入下一批。',
  },
  fault: { en: 'Fault', zh: '故障' },
  which: { en: 'Rows with the fault', zh: '出现故障的行' },
  ways: {
    every: { en: 'One of every', zh: '每 N 行 1 行' },
    share: { en: 'A share', zh: '一定比例' },
    rows: { en: 'Chosen rows', zh: '指定的行' },
  },
  wayLabels: {
    every: { en: 'Number of rows', zh: '行数' },
    share: { en: 'Percentage', zh: '百分比' },
    rows: { en: 'Rows by number or name, e.g. 3, 10-12', zh: '行号或名称，例如 3, 10-12' },
  },
  faulty: (count: number, total: number): Text => ({
    en: `${count} of ${total} rows ${count === 1 ? 'has' : 'have'} the fault.`,
    zh: `${total} 行中有 ${count} 行出现故障。`,
  }),
  wrongRows: { en: 'Enter rows of this plan.', zh: '请输入该计划中的行。' },
  faults: {
    none: { en: 'None', zh: '无' },
    'pull-failed': { en: 'Image cannot be pulled', zh: '镜像拉取失败' },
    quota: { en: 'Quota is used up (403)', zh: '配额已用完（403）' },
    'lost-answer': { en: 'Response is lost', zh: '响应丢失' },
  },
  start: { en: 'Start rehearsal', zh: '开始演练' },
  stop: { en: 'Stop rehearsal', zh: '停止演练' },
  off: {
    en: 'The embedded mock is off on this server, so the plan cannot be rehearsed here.',
    zh: '本服务器未启用内置模拟服务，无法演练。',
  },
  running: (ready: number, total: number): Text => ({
    en: `Running: ${ready} of ${total} ready…`,
    zh: `正在运行：${ready} / ${total} 就绪…`,
  }),
  stopped: ({ wave, waves, ready, failed, left, stopAt }: StoppedCounts): Text => ({
    en: `Would stop in wave ${wave} of ${waves}, because ${failed} failed and it stops at ${stopAt}: ${ready} ready, ${left} not finished.`,
    zh: `将在第 ${wave} 批停止（共 ${waves} 批）：${failed} 个失败，失败上限为 ${stopAt}；${ready} 个就绪，${left} 个未完成。`,
  }),
  waits: ({ wave, waves, ready, failed }: Omit<StoppedCounts, 'left' | 'stopAt'>): Text => ({
    en: `Would wait for a person after wave ${wave} of ${waves}, because too few became ready: ${ready} ready, ${failed} failed.`,
    zh: `将在第 ${wave} 批之后等待人工确认（共 ${waves} 批），因为就绪数未达到要求：${ready} 个就绪，${failed} 个失败。`,
  }),
  done: (ready: number, failed: number): Text => ({
    en: `Would run to the end: ${ready} ready, ${failed} failed.`,
    zh: `将运行到最后：${ready} 个就绪，${failed} 个失败。`,
  }),
  offline: (count: number): Text => ({
    en: `${count === 1 ? '1 row is' : `${count} rows are`} left out, because the node is offline.`,
    zh: `${count} 行因节点离线而跳过。`,
  }),
  reasons: { en: 'Failed rows', zh: '失败的行' },
  refused: {
    en: 'The server refused the rehearsal.',
    zh: '服务器拒绝了该演练。',
  },
  failed: (reason: string): Text => ({
    en: `The rehearsal was not started: ${reason}`,
    zh: `未能开始演练：${reason}`,
  }),
  notStopped: (reason: string): Text => ({
    en: `The rehearsal was not stopped: ${reason}`,
    zh: `未能停止演练：${reason}`,
  }),
  lost: (reason: string): Text => ({
    en: `The rehearsal can no longer be followed: ${reason}`,
    zh: `无法继续跟踪该演练：${reason}`,
  }),
  removed: {
    en: 'The rehearsal was removed from the server.',
    zh: '该演练已从服务器中移除。',
  },
  aborted: { en: 'The rehearsal was stopped.', zh: '演练已停止。' },
  show: { en: 'Show the rehearsal', zh: '查看演练' },
};
