import type { CheckId } from '#src/domain/preflight/preflight-result.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words of the preflight, which load with it. */
export const preflightWords = {
  title: { en: 'Preflight', zh: '部署前检查' },
  passed: (count: number): Text => ({ en: `${count} passed`, zh: `${count} 项通过` }),
  warnings: (count: number): Text => ({
    en: count === 1 ? '1 warning' : `${count} warnings`,
    zh: `${count} 个警告`,
  }),
  none: {
    en: 'Choose an edge node to compare the deployment with it.',
    zh: '选择边缘节点后，将与该节点进行比对。',
  },
  unlisted: {
    en: 'The target does not list this node, so the deployment was not compared with it.',
    zh: '目标服务的节点列表中没有该节点，未与其进行比对。',
  },
  group: {
    en: 'The service chooses a node of the group, so the checks of a single node do not apply.',
    zh: '由服务在节点组内选择节点，因此不做单个节点的检查。',
  },
  loading: { en: 'Loading the lists of the target…', zh: '正在加载目标服务的列表…' },
  notRead: (names: string): Text => ({
    en: `Not checked, because these lists could not be loaded: ${names}.`,
    zh: `以下列表无法加载，相关检查未执行：${names}。`,
  }),
  signIn: {
    en: 'Not checked yet. Sign in or enter a project ID to load the lists of the target.',
    zh: '尚未检查。请登录或填写项目 ID，以加载目标服务的列表。',
  },
  lists: {
    nodes: { en: 'edge nodes', zh: '边缘节点' },
    deployments: { en: 'deployments', zh: '应用部署' },
    quota: { en: 'quotas', zh: '配额' },
  },
  retry: { en: 'Try again', zh: '重试' },
  change: { en: 'Change', zh: '修改' },
  changeOf: (name: string): Text => ({ en: `Change: ${name}`, zh: `修改：${name}` }),
  checks: {
    node: { en: 'Node state', zh: '节点状态' },
    architecture: { en: 'Architecture', zh: '架构' },
    devices: { en: 'GPU and NPU', zh: 'GPU 和 NPU' },
    cpu: { en: 'CPU', zh: 'CPU' },
    memory: { en: 'Memory', zh: '内存' },
    ports: { en: 'Host ports', zh: '主机端口' },
    references: { en: 'Configmaps and secrets', zh: '配置项和密钥' },
    quota: { en: 'Quota', zh: '配额' },
    name: { en: 'Name', zh: '名称' },
  } satisfies Record<CheckId, Text>,
  since: (time: string, age: string): Text => ({
    en: `record changed ${time}, ${age}`,
    zh: `记录更新于 ${time}，${age}`,
  }),
  already: { en: 'requested by others', zh: '其他应用部署已申请' },
  added: { en: 'this deployment', zh: '该应用部署' },
  limits: { en: 'What preflight cannot know', zh: '部署前检查无法得知的内容' },
  unknowns: [
    {
      en: 'Whether the image exists, and its architecture unless the name says so: preflight does not query registries.',
      zh: '镜像是否存在；名称未标明架构时，镜像的实际架构（不访问镜像仓库）。',
    },
    {
      en: 'When the service last heard from the node. It reports only its state and when the record last changed.',
      zh: '服务最后一次收到节点消息的时间：仅返回节点状态和记录的更新时间。',
    },
    {
      en: 'How much CPU, memory and GPU memory is really in use. Only requests are added up; a container without a request counts with its limit.',
      zh: 'CPU、内存和显存的实际使用量：仅累加申请量，未设置申请量的容器按限制量计算。',
    },
    {
      en: 'Ports and capacity taken by programs outside IEF, by deployments to node groups, and by host networking.',
      zh: '由 IEF 以外的程序、部署到节点组的应用部署以及主机网络占用的端口和资源。',
    },
    {
      en: 'Deployments beyond the newest 1,000, and anything that changed after the lists were loaded.',
      zh: '最近 1000 个以外的应用部署，以及加载列表之后的变化。',
    },
    {
      en: 'Whether paths, devices and users exist on the node.',
      zh: '节点上是否存在所填的路径、设备和用户。',
    },
  ],
  review: {
    warnings: (count: number): Text => ({
      en: count === 1 ? 'Preflight found 1 warning.' : `Preflight found ${count} warnings.`,
      zh: `部署前检查发现 ${count} 个警告。`,
    }),
    clean: (count: number): Text => ({
      en: `Preflight: ${count} ${count === 1 ? 'check' : 'checks'} passed, no warnings.`,
      zh: `部署前检查：${count} 项通过，无警告。`,
    }),
    details: { en: 'Show the checks', zh: '查看检查项' },
  },
} as const;
