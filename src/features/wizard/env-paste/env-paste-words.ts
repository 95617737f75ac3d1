import type { Text } from '#src/domain/core/text.ts';

/** `one` for a count of 1, otherwise `other`. Chinese has one form. */
const counted = (count: number, one: string, other: string) => (count === 1 ? one : other);

/** Words of the dialog about pasted variables, which load with it. */
export const envPasteWords = {
  title: { en: 'Add the pasted lines as variables?', zh: '将粘贴的内容添加为环境变量？' },
  intro: {
    en: 'Each line was read as shown. “Paste as text” puts the whole text into the name instead.',
    zh: '下面是每一行的识别结果。选择“粘贴为文本”则全部放入变量名。',
  },
  clash: (count: number): Text => ({
    en: counted(count, '1 name is already in the list', `${count} names are already in the list`),
    zh: `${count} 个变量名已在列表中`,
  }),
  clashes: {
    replace: { en: 'Replace the value', zh: '替换变量值' },
    keep: { en: 'Keep the value', zh: '保留变量值' },
  },
  line: { en: 'Line', zh: '行' },
  name: { en: 'Name', zh: '变量名' },
  value: { en: 'Value', zh: '变量值' },
  note: { en: 'Note', zh: '说明' },
  more: (count: number): Text => ({
    en: counted(count, '1 more line.', `${count} more lines.`),
    zh: `还有 ${count} 行。`,
  }),
  replaces: { en: 'Replaces the value in the list.', zh: '替换列表中的变量值。' },
  keeps: { en: 'Skipped: already in the list.', zh: '忽略：列表中已有。' },
  setAgain: (line: number): Text => ({
    en: `Skipped: line ${line} sets it again.`,
    zh: `忽略：第 ${line} 行再次设置了该变量。`,
  }),
  skipped: {
    comment: { en: 'Skipped: comment.', zh: '忽略：注释。' },
    noEquals: { en: 'Skipped: no = sign.', zh: '忽略：没有等号。' },
    noName: { en: 'Skipped: no name before the = sign.', zh: '忽略：等号前没有变量名。' },
    spaceInName: {
      en: 'Skipped: the name contains a space.',
      zh: '忽略：变量名中有空格。',
    },
  },
  notes: {
    export: { en: '“export” removed.', zh: '已去掉 export。' },
    quotes: { en: 'Quotes removed.', zh: '已去掉引号。' },
    escapes: { en: 'Escapes such as \\n resolved.', zh: '已解析 \\n 等转义字符。' },
    comment: { en: 'Comment removed.', zh: '已去掉注释。' },
    openQuote: {
      en: 'Kept as written: the quote is never closed.',
      zh: '原样保留：引号没有结束。',
    },
    afterQuote: {
      en: 'Kept as written: text follows the closing quote.',
      zh: '原样保留：引号后还有内容。',
    },
    command: {
      en: 'Kept as written: only a shell runs the command in it.',
      zh: '原样保留：其中的命令只有 shell 才会执行。',
    },
    reference: { en: 'The $ reference is not expanded.', zh: '不展开 $ 引用。' },
  },
  decline: { en: 'Paste as text', zh: '粘贴为文本' },
  add: (count: number): Text => ({
    en: counted(count, 'Add 1 variable', `Add ${count} variables`),
    zh: `添加 ${count} 个变量`,
  }),
  replace: (count: number): Text => ({
    en: counted(count, 'Replace 1 value', `Replace ${count} values`),
    zh: `替换 ${count} 个变量值`,
  }),
  done: (count: number): Text => ({
    en: counted(
      count,
      '1 variable added from the pasted lines.',
      `${count} variables added from the pasted lines.`,
    ),
    zh: `已从粘贴的内容添加 ${count} 个变量。`,
  }),
};
