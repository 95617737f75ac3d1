export const problemWords = {
  show: { en: 'Show problems', zh: '显示问题' },
  title: { en: 'Problems', zh: '问题' },
  document: { en: 'Document', zh: '文档' },
  more: (count: number) => ({ en: `and ${count} more`, zh: `还有 ${count} 个` }),
};
