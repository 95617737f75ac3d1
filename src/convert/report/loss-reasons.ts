import type { Text } from '#src/domain/core/text.ts';

/** A setting that repeats what Docker assumes without it. */
export const dockerDefault: Text = {
  en: 'the default of Docker; nothing is lost.',
  zh: '与 Docker 默认值相同，没有丢失。',
};

/** A setting that repeats what Kubernetes assumes without it. */
export const kubernetesDefault: Text = {
  en: 'the default of Kubernetes; nothing is lost.',
  zh: '与 Kubernetes 默认值相同，没有丢失。',
};

/** Reasons for a loss that several notations share. */
export const lossReasons = {
  terminal: { en: 'IEF containers have no terminal.', zh: 'IEF 容器没有终端。' },
  labels: { en: 'IEF containers have no labels.', zh: 'IEF 容器没有标签。' },
  network: {
    en: 'IEF supports only the host network and its default network.',
    zh: 'IEF 只支持主机网络和默认网络。',
  },
  capabilities: {
    en: 'IEF only has privileged containers, not individual capabilities.',
    zh: 'IEF 只支持特权容器，不支持单项权限。',
  },
  otherResources: {
    en: 'IEF only limits CPU, memory, GPU and NPU.',
    zh: 'IEF 只支持限制 CPU、内存、GPU 和 NPU。',
  },
  probeTiming: {
    en: 'IEF probes have no interval, retries or thresholds.',
    zh: 'IEF 的探针没有检查间隔、重试次数和阈值字段。',
  },
  workingDirectory: {
    en: 'IEF has no working directory. Start with sh -c "cd … && …".',
    zh: 'IEF 没有工作目录字段，可使用 sh -c "cd … && …" 启动。',
  },
  entrypoint: {
    en: 'IEF cannot clear the entrypoint of the image. Enter a command.',
    zh: 'IEF 无法清除镜像的入口命令，请填写启动命令。',
  },
  pullPolicy: { en: 'IEF has no pull policy.', zh: 'IEF 没有镜像拉取策略字段。' },
  stopTimeout: { en: 'IEF has no stop timeout.', zh: 'IEF 没有停止超时字段。' },
  namedVolume: {
    en: 'IEF has no named volumes. Use a host path such as /var/lib/app.',
    zh: 'IEF 没有命名卷，请使用主机路径，例如 /var/lib/app。',
  },
  gpuCount: {
    en: 'IEF requests GPU memory in MB, not a number of GPUs. Enter the memory in limits.gpu and requests.gpu.',
    zh: 'IEF 按显存（MB）申请 GPU，而不是按个数，请填写 limits.gpu 和 requests.gpu。',
  },
  readOnlyRoot: {
    en: 'IEF does not support a read-only root file system.',
    zh: 'IEF 不支持只读根文件系统。',
  },
  sysctls: { en: 'IEF does not support sysctls.', zh: 'IEF 不支持 sysctl。' },
  logs: { en: 'IEF and the node manage logs.', zh: '日志由 IEF 和节点管理。' },
  hostName: { en: 'IEF sets the host name.', zh: '主机名由 IEF 设置。' },
  hostAliases: { en: 'IEF has no host aliases.', zh: 'IEF 不支持主机别名。' },
  dns: { en: 'IEF does not support custom DNS servers.', zh: 'IEF 不支持指定 DNS 服务器。' },
  namespaces: {
    en: 'an IEF container can share only the network and the processes of the host.',
    zh: 'IEF 容器只能共用主机的网络和进程。',
  },
  tmpfsOptions: {
    en: 'an emptyDir in memory has no options, such as a size.',
    zh: '内存中的 emptyDir 没有大小等选项。',
  },
  missingEnvFile: {
    en: 'this file is not part of the input, so its variables are missing.',
    zh: '未提供此文件，其中的变量缺失。',
  },
} as const satisfies Record<string, Text>;
