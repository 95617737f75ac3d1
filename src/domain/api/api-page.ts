import type { Language } from '#src/domain/core/text.ts';

const pages = {
  en: 'https://support.huaweicloud.com/intl/en-us/api-ief/ief_02_0082.html',
  zh: 'https://support.huaweicloud.com/intl/zh-cn/api-ief/ief_02_0082.html',
} as const;

/**
 * The address of a table on the vendor's API page. The page has no stable anchors, so the text of the caption leads to the
 * table; a browser without text fragments opens the page at its top.
 */
export function apiPageHref(table: number | undefined, language: Language): string {
  if (table === undefined) return pages[language];
  const caption = language === 'zh' ? `表${table}` : `Table ${table}`;
  return `${pages[language]}#:~:text=${encodeURIComponent(caption)}`;
}

/** The number in a source such as `table 11`; undefined for other sources. */
export function tableInSource(source: string): number | undefined {
  const [, number] = /^table (\d+)$/.exec(source) ?? [];
  return number === undefined ? undefined : Number(number);
}
