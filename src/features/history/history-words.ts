import type { Text } from '#src/domain/core/text.ts';

/** Words of the history, which load with it. */
export const historyWords = {
  title: { en: 'History', zh: '历史记录' },
  help: {
    en: 'Kept with the draft in this browser.',
    zh: '与草稿一同保存在此浏览器中。',
  },
  start: { en: 'Start of the history', zh: '历史记录的起点' },
  imported: (from: string): Text => ({ en: `Imported ${from}`, zh: `导入 ${from}` }),
  importedText: ({ en, zh }: Text): Text => ({
    en: `Imported pasted text (${en})`,
    zh: `导入粘贴的内容（${zh}）`,
  }),
  started: { en: 'Started a new document', zh: '新建文档' },
  recovered: { en: 'Recovered a document', zh: '恢复文档' },
  current: { en: 'current', zh: '当前' },
  empty: { en: 'Your edits appear here.', zh: '您的修改将显示在此处。' },
  older: { en: 'Show older steps', zh: '显示更早的步骤' },
  close: { en: 'Close', zh: '关闭' },
  goTo: (name: Text): Text => ({
    en: `Go to step: ${name.en}`,
    zh: `跳转到步骤：${name.zh}`,
  }),
} as const;
