import type { Text } from '#src/domain/core/text.ts';
import { kubernetesDefault, lossReasons } from '../report/loss-reasons.ts';
import type { Leaf } from '../source/source.ts';

const byCluster: Text = {
  en: 'set by the cluster, not part of the configuration.',
  zh: '由集群设置，不属于部署配置。',
};
const noSchedule: Text = {
  en: 'IEF decides how to replace instances.',
  zh: '应用实例的替换方式由 IEF 决定。',
};
const noSecurity: Text = {
  en: 'IEF only supports privileged containers and, in API generation 2025, the user ID.',
  zh: 'IEF 只支持特权容器，以及 2025 版 API 中的用户 ID。',
};

/** Why IEF cannot take a value, by its key or one above it; the innermost listed key counts. */
const hints: Readonly<Record<string, Text>> = {
  status: byCluster,
  uid: byCluster,
  resourceVersion: byCluster,
  generation: byCluster,
  creationTimestamp: byCluster,
  managedFields: byCluster,
  selfLink: byCluster,
  ownerReferences: byCluster,
  finalizers: byCluster,
  namespace: { en: 'IEF has no namespaces.', zh: 'IEF 没有命名空间。' },
  annotations: { en: 'IEF does not keep annotations.', zh: 'IEF 不保存注解。' },
  labels: {
    en: 'this label cannot become a tag: a tag key has up to 36 letters, digits, _ and -, a value up to 43 characters, and there can be 10 tags.',
    zh: '此标签无法转换为 IEF 标签：键最多 36 个字符，只能包含字母、数字、_ 和 -；值最多 43 个字符；标签最多 10 个。',
  },
  strategy: noSchedule,
  updateStrategy: noSchedule,
  minReadySeconds: noSchedule,
  revisionHistoryLimit: noSchedule,
  progressDeadlineSeconds: noSchedule,
  podManagementPolicy: noSchedule,
  serviceName: { en: 'IEF has no headless services.', zh: 'IEF 没有无头服务。' },
  volumeClaimTemplates: {
    en: 'IEF has no volume claims. Use a host path.',
    zh: 'IEF 没有存储卷声明，请使用主机路径。',
  },
  persistentVolumeClaim: {
    en: 'IEF has no volume claims. Use a host path.',
    zh: 'IEF 没有存储卷声明，请使用主机路径。',
  },
  nodeName: {
    en: 'IEF selects an edge node by its ID. Choose it in the target step.',
    zh: 'IEF 按 ID 选择边缘节点，请在部署对象中选择。',
  },
  nodeSelector: {
    en: 'only the platinum edition selects nodes by label, within a node group.',
    zh: '只有铂金版可在节点组内按标签选择节点。',
  },
  affinity: {
    en: 'IEF does not support this part of the affinity, or only in the platinum edition.',
    zh: 'IEF 没有对应的亲和性字段，或仅铂金版支持。',
  },
  tolerations: {
    en: 'IEF only keeps the toleration time for a failed node.',
    zh: 'IEF 只保留节点故障的容忍时间。',
  },
  imagePullSecrets: {
    en: 'IEF pulls images with the permissions of the project or the login of the node.',
    zh: 'IEF 使用项目权限或节点自身的登录信息拉取镜像。',
  },
  imagePullPolicy: lossReasons.pullPolicy,
  serviceAccount: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  serviceAccountName: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  automountServiceAccountToken: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  terminationGracePeriodSeconds: lossReasons.stopTimeout,
  dnsPolicy: {
    en: 'only API generation 2025 has a DNS policy.',
    zh: '只有 2025 版 API 支持 DNS 策略。',
  },
  securityContext: noSecurity,
  lifecycle: {
    en: 'IEF has no lifecycle hooks. Add the action to the command.',
    zh: 'IEF 不支持生命周期钩子，请写入启动命令。',
  },
  workingDir: lossReasons.workingDirectory,
  startupProbe: {
    en: 'IEF has no startup probe. Increase the initial delay of the liveness probe.',
    zh: 'IEF 没有启动探针，可增大存活探针的延迟时间。',
  },
  tcpSocket: {
    en: 'IEF only has HTTP and command probes. A command such as nc -z can check the port.',
    zh: 'IEF 只支持 HTTP 探针和命令探针，可用 nc -z 等命令检查端口。',
  },
  grpc: { en: 'IEF only has HTTP and command probes.', zh: 'IEF 只支持 HTTP 探针和命令探针。' },
  httpHeaders: { en: 'IEF probes send no headers.', zh: 'IEF 的探针不支持请求头。' },
  periodSeconds: lossReasons.probeTiming,
  failureThreshold: lossReasons.probeTiming,
  successThreshold: lossReasons.probeTiming,
  protocol: { en: 'IEF port mappings have no protocol.', zh: 'IEF 的端口映射没有协议字段。' },
  prefix: {
    en: 'IEF cannot add a prefix to the names of variables.',
    zh: 'IEF 不支持为变量名添加前缀。',
  },
  shareProcessNamespace: {
    en: 'IEF containers do not share processes.',
    zh: 'IEF 的容器不共享进程。',
  },
  hostAliases: lossReasons.hostAliases,
  hostIPC: lossReasons.namespaces,
  readOnlyRootFilesystem: lossReasons.readOnlyRoot,
  sysctls: lossReasons.sysctls,
  runtimeClassName: { en: 'IEF and the node choose the runtime.', zh: '运行时由 IEF 和节点决定。' },
  subPath: {
    en: 'IEF only mounts whole volumes. Mount the folder and change the path.',
    zh: 'IEF 只能挂载整个卷，请挂载目录并调整路径。',
  },
  mountPropagation: { en: 'IEF has no mount propagation.', zh: 'IEF 不支持挂载传播。' },
  sizeLimit: {
    en: 'IEF does not limit the size of an emptyDir.',
    zh: 'IEF 不限制 emptyDir 的大小。',
  },
  optional: { en: 'in IEF the object must exist.', zh: '在 IEF 中该对象必须存在。' },
  keyItems: {
    en: 'IEF mounts every key as a file of the same name.',
    zh: 'IEF 会挂载所有键，文件名即键名。',
  },
  defaultMode: {
    en: 'only API generation 2025 has a default mode.',
    zh: '只有 2025 版 API 支持默认权限。',
  },
  resourceFieldRef: {
    en: 'an IEF variable can only refer to the IP address of the node.',
    zh: 'IEF 的变量只能引用节点 IP。',
  },
  fieldRef: {
    en: 'an IEF variable can only refer to status.hostIP, the IP address of the node.',
    zh: 'IEF 的变量只能引用 status.hostIP（节点 IP）。',
  },
  'nvidia.com/gpu': lossReasons.gpuCount,
  'ephemeral-storage': { en: 'IEF does not limit storage.', zh: 'IEF 不限制临时存储。' },
  stdin: lossReasons.terminal,
  tty: lossReasons.terminal,
};

