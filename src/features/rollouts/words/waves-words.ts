import type { Text } from '#src/domain/core/text.ts';

/** Words of the waves over time, and of the cells. */
export const wavesWords = {
  title: { en: 'Waves over time', zh: '批次进度' },
  view: { en: 'View', zh: '视图' },
  drawing: { en: 'Drawing', zh: '图示' },
  table: { en: 'Table', zh: '表格' },
  plan: (waves: string, stopAt: number): Text => ({
    en: `${waves} · stops at ${stopAt === 1 ? '1 failure' : `${stopAt} failures`}`,
    zh: `${waves} · ${stopAt} 个失败即停止`,
  }),
  manual: { en: 'manual gate', zh: '手动继续' },
  join: { en: ', ', zh: '、' },
  wave: (wave: number): Text => ({ en: `Wave ${wave}`, zh: `第 ${wave} 批` }),
  ready: (ready: number, total: number): Text => ({
    en: `${ready} of ${total} ready`,
    zh: `${ready} / ${total} 就绪`,
  }),
  deleted: (ready: number, total: number): Text => ({
    en: `${ready} of ${total} deleted`,
    zh: `${ready} / ${total} 已删除`,
  }),
  waiting: (count: number): Text => ({ en: `${count} waiting`, zh: `${count} 个等待` }),
  planned: { en: 'planned', zh: '计划中' },
  plannedManual: { en: 'planned, starts manually', zh: '计划中，手动开始' },
  stops: {
    stopped: (failed: number, span: string): Text => ({
      en: `Stopped: ${failed} failed, ${span}`,
      zh: `已停止：${failed} 个失败，${span}`,
    }),
    paused: (_failed: number, span: string): Text => ({
      en: `Paused, ${span}`,
      zh: `已暂停，${span}`,
    }),
    'needs-token': (_failed: number, span: string): Text => ({
      en: `No token, ${span}`,
      zh: `缺少 Token，${span}`,
    }),
  },
  summary: {
    en: 'Waves over time. The table of waves says the same.',
    zh: '批次进度图，批次表格包含相同内容。',
  },
  never: { en: 'not started', zh: '未开始' },
  startsManually: { en: 'Planned, starts manually', zh: '计划中，手动开始' },
  states: {
    planned: (): Text => ({ en: 'Planned', zh: '计划中' }),
    never: (): Text => ({ en: 'Not started', zh: '未开始' }),
    running: (): Text => ({ en: 'Running', zh: '进行中' }),
    done: (): Text => ({ en: 'Done', zh: '已完成' }),
    stopped: (tried: number, total: number): Text => ({
      en: `Stopped after ${tried} of ${total}`,
      zh: `已停止（共 ${total} 个，已执行 ${tried} 个）`,
    }),
    paused: (tried: number, total: number): Text => ({
      en: `Paused after ${tried} of ${total}`,
      zh: `已暂停（共 ${total} 个，已执行 ${tried} 个）`,
    }),
    'needs-token': (tried: number, total: number): Text => ({
      en: `Needs a token after ${tried} of ${total}`,
      zh: `缺少 Token（共 ${total} 个，已执行 ${tried} 个）`,
    }),
    aborted: (tried: number, total: number): Text => ({
      en: `Aborted after ${tried} of ${total}`,
      zh: `已中止（共 ${total} 个，已执行 ${tried} 个）`,
    }),
  },
  columns: {
    wave: { en: 'Wave', zh: '批次' },
    state: { en: 'State', zh: '状态' },
    progress: { en: 'Progress', zh: '进度' },
    failed: { en: 'Failed', zh: '失败' },
    started: { en: 'Started', zh: '开始' },
    lasted: { en: 'Lasted', zh: '时长' },
    stops: { en: 'Stops', zh: '停止' },
  },
  stopped: (from: string, to: string): Text => ({
    en: `${from} to ${to}`,
    zh: `${from} 至 ${to}`,
  }),
  stoppedSince: (from: string): Text => ({ en: `since ${from}`, zh: `自 ${from} 起` }),
  cells: { en: 'Every node', zh: '全部节点' },
  cellsHelp: { en: 'one cell each, in order of sending', zh: '每格一个节点，按发送顺序' },
  cellsSummary: (count: number, parts: string): Text => ({
    en: `${count} cells colored by state: ${parts}. The table below lists them.`,
    zh: `${count} 个节点按状态着色：${parts}。下方表格列出全部节点。`,
  }),
  cellHint: {
    en: 'Point at a cell to see its node; click it to find the node in the table.',
    zh: '指向方格可查看节点，点击可在表格中定位。',
  },
};
