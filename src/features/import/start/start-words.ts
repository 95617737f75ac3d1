import type { Text } from '#src/domain/core/text.ts';

/** Words of the start page, which load with it (docs/decisions/0043). */
export const startWords = {
  title: { en: 'Put an application on an edge node', zh: '将应用部署到边缘节点' },
  intro: {
    en: 'Fill in a form or bring in what you have. You see the exact JSON for Huawei Cloud IEF and its problems before you send it, to one node or to a thousand.',
    zh: '填写表单，或导入现有内容。发送到一个或上千个节点之前，可查看发给华为云 IEF 的完整 JSON 及其中的问题。',
  },
  newTitle: { en: 'New deployment', zh: '新建应用部署' },
  newHelp: {
    en: 'Eight short steps. Only a name, a node and an image are required.',
    zh: '共八个步骤，仅名称、节点和镜像必填。',
  },
  newButton: { en: 'Start with an empty form', zh: '从空白表单开始' },
  importTitle: { en: 'Bring in what you have', zh: '导入现有内容' },
  importHelp: {
    en: 'Paste anywhere on this page, drop files here, or choose them. You see the result and a report before anything changes.',
    zh: '在页面任意位置粘贴、拖放文件或选择文件。更改文档之前，会先显示结果和报告。',
  },
  importDrop: { en: 'Paste or drop here', zh: '在此粘贴或拖放' },
  importButton: { en: 'Choose what to import', zh: '选择要导入的内容' },
  examplesTitle: { en: 'Start from an example', zh: '从示例开始' },
  examplesHelp: {
    en: 'Each one is valid and works with the embedded mock.',
    zh: '均通过校验，可直接用于内置模拟服务。',
  },
  draftsTitle: { en: 'Recent drafts', zh: '最近的草稿' },
  mock: {
    en: 'You are connected to a mock with sample nodes. Nothing you create is real, and you need no account.',
    zh: '当前连接的是模拟服务，节点均为示例。创建的内容不会产生真实资源，也无需账号。',
  },
  connect: { en: 'Connection settings', zh: '连接设置' },
  switched: {
    en: 'It needs the platinum edition, which is now selected.',
    zh: '此示例需要铂金版，已切换为铂金版。',
  },
  opened: (title: Text): Text => ({
    en: `Example opened as a new draft: ${title.en}.`,
    zh: `已用示例“${title.zh}”新建草稿。`,
  }),
} as const;

/** The formats that can be imported. */
export const notations: readonly Text[] = [
  { en: 'IEF JSON', zh: 'IEF JSON' },
  { en: 'Kubernetes YAML', zh: 'Kubernetes YAML' },
  { en: 'Compose', zh: 'Compose' },
  { en: 'docker run', zh: 'docker run' },
  { en: 'docker inspect', zh: 'docker inspect' },
  { en: 'curl', zh: 'curl' },
  { en: '.env', zh: '.env' },
];