/** Why a value of a manifest is lost. */
export function explainKubernetesLoss({ path, text }: Leaf): Text | undefined {
  if (isDefault(path, text)) return kubernetesDefault;
  for (let index = path.length - 1; index >= 0; index--) {
    // The items of a volume, not those of a List.
    const key = path[index] === 'items' && index > 2 ? 'keyItems' : String(path[index]);
    if (key === 'subPathExpr') return hints.subPath;
    if (Object.hasOwn(hints, key)) return hints[key];
    if (/^huawei\.com\/Ascend|^huawei\.com\/npu/i.test(key)) return unknownNpu;
  }
  return undefined;
}

/** Settings that a cluster adds to every object, with the values that it assumes without them. */
const defaults: Readonly<Record<string, string>> = {
  revisionHistoryLimit: '10',
  progressDeadlineSeconds: '600',
  podManagementPolicy: 'OrderedReady',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  schedulerName: 'default-scheduler',
  dnsPolicy: 'ClusterFirst',
  terminationGracePeriodSeconds: '30',
  enableServiceLinks: 'true',
  preemptionPolicy: 'PreemptLowerPriority',
  successThreshold: '1',
  failureThreshold: '3',
  periodSeconds: '10',
};

function isDefault(path: Leaf['path'], text: string): boolean {
  const key = String(path.at(-1));
  return Object.hasOwn(defaults, key) && defaults[key] === text;
}

const unknownNpu: Text = {
  en: 'IEF supports the NPU types D310 and, in API generation 2025, D310B.',
  zh: 'IEF 支持的 NPU 类型为 D310，2025 版 API 还支持 D310B。',
};
