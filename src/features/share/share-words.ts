import type { Text } from '#src/domain/core/text.ts';
import type { LinkProblem } from './link/share-link.ts';

/** Words of share links, which load with them. */
export const shareWords = {
  title: { en: 'Share link', zh: '分享链接' },
  close: { en: 'Close', zh: '关闭' },
  intro: {
    en: 'The link contains the whole document, compressed. Nothing is uploaded: the part after # never reaches a server. Anyone with the link can read the document; opening it creates a new draft.',
    zh: '链接中包含压缩后的完整文档。文档不会上传：# 之后的部分不会发送到服务器。任何持有链接的人都能查看文档；打开链接会新建草稿。',
  },
  secrets: (count: number): Text => ({
    en:
      count === 1
        ? '1 value looks like a secret and is left out of the link'
        : `${count} values look like secrets and are left out of the link`,
    zh: `${count} 个值疑似密钥，不会写入链接`,
  }),
  secretsHelp: {
    en: 'Anyone who opens the link sees these values as empty. Keep a value only if it is not confidential. Other values may be confidential, too.',
    zh: '打开链接的人看到的这些值为空。仅在确认不涉密时才保留。其他值也可能涉密，请自行检查。',
  },
  keep: { en: 'Keep', zh: '保留' },
  keepOne: (place: string): Text => ({ en: `Keep ${place}`, zh: `保留 ${place}` }),
  showValues: { en: 'Show values', zh: '显示值' },
  hideValues: { en: 'Hide values', zh: '隐藏值' },
  create: { en: 'Create link', zh: '创建链接' },
  cancel: { en: 'Cancel', zh: '取消' },
  removed: (count: number): Text => ({
    en: count === 1 ? '1 value was left out.' : `${count} values were left out.`,
    zh: `已略去 ${count} 个值。`,
  }),
  noneRemoved: { en: 'No values were left out.', zh: '未略去任何值。' },
  review: { en: 'Review', zh: '查看' },
  onlyHere: {
    en: 'The link begins with the address of this computer, so others can open it only if they replace that part by the address of their builder.',
    zh: '链接以本机地址开头，他人需要将该部分替换为自己的生成器地址后才能打开。',
  },
  working: { en: 'Creating the link…', zh: '正在创建链接…' },
  link: { en: 'Link', zh: '链接' },
  copy: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Copied.', zh: '已复制。' },
  copyRefused: {
    en: 'The browser refused access to the clipboard. Select the link and copy it.',
    zh: '浏览器拒绝访问剪贴板，请选中链接后复制。',
  },
  size: (length: string, limit: string): Text => ({
    en: `${length} of at most ${limit} characters.`,
    zh: `共 ${length} 个字符，上限为 ${limit} 个。`,
  }),
  long: (safe: string): Text => ({
    en: `Some chat and mail programs cut links of more than ${safe} characters. A cut link is refused when it is opened.`,
    zh: `部分聊天和邮件软件会截断超过 ${safe} 个字符的链接。被截断的链接打开时会报错。`,
  }),
  tooLong: (length: string, limit: string): Text => ({
    en: `The link would have ${length} characters, and browsers only handle about ${limit} reliably. Download the JSON and share the file instead.`,
    zh: `链接将有 ${length} 个字符，浏览器通常只能可靠处理约 ${limit} 个。请下载 JSON 后分享文件。`,
  }),
  notOpenable: (reason: Text): Text => ({
    en: `A link of this document could not be opened. ${reason.en}`,
    zh: `此文档的链接将无法打开。${reason.zh}`,
  }),
  download: { en: 'Download JSON', zh: '下载 JSON' },
  problemTitle: { en: 'This link cannot be opened', zh: '无法打开此链接' },
  nothingChanged: { en: 'Nothing has been changed.', zh: '未做任何更改。' },
  refused: (line: number, reason: Text): Text => ({
    en: `Its document was refused. Line ${line}: ${reason.en}`,
    zh: `链接中的文档未通过检查。第 ${line} 行：${reason.zh}`,
  }),
  unsavedTitle: { en: 'Open the shared document?', zh: '打开分享的文档？' },
  unsaved: {
    en: 'This browser cannot save the current draft, so opening the link would discard it. Download it first.',
    zh: '浏览器无法保存当前草稿，打开链接后草稿将丢失，请先下载。',
  },
  openAnyway: { en: 'Discard the draft and open', zh: '放弃草稿并打开' },
  opened: {
    en: 'Opened the shared document as a new draft.',
    zh: '已将分享的文档打开为新草稿。',
  },
  back: { en: 'Back to the previous draft', zh: '返回之前的草稿' },
};

/** Why a link has no document. */
export const linkProblems: Readonly<Record<LinkProblem, Text>> = {
  version: {
    en: 'It was created by another version of this page. Ask for a link from the same version, or for the JSON.',
    zh: '它由其他版本的页面生成。请对方使用相同版本重新生成链接，或直接发送 JSON。',
  },
  damaged: {
    en: 'It is incomplete or was changed along the way. Copy the whole link again.',
    zh: '链接不完整或已被改动，请重新复制完整链接。',
  },
  tooLarge: {
    en: 'It contains more than a document may have: 1 MiB.',
    zh: '链接中的内容超过文档上限 1 MiB。',
  },
};
