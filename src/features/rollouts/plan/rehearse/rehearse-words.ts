import type { Text } from '#src/domain/core/text.ts';

/** Words of a rehearsal. */
export const rehearseWords = {
  title: { en: 'Rehearse', zh: '演练' },
  help: {
    en: 'Runs this plan against the embedded mock, in a project of its own and as fast as the mock allows. Nothing reaches the target. Gates open by themselves.',
    zh: '在内置模拟服务的独立项目中以最快速度运行该计划，不会向目标发送任何请求；批次之间自动继续。',
  },
  fault: { en: 'Fault on every tenth row', zh: '每十行中一行的故障' },
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
    zh: '该服务器未启用内置模拟服务，无法演练。',
  },
  running: (ready: number, total: number): Text => ({
    en: `Running: ${ready} of ${total} ready…`,
    zh: `正在运行：${ready} / ${total} 就绪…`,
  }),
  stopped: (wave: number, ready: number, failed: number, left: number): Text => ({
    en: `Would stop in wave ${wave}: ${ready} ready, ${failed} failed, ${left} not finished.`,
    zh: `将在第 ${wave} 批停止：${ready} 个就绪，${failed} 个失败，${left} 个未完成。`,
  }),
  done: (ready: number, failed: number, skipped: number): Text => ({
    en: `Would run to the end: ${ready} ready, ${failed} failed, ${skipped} skipped.`,
    zh: `将运行到最后：${ready} 个就绪，${failed} 个失败，${skipped} 个跳过。`,
  }),
  refused: {
    en: 'The server refused the rehearsal.',
    zh: '服务器拒绝了该演练。',
  },
  failed: (reason: string): Text => ({
    en: `The rehearsal was not started: ${reason}`,
    zh: `未能开始演练：${reason}`,
  }),
  aborted: { en: 'The rehearsal was stopped.', zh: '演练已停止。' },
  show: { en: 'Show the rehearsal', zh: '查看演练' },
};
