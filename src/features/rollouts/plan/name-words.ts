import type { Text } from '#src/domain/core/text.ts';

/** Words of the name pattern. */
export const nameWords = {
  title: { en: 'Names', zh: '名称' },
  pattern: { en: 'Name pattern', zh: '名称模板' },
  help: {
    en: 'Variables: {{n}} is the number of the row, {{node.name}} the name of its node, {{node.id}} its ID.',
    zh: '变量：{{n}} 为行号，{{node.name}} 为节点名称，{{node.id}} 为节点 ID。',
  },
  columns: (names: readonly string[]): Text => ({
    en: ` Columns of the list: ${names.map((name) => `{{${name}}}`).join(', ')}.`,
    zh: `列表中的列：${names.map((name) => `{{${name}}}`).join('、')}。`,
  }),
  preview: { en: 'Preview', zh: '预览' },
  first: { en: 'First', zh: '第一个' },
  last: { en: 'Last', zh: '最后一个' },
  longest: { en: 'Longest', zh: '最长' },
  length: (length: number): Text => ({
    en: `${length} of 32 characters`,
    zh: `${length} / 32 个字符`,
  }),
  none: { en: 'Choose nodes to see their names.', zh: '选择节点后显示名称。' },
};
