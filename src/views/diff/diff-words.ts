import type { Text } from '#src/domain/core/text.ts';

/** Words of the differences between two documents. */
export const diffWords = {
  same: { en: 'The documents are the same.', zh: '两份文档相同。' },
  form: { en: 'Show as', zh: '显示方式' },
  sentences: { en: 'Sentences', zh: '语句' },
  paths: { en: 'Paths and values', zh: '路径和值' },
  text: { en: 'Text', zh: '文本' },
  copy: { en: 'Copy as text', zh: '复制为文本' },
  copied: { en: 'Copied', zh: '已复制' },
  notCopied: { en: 'The browser did not allow copying', zh: '浏览器不允许复制' },
  revert: { en: 'Revert', zh: '还原' },
  revertOf: (sentence: string): Text => ({
    en: `Revert: ${sentence}`,
    zh: `还原：${sentence}`,
  }),
  comparing: { en: 'Comparing…', zh: '正在比较…' },
  failed: {
    en: 'The browser could not compare the documents. Try again.',
    zh: '浏览器无法比较这两份文档，请重试。',
  },
  wholeText: { en: 'Show unchanged lines', zh: '显示未更改的行' },
  wasRow: (row: number): Text => ({ en: `was row ${row}`, zh: `原为第 ${row} 行` }),
  kinds: {
    added: { en: 'added', zh: '新增' },
    removed: { en: 'removed', zh: '删除' },
    changed: { en: 'changed', zh: '修改' },
    moved: { en: 'moved', zh: '移动' },
  },
} as const;
