import type { Text } from '#src/domain/core/text.ts';
import type { MountKind } from './model/drawn-deployment.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Words of the drawing of a deployment and of its table, which load with them. */
export const drawingWords = {
  view: { en: 'View', zh: '视图' },
  drawing: { en: 'Drawing', zh: '示意图' },
  table: { en: 'Table', zh: '表格' },
  image: (name: string): Text => ({
    en: `Drawing of “${name}”. The table has the same content.`,
    zh: `“${name}”的示意图，表格包含相同内容。`,
  }),
  unnamed: { en: 'Unnamed', zh: '未命名' },
  network: { en: 'Network of the node', zh: '节点网络' },
  allInterfaces: { en: 'all interfaces', zh: '所有网卡' },
  hostNetwork: { en: 'Containers use it directly', zh: '容器直接使用' },
  noNode: { en: 'No node chosen', zh: '未选择节点' },
  group: { en: 'Node group', zh: '节点组' },
  noImage: { en: 'no image', zh: '未填写镜像' },
  initOf: (name: string): Text => ({ en: `${name} (init)`, zh: `${name}（init）` }),
  variables: (count: number): Text => ({
    en: plural(count, 'variable', 'variables'),
    zh: `${count} 个变量`,
  }),
  cpu: (amount: string): Text => ({ en: `${amount} CPU`, zh: `${amount} 核` }),
  rest: (count: number): Text => ({
    en: `${plural(count, 'more container', 'more containers')} in the table`,
    zh: `另有 ${count} 个容器，请查看表格`,
  }),
  facts: (ports: number, mounts: number): Text => ({
    en: `${plural(ports, 'port', 'ports')} · ${plural(mounts, 'mount', 'mounts')}`,
    zh: `${ports} 个端口 · ${mounts} 个挂载`,
  }),
  container: { en: 'Container', zh: '容器' },
  imageColumn: { en: 'Image', zh: '镜像' },
  ports: { en: 'Ports (node → container)', zh: '端口（节点 → 容器）' },
  mounts: { en: 'Files and references', zh: '文件与引用' },
  resources: { en: 'Resources', zh: '资源' },
  readOnly: { en: ' (read-only)', zh: '（只读）' },
};

export const mountWords: Record<MountKind, Text> = {
  hostPath: { en: 'Host path', zh: '主机路径' },
  configMap: { en: 'Configmap', zh: '配置项' },
  secret: { en: 'Secret', zh: '密钥' },
  emptyDir: { en: 'Empty directory', zh: '临时目录' },
};
