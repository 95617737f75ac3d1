import type { Text } from '#src/domain/core/text.ts';

/** Words of the sections of a container, which load with them. */
export const sectionWords = {
  envHelp: {
    en: 'Names contain letters, digits and underscores, start with a letter or underscore, and are unique. Values can have up to 20,480 characters. They are stored in this browser with the document.',
    zh: '变量名由大小写字母、数字、下划线组成，以字母或下划线开头，不允许重复。变量值最大长度 20480。变量值会随文档保存在此浏览器中。',
  },
  portsHelp: {
    en: 'Ports are numbers from 1 to 65535. Without a host IP, the port is open on every network interface of the node. A port range needs the platinum edition.',
    zh: '端口为 1~65535 之间的整数。不填写主机网卡地址则监听所有网卡。端口范围仅铂金版可用。',
  },
  editAsEnv: { en: 'Edit as .env', zh: '以 .env 文本编辑' },
  hideValues: { en: 'Hide values', zh: '隐藏变量值' },
  hideValuesHelp: {
    en: 'Hides the values in this table. The JSON always shows what is sent.',
    zh: '仅隐藏此表格中的变量值，JSON 始终显示发送的内容。',
  },
  moreActions: (name: string): Text => ({
    en: `More actions for ${name}`,
    zh: `${name} 的更多操作`,
  }),
  moveUp: (name: string): Text => ({ en: `Move ${name} up`, zh: `上移 ${name}` }),
  moveDown: (name: string): Text => ({ en: `Move ${name} down`, zh: `下移 ${name}` }),
  copyContainer: (name: string): Text => ({
    en: `Copy ${name} as JSON`,
    zh: `复制 ${name} 为 JSON`,
  }),
  copied: (name: string): Text => ({
    en: `${name} copied as JSON.`,
    zh: `已将 ${name} 复制为 JSON。`,
  }),
  paste: { en: 'Paste container', zh: '粘贴容器' },
  pasted: (names: string): Text => ({ en: `${names} pasted.`, zh: `已粘贴 ${names}。` }),
  pasteTitle: { en: 'Paste a container', zh: '粘贴容器' },
  pasteLabel: { en: 'Container as JSON', zh: '容器 JSON' },
  pasteHelp: {
    en: 'A container, or a list of containers, as “Copy as JSON” gives it.',
    zh: '通过“复制为 JSON”得到的一个或多个容器。',
  },
  notContainer: {
    en: 'This is not a container in JSON: an object with image_url and other keys of table 6.',
    zh: '不是 JSON 格式的容器，需为包含 image_url 及表 6 其他字段的对象。',
  },
  toInit: (name: string): Text => ({
    en: `Turn ${name} into an init container`,
    zh: `将 ${name} 改为 Init 容器`,
  }),
  toContainer: (name: string): Text => ({
    en: `Turn ${name} into a container`,
    zh: `将 ${name} 改为普通容器`,
  }),
  onlyContainer: {
    en: 'A deployment needs at least one container that is not an init container',
    zh: '应用部署至少需要一个普通容器',
  },
  turned: (name: string): Text => ({
    en: `${name} is now an init container.`,
    zh: `${name} 已改为 Init 容器。`,
  }),
  turnedBack: (name: string): Text => ({
    en: `${name} is now a container.`,
    zh: `${name} 已改为普通容器。`,
  }),
  turnTitle: (name: string): Text => ({
    en: `Turn ${name} into an init container?`,
    zh: `将 ${name} 改为 Init 容器？`,
  }),
  turnIntro: {
    en: 'An init container ends before the others start. These settings have no effect in it and are removed:',
    zh: 'Init 容器在其他容器启动前运行结束，以下设置在其中不生效，将被移除：',
  },
  turnAccept: { en: 'Turn into init container', zh: '改为 Init 容器' },
  lost: (label: Text, table: number | undefined, count: number | undefined): Text => ({
    en: `${label.en}${table === undefined ? '' : ` (table ${table})`}${count === undefined ? '' : `: ${count}`}`,
    zh: `${label.zh}${table === undefined ? '' : `（表 ${table}）`}${count === undefined ? '' : `：${count} 项`}`,
  }),
} as const;
