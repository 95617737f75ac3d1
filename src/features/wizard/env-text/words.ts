import type { Text } from '#src/domain/core/text.ts';

/** Words of the environment as text, which load with it. */
export const envTextWords = {
  label: { en: 'Environment as text', zh: '环境变量文本' },
  help: {
    en: 'One NAME=value per line, as in a .env file. Use quotes for values with line breaks. $ references are not expanded.',
    zh: '每行一个 NAME=value，与 .env 文件相同。多行的值请加引号，不展开 $ 引用。',
  },
  close: { en: 'Edit as table', zh: '以表格编辑' },
  valuesShown: {
    en: 'The text shows the values hidden in the table.',
    zh: '文本中会显示表格内已隐藏的值。',
  },
  notApplied: {
    en: 'The document keeps the last readable text until these lines are corrected.',
    zh: '以下行修正之前，文档保留上一次可读取的内容。',
  },
  discard: { en: 'Discard unreadable text', zh: '放弃无法读取的文本' },
  line: (line: number): Text => ({ en: `Line ${line}`, zh: `第 ${line} 行` }),
  problems: { en: 'Problems by line', zh: '各行的问题' },
  comments: (count: number): Text => ({
    en: count === 1 ? '1 comment is not kept.' : `${count} comments are not kept.`,
    zh: `${count} 行注释不会保留。`,
  }),
  hidden: (count: number, names: string): Text => ({
    en: `${count === 1 ? '1 variable is' : `${count} variables are`} not plain text and ${count === 1 ? 'stays' : 'stay'} unchanged: ${names}.`,
    zh: `${count} 个变量不是纯文本，保持不变：${names}。`,
  }),
  unnamed: { en: 'unnamed', zh: '未命名' },
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 项` }),
  skipped: {
    noEquals: { en: 'There is no = sign. Write NAME=value.', zh: '缺少等号，请写为 NAME=value。' },
    noName: { en: 'There is no name before the = sign.', zh: '等号前缺少变量名。' },
    spaceInName: { en: 'The name contains a space.', zh: '变量名不能包含空格。' },
  },
  open: {
    openQuote: { en: 'The quote is not closed.', zh: '引号未闭合。' },
    afterQuote: {
      en: 'Text follows the closing quote. Enclose the whole value in quotes of another kind.',
      zh: '引号后还有内容，请用另一种引号包裹整个值。',
    },
  },
  setAgain: (name: string, line: number): Text => ({
    en: `Line ${line} sets ${name} again.`,
    zh: `第 ${line} 行再次设置了 ${name}。`,
  }),
} as const;
