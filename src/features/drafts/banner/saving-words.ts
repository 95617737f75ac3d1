import type { Text } from '#src/domain/core/text.ts';
import type { OtherVersion } from '../draft-session.ts';
import type { StorageProblem } from '../storage-problem.ts';

type ByKind = Readonly<Record<OtherVersion['kind'], Text>>;

const other: ByKind = {
  forked: {
    en: 'Another tab has stored a newer version of this document.',
    zh: '另一个标签页已保存该文档的更新版本。',
  },
  unreadable: {
    en: 'The stored version of this document can no longer be read.',
    zh: '该文档的已保存版本已无法读取。',
  },
  unread: {
    en: 'The stored draft could not be read when this page was opened.',
    zh: '打开页面时无法读取已保存的草稿。',
  },
  left: { en: 'There is another version of this document.', zh: '该文档还有另一个版本。' },
};

const otherHelp: ByKind = {
  forked: {
    en: 'This tab continues with a copy. Both versions are kept.',
    zh: '此标签页改为编辑副本，两个版本都会保留。',
  },
  unreadable: {
    en: 'This tab continues with a copy. The stored version is kept.',
    zh: '此标签页改为编辑副本，已保存的版本会保留。',
  },
  unread: {
    en: 'This tab continues with a separate draft. Both are kept.',
    zh: '此标签页使用单独的草稿，两者都会保留。',
  },
  left: { en: 'It is kept in this browser.', zh: '它保存在此浏览器中。' },
};

/** Why the browser does not store the document. */
export function storageProblemWords({ kind, message }: StorageProblem): Text {
  switch (kind) {
    case 'refused':
      return {
        en: 'This browser refuses to store the document.',
        zh: '此浏览器拒绝保存文档。',
      };
    case 'full':
      return {
        en: 'The browser has no storage space left for this page.',
        zh: '浏览器为此页面提供的存储空间已用完。',
      };
    case 'newer':
      return {
        en: 'A newer version of this page has upgraded the storage in this browser, and this version cannot use it.',
        zh: '较新版本的页面已升级此浏览器中的存储，当前版本无法使用。',
      };
    case 'slow':
      return {
        en: 'The browser did not open its storage within 5 seconds. Another open tab of this page may be the reason.',
        zh: '浏览器在 5 秒内未能打开存储，可能受此页面的其他标签页影响。',
      };
    case 'other':
      return {
        en: `The browser could not store the document (${message}).`,
        zh: `浏览器无法保存文档（${message}）。`,
      };
  }
}

/** Words of the message about saving the document, which load with it. */
export const savingWords = {
  problemHelp: { en: 'Download the JSON before you leave.', zh: '离开前请下载 JSON。' },
  elsewhere: { en: 'This document is open in another tab.', zh: '该文档已在另一个标签页中打开。' },
  elsewhereHelp: {
    en: 'It is read-only here, so that no change is overwritten.',
    zh: '为避免覆盖修改，此处为只读。',
  },
  copy: { en: 'Work on a copy here', zh: '在此处编辑副本' },
  outdated: other.forked,
  outdatedHelp: {
    en: 'If you edit here, this tab continues with a copy.',
    zh: '如果在此处编辑，此标签页将改为编辑副本。',
  },
  loadNewer: { en: 'Load the newer version', zh: '加载更新版本' },
  other,
  otherHelp,
  openOther: { en: 'Open the other version', zh: '打开另一个版本' },
};
