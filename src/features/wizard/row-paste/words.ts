import type { Text } from '#src/domain/core/text.ts';

/** Words of pasted rows, which load with their dialog. */
export const rowPasteWords = {
  titles: {
    ports: { en: 'Add the pasted lines as ports?', zh: '将粘贴的内容添加为端口映射？' },
    volumes: { en: 'Add the pasted lines as volumes?', zh: '将粘贴的内容添加为卷？' },
    tags: { en: 'Add the pasted lines as tags?', zh: '将粘贴的内容添加为标签？' },
  },
  intro: {
    en: 'Each line was read as shown. “Paste as text” puts the whole text into the field instead.',
    zh: '下面是每一行的识别结果。选择“粘贴为文本”则全部放入该字段。',
  },
  line: { en: 'Line', zh: '行' },
  pasted: { en: 'Pasted', zh: '粘贴内容' },
  result: { en: 'Read as', zh: '识别结果' },
  note: { en: 'Note', zh: '说明' },
  more: (count: number): Text => ({
    en: count === 1 ? '1 more line.' : `${count} more lines.`,
    zh: `还有 ${count} 行。`,
  }),
  moreRows: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 项` }),
  decline: { en: 'Paste as text', zh: '粘贴为文本' },
  accept: {
    ports: (count: number): Text => ({
      en: count === 1 ? 'Add 1 port' : `Add ${count} ports`,
      zh: `添加 ${count} 个端口映射`,
    }),
    volumes: (count: number): Text => ({
      en: count === 1 ? 'Add 1 volume' : `Add ${count} volumes`,
      zh: `添加 ${count} 个卷`,
    }),
    tags: (count: number): Text => ({
      en: count === 1 ? 'Add 1 tag' : `Add ${count} tags`,
      zh: `添加 ${count} 个标签`,
    }),
  },
  done: (count: number): Text => ({
    en:
      count === 1
        ? '1 row added from the pasted lines.'
        : `${count} rows added from the pasted lines.`,
    zh: `已从粘贴的内容添加 ${count} 项。`,
  }),
  skipped: (problem: Text): Text => ({ en: `Skipped: ${problem.en}`, zh: `忽略：${problem.zh}` }),
  replaces: { en: 'Replaces the value in the list.', zh: '替换列表中的值。' },
  notPort: {
    en: 'this is not a port mapping such as 8080:80.',
    zh: '不是端口映射，正确格式如 8080:80。',
  },
  tooMany: { en: 'this range has too many ports.', zh: '端口范围内的端口过多。' },
  unequal: { en: 'the two ranges have different lengths.', zh: '两个端口范围的长度不同。' },
  noHostPort: { en: 'Enter a host port.', zh: '请填写主机端口。' },
  needsPlatinum: { en: 'A port range needs the platinum edition.', zh: '端口范围需要铂金版。' },
  noProtocol: (protocol: string): Text => ({
    en: `IEF port mappings have no protocol; ${protocol} is not kept.`,
    zh: `IEF 的端口映射没有协议字段，${protocol} 未保留。`,
  }),
  notVolume: {
    en: 'this is not a mount such as /host:/container:ro.',
    zh: '不是挂载，正确格式如 /host:/container:ro。',
  },
  noSource: { en: 'Enter the source.', zh: '请填写卷来源。' },
  onlyName: {
    en: 'Enter the path on the node and the mount path.',
    zh: '请填写主机路径和挂载路径。',
  },
  named: {
    en: 'IEF has no named volumes. Enter a path on the node.',
    zh: 'IEF 不支持命名卷，请填写主机路径。',
  },
  anonymous: {
    en: 'Read as an empty directory on disk.',
    zh: '识别为磁盘上的临时目录。',
  },
  noOptions: (lost: readonly string[]): Text => ({
    en: `IEF does not support the options ${lost.join(', ')}.`,
    zh: `IEF 不支持选项 ${lost.join('、')}。`,
  }),
  notTag: { en: 'this is not a tag such as key=value.', zh: '不是标签，正确格式如 key=value。' },
} as const;
