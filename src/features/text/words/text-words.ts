import { shown } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words of the text editor, which load with it. */
export const textWords = {
  heading: { en: 'Text', zh: '文本' },
  editor: { en: 'JSON editor', zh: 'JSON 编辑器' },
  close: { en: 'Close editor', zh: '关闭编辑器' },
  search: { en: 'Search and replace', zh: '查找和替换' },
  outline: { en: 'Outline', zh: '大纲' },
  outlineEmpty: { en: 'The document has no lists yet.', zh: '文档中还没有列表。' },
  members: (label: string): Text => ({ en: `Members of ${label}`, zh: `${label} 的成员` }),
  problems: (count: number): Text => ({
    en: count === 1 ? '1 problem' : `${count} problems`,
    zh: `${count} 个问题`,
  }),
  noProblems: { en: 'No problems', zh: '没有问题' },
  tab: {
    en: 'Alt+Enter opens the field of the line. Escape, then Tab leaves the editor.',
    zh: '按 Alt+Enter 打开该行对应的字段，按 Esc 后再按 Tab 可离开编辑器。',
  },
  broken: {
    en: 'This text cannot be used yet, so the form is read-only and nothing can be sent. The text is kept.',
    zh: '文本暂时无法使用，表单为只读，也不能提交。文本已保留。',
  },
  held: {
    en: 'This text cannot be used as it is written, so the form is read-only until you decide.',
    zh: '文本不能按原样使用，请先确认，在此之前表单为只读。',
  },
  line: (line: number, message: Text): Text => ({
    en: `Line ${line}: ${message.en}`,
    zh: `第 ${line} 行：${message.zh}`,
  }),
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 处` }),
  accept: { en: 'Use it with these changes', zh: '接受这些改动' },
  restore: { en: 'Restore the last good text', zh: '恢复上次的有效文本' },
  show: { en: 'Show the place', zh: '查看位置' },
  open: { en: 'Edit the text', zh: '编辑文本内容' },
  part: { en: 'Edit this part', zh: '编辑此部分' },
  otherPart: (key: string): Text =>
    key === ''
      ? { en: 'This part is an object, in curly brackets.', zh: '此部分是对象，须用花括号包围。' }
      : {
          en: `“${shown(key)}” belongs to another part. Edit it there.`,
          zh: `“${shown(key)}”属于其他部分，请在该处编辑。`,
        },
  partText: { en: 'Part as JSON', zh: '此部分的 JSON' },
  removePart: { en: 'Remove', zh: '删除' },
  cancel: { en: 'Cancel', zh: '取消' },
  save: { en: 'Save', zh: '保存' },
};
