import type { SecretHandling } from '#src/convert/export/request/export-request.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words of the export dialog, which load with it. */
export const exportDialogWords = {
  title: { en: 'Export', zh: '导出' },
  close: { en: 'Close', zh: '关闭' },
  notations: { en: 'Notations', zh: '格式' },
  text: { en: 'Exported text', zh: '导出内容' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied.', zh: '已复制。' },
  copyRefused: {
    en: 'The browser refused access to the clipboard. Select the text and copy it.',
    zh: '浏览器拒绝访问剪贴板，请选中文本后复制。',
  },
  client: { en: 'Client', zh: '客户端' },
  download: { en: 'Download', zh: '下载' },
  exact: {
    en: 'Sends exactly the body in the JSON pane, byte for byte.',
    zh: '发送的请求体与 JSON 面板所示逐字节一致。',
  },
  replaced: {
    en: 'Sends the body in the JSON pane, except for the secrets.',
    zh: '除密钥外，发送的请求体与 JSON 面板一致。',
  },
  variables: (names: readonly string[]): Text => ({
    en: `Set these environment variables first: ${names.join(', ')}.`,
    zh: `请先设置环境变量：${names.join('、')}。`,
  }),
  secrets: (count: number): Text => ({
    en: count === 1 ? '1 value looks like a secret' : `${count} values look like secrets`,
    zh: `${count} 个值疑似密钥`,
  }),
  secretHint: {
    en: 'To keep it out of the body, store it as an IEF secret and set the kind of the variable to “Secret”.',
    zh: '建议保存为 IEF 密钥：将变量的类型设为“密钥”，请求体中便不含明文。',
  },
  lostHint: { en: 'Not in the exported text', zh: '不在导出内容中' },
  report: { en: 'Report', zh: '转换报告' },
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
};

/** The choices for values that look like secrets. */
export const secretHandlings = {
  keep: { en: 'Keep', zh: '保留' },
  omit: { en: 'Leave empty', zh: '留空' },
  variable: { en: 'Use variables', zh: '改为变量' },
} as const satisfies Record<SecretHandling, Text>;

/** The clients with which a program can send the request. */
export const snippetClients = {
  sdk: { en: 'Huawei Cloud SDK (access key)', zh: '华为云 SDK（访问密钥）' },
  plain: { en: 'Standard library (token)', zh: '标准库（Token）' },
} as const satisfies Record<string, Text>;
