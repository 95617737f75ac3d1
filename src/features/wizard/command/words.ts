import type { Text } from '#src/domain/core/text.ts';

/** Words of the startup card of a container, which load with it. */
export const startupWords = {
  notation: { en: 'Write as', zh: '填写方式' },
  list: { en: 'List', zh: '列表' },
  line: { en: 'Line', zh: '命令行' },
  lineHelp: {
    en: 'Spaces separate the entries; quotes and backslashes keep them together. No shell runs the line.',
    zh: '以空格分隔各项，引号和反斜杠可保留空格。命令行不经过 shell 执行。',
  },
  openQuote: {
    en: 'A quote is not closed. The document keeps the entries below until it is.',
    zh: '引号未闭合，闭合之前文档保留下方的各项。',
  },
  noShell: (parts: string): Text => ({
    en: `There is no shell: ${parts} reaches the program as text. To use a shell, enter sh -c and the whole line in quotes.`,
    zh: `不经过 shell：${parts} 会作为文本传给程序。如需使用 shell，请填写 sh -c 和加引号的整行命令。`,
  }),
  result: { en: 'Started with', zh: '启动内容' },
  byImage: { en: 'The command of the image.', zh: '镜像自带的启动命令。' },
  imageCommand: { en: 'command of the image', zh: '镜像自带的启动命令' },
  emptyEntry: { en: 'empty text', zh: '空文本' },
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 项` }),
} as const;
