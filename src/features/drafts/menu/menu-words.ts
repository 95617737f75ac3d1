import type { Text } from '#src/domain/core/text.ts';

/** Words of the menu of drafts, which load with it (docs/decisions/0043). */
export const draftWords = {
  title: { en: 'Drafts', zh: '草稿' },
  help: {
    en: 'Kept in this browser. Their environment variables are stored in plain text.',
    zh: '保存在此浏览器中，环境变量以明文存储。',
  },
  draft: { en: 'Draft', zh: '草稿' },
  target: { en: 'Target', zh: '部署对象' },
  edited: { en: 'Edited', zh: '修改时间' },
  state: { en: 'State', zh: '状态' },
  actions: { en: 'Actions', zh: '操作' },
  untitled: { en: 'Untitled deployment', zh: '未命名应用部署' },
  noTarget: { en: 'None yet', zh: '未选择' },
  containers: (count: number): Text => ({
    en: count === 1 ? '1 container' : `${count} containers`,
    zh: `${count} 个容器`,
  }),
  here: { en: 'Open here', zh: '当前标签页' },
  elsewhere: { en: 'Open in another tab', zh: '在另一个标签页中打开' },
  created: { en: 'Created', zh: '已创建' },
  stored: { en: 'Draft', zh: '草稿' },
  rename: { en: 'Rename', zh: '重命名' },
  renameOf: (name: string): Text => ({ en: `Rename ${name}`, zh: `重命名 ${name}` }),
  duplicateOf: (name: string): Text => ({ en: `Duplicate ${name}`, zh: `复制 ${name}` }),
  deleteOf: (name: string): Text => ({ en: `Delete ${name}`, zh: `删除 ${name}` }),
  copyOf: (name: string): Text => ({ en: `${name} (copy)`, zh: `${name}（副本）` }),
  name: { en: 'Name of the draft', zh: '草稿名称' },
  nameLong: { en: 'At most 64 characters', zh: '最多 64 个字符' },
  save: { en: 'Save', zh: '保存' },
  cancel: { en: 'Cancel', zh: '取消' },
  close: { en: 'Close', zh: '关闭' },
  deleted: (name: string): Text => ({ en: `${name} deleted.`, zh: `已删除 ${name}。` }),
  undo: { en: 'Undo', zh: '撤销' },
  newDraft: { en: 'New draft', zh: '新建草稿' },
  download: { en: 'Download all', zh: '全部下载' },
  read: { en: 'Read from file', zh: '从文件读取' },
  added: (count: number): Text => ({
    en: count === 1 ? '1 draft added.' : `${count} drafts added.`,
    zh: `已添加 ${count} 份草稿。`,
  }),
  notDrafts: {
    en: 'This file does not contain drafts. To import a document, use Import.',
    zh: '此文件中没有草稿。如需导入文档，请使用“导入”。',
  },
  failed: (reason: string): Text => ({
    en: `The browser refused: ${reason}`,
    zh: `浏览器拒绝了操作：${reason}`,
  }),
  none: { en: 'There are no stored drafts yet.', zh: '还没有已保存的草稿。' },
  loading: { en: 'Loading drafts…', zh: '正在加载草稿…' },
} as const;
