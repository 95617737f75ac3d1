/** Words of the changes, which load with them. */
export const changesWords = {
  title: { en: 'Changes', zh: '变更' },
  since: { en: 'Compare with', zh: '对比' },
  here: { en: 'This draft', zh: '当前草稿' },
  loading: { en: 'Loading…', zh: '正在加载…' },
  gone: {
    en: 'This version is no longer stored in this browser.',
    zh: '此浏览器中已没有该版本。',
  },
  close: { en: 'Close', zh: '关闭' },
} as const;
