import type { Text } from '#src/domain/core/text.ts';
import type { VariableKind } from './template-variables.ts';

/** Words of the templates, which load with them (docs/decisions/0043). */
export const templateWords = {
  title: { en: 'Templates', zh: '模板' },
  help: {
    en: 'A template is a document with variables such as {{site}}, which you fill in when you use it.',
    zh: '模板是包含 {{site}} 等变量的文档，使用时填写变量。',
  },
  none: {
    en: 'No templates yet. Save a draft as a template with the button in its row.',
    zh: '还没有模板。点击草稿所在行的按钮，可将草稿存为模板。',
  },
  variables: (count: number): Text => ({
    en: count === 0 ? 'No variables' : count === 1 ? '1 variable' : `${count} variables`,
    zh: count === 0 ? '无变量' : `${count} 个变量`,
  }),
  use: { en: 'Use', zh: '使用' },
  useOf: (name: string): Text => ({ en: `Use ${name}`, zh: `使用 ${name}` }),
  deleteOf: (name: string): Text => ({ en: `Delete ${name}`, zh: `删除 ${name}` }),
  deleted: (name: string): Text => ({ en: `${name} deleted.`, zh: `已删除 ${name}。` }),
  undo: { en: 'Undo', zh: '撤销' },
  download: { en: 'Export templates', zh: '导出模板' },
  read: { en: 'Import templates', zh: '导入模板' },
  added: (count: number, refused: number): Text => ({
    en: `${count === 1 ? '1 template added.' : `${count} templates added.`}${refused > 0 ? ` ${refused} refused: a key must not be __proto__.` : ''}`,
    zh: `已添加 ${count} 个模板。${refused > 0 ? `已拒绝 ${refused} 个：键名不能是 __proto__。` : ''}`,
  }),
  notTemplates: { en: 'This file does not contain templates.', zh: '此文件中没有模板。' },
  failed: (reason: string): Text => ({
    en: `The browser refused: ${reason}`,
    zh: `浏览器拒绝了操作：${reason}`,
  }),
  saveTitle: { en: 'Save as template', zh: '存为模板' },
  save: { en: 'Save template', zh: '保存模板' },
  saved: (name: string): Text => ({ en: `Template ${name} saved.`, zh: `已保存模板 ${name}。` }),
  name: { en: 'Name of the template', zh: '模板名称' },
  nameHelp: { en: 'Up to 64 characters', zh: '最多 64 个字符' },
  nameNeeded: { en: 'Enter a name.', zh: '请输入名称。' },
  nameLong: { en: 'At most 64 characters.', zh: '最多 64 个字符。' },
  found: (names: readonly string[]): Text => ({
    en: `Variables: ${names.join(', ')}`,
    zh: `变量：${names.join('、')}`,
  }),
  noneFound: {
    en: 'This draft has no variables. Type {{name}} into any field to add one, even a number field.',
    zh: '此草稿没有变量。在任意字段（包括数字字段）中填写 {{变量名}} 即可添加变量。',
  },
  fillTitle: (name: string): Text => ({ en: `Use template ${name}`, zh: `使用模板 ${name}` }),
  open: { en: 'Open as new draft', zh: '新建草稿并打开' },
  wrong: {
    integer: { en: 'Enter a whole number, such as 8080.', zh: '请输入整数，例如 8080。' },
    flag: { en: 'Enter true or false.', zh: '请输入 true 或 false。' },
    text: { en: '', zh: '' },
  } satisfies Record<VariableKind, Text>,
  usedIn: (first: Text, count: number): Text => ({
    en: count > 1 ? `${first.en} and ${count - 1} more` : first.en,
    zh: count > 1 ? `${first.zh}等 ${count} 处` : first.zh,
  }),
  opened: (name: string): Text => ({
    en: `Template ${name} opened as a new draft.`,
    zh: `已用模板 ${name} 新建草稿。`,
  }),
  unfilled: (names: readonly string[]): Text => ({
    en: `${names.length === 1 ? 'Not filled in' : `${names.length} variables not filled in`}: ${names.join(', ')}.`,
    zh: `未填写的变量：${names.join('、')}。`,
  }),
} as const;
