import type { Text } from '#src/domain/core/text.ts';
import { MAX_LEVELS } from '../draft-record.ts';

/** Words of the notice about drafts that cannot be opened, which load with it. */
export const setAsideWords = {
  title: (count: number): Text => ({
    en:
      count === 1 ? 'A stored draft cannot be opened.' : `${count} stored drafts cannot be opened.`,
    zh: `有 ${count} 份已保存的草稿无法打开。`,
  }),
  help: {
    en: 'The page does not change what is stored. What you edit now is kept as a separate draft.',
    zh: '页面不会改动已保存的内容。当前编辑的内容会另存为单独的草稿。',
  },
  saved: (when: string): Text => ({ en: `Saved ${when}:`, zh: `保存于 ${when}：` }),
  undated: { en: 'Without a valid date:', zh: '无有效日期：' },
  note: { en: 'Last edits of a closed tab:', zh: '已关闭标签页的最后修改：' },
  fault: {
    head: {
      en: 'The revision or date in its record is not valid.',
      zh: '记录中的版本号或日期无效。',
    },
    noText: { en: 'Its text is missing.', zh: '草稿内容缺失。' },
    text: { en: 'Its text is incomplete or damaged.', zh: '草稿内容不完整或已损坏。' },
    newer: { en: 'A newer version of this page stored it.', zh: '由较新版本的页面保存。' },
    failed: { en: 'The page could not display it.', zh: '页面无法显示该草稿。' },
    deep: {
      en: `It is nested more than ${MAX_LEVELS} levels deep.`,
      zh: `嵌套超过 ${MAX_LEVELS} 层。`,
    },
  },
  download: { en: 'Download', zh: '下载' },
  open: { en: 'Open here', zh: '在此处打开' },
  opened: { en: 'The text of the stored draft is now in the form.', zh: '已将草稿内容载入表单。' },
  delete: { en: 'Delete', zh: '删除' },
  deleted: { en: 'Draft deleted.', zh: '草稿已删除。' },
  hide: { en: 'Hide', zh: '隐藏' },
} as const;
