import type { Text } from '#src/domain/core/text.ts';
import type { Leaf } from '../source/source.ts';

const byCluster: Text = {
  en: 'set by the cluster, not part of what you asked for.',
  zh: '由集群设置，不属于部署内容。',
};
const noSchedule: Text = {
  en: 'IEF decides itself how it replaces instances.',
  zh: 'IEF 自行决定如何替换应用实例。',
};
const noProbeField: Text = {
  en: 'IEF probes have no period and no thresholds.',
  zh: 'IEF 的探针没有周期和阈值字段。',
};
const noSecurity: Text = {
  en: 'IEF has only privileged, and in generation 2025 the user ID.',
  zh: 'IEF 只支持特权容器，以及 2025 版 API 中的用户 ID。',
};

/** Why IEF cannot take a value, by the key it is under; the innermost key that is listed counts. */
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
    en: 'this label does not fit as a tag: a tag has a key of letters, digits, _ and - up to 36, a value up to 43, and there are at most 10.',
    zh: '此标签不符合 IEF 标签的要求：键为不超过 36 个的字母、数字、_ 和 -，值不超过 43 个字符，最多 10 个。',
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
    en: 'choose the edge node in IEF, by its ID.',
    zh: '请在 IEF 中按 ID 选择边缘节点。',
  },
  nodeSelector: {
    en: 'only the platinum edition chooses nodes by labels, inside a node group.',
    zh: '只有铂金版可在节点组内按标签选择节点。',
  },
  affinity: {
    en: 'IEF has no field for this part of the affinity, or only in the platinum edition.',
    zh: 'IEF 没有对应的亲和性字段，或仅铂金版支持。',
  },
  tolerations: {
    en: 'IEF keeps only the toleration time of a failed node.',
    zh: 'IEF 只保留节点故障时的容忍时间。',
  },
  imagePullSecrets: {
    en: 'IEF pulls with the rights of the project or with the node’s own login.',
    zh: 'IEF 使用项目权限或节点自身的登录信息拉取镜像。',
  },
  imagePullPolicy: { en: 'IEF has no pull policy.', zh: 'IEF 没有镜像拉取策略。' },
  serviceAccount: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  serviceAccountName: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  automountServiceAccountToken: { en: 'IEF has no service accounts.', zh: 'IEF 没有服务账号。' },
  terminationGracePeriodSeconds: {
    en: 'IEF has no field for the time to stop.',
    zh: 'IEF 没有停止等待时间字段。',
  },
  dnsPolicy: {
    en: 'only generation 2025 of the API has a DNS policy.',
    zh: '只有 2025 版 API 支持 DNS 策略。',
  },
  securityContext: noSecurity,
  lifecycle: {
    en: 'IEF has no lifecycle hooks. Put it into the command.',
    zh: 'IEF 没有生命周期回调，请写入启动命令。',
  },
  workingDir: {
    en: 'IEF has no working directory. Start with sh -c "cd … && …".',
    zh: 'IEF 没有工作目录字段，可用 sh -c "cd … && …" 启动。',
  },
  startupProbe: {
    en: 'IEF has no startup probe. Raise the initial delay of the liveness probe.',
    zh: 'IEF 没有启动探针，可增大存活探针的延迟时间。',
  },
  tcpSocket: {
    en: 'IEF probes by HTTP or by a command. Try nc -z in an exec probe.',
    zh: 'IEF 只支持 HTTP 或命令探针，可用命令 nc -z 代替。',
  },
  grpc: { en: 'IEF probes by HTTP or by a command.', zh: 'IEF 只支持 HTTP 或命令探针。' },
  httpHeaders: { en: 'IEF probes send no headers.', zh: 'IEF 的探针不支持请求头。' },
  periodSeconds: noProbeField,
  failureThreshold: noProbeField,
  successThreshold: noProbeField,
  protocol: { en: 'IEF port mappings have no protocol.', zh: 'IEF 的端口映射没有协议字段。' },
  subPath: {
    en: 'IEF mounts whole volumes. Mount the folder and adapt the path.',
    zh: 'IEF 只能挂载整个卷，请挂载目录并调整路径。',
  },
  mountPropagation: { en: 'IEF has no mount propagation.', zh: 'IEF 不支持挂载传播。' },
  sizeLimit: { en: 'IEF does not limit an emptyDir.', zh: 'IEF 不限制 emptyDir 的大小。' },
  optional: { en: 'IEF needs the object to exist.', zh: 'IEF 要求该对象必须存在。' },
  items: { en: 'IEF mounts every key under its own name.', zh: 'IEF 按键名挂载所有键。' },
  defaultMode: {
    en: 'only generation 2025 of the API has a default mode.',
    zh: '只有 2025 版 API 支持默认权限。',
  },
  resourceFieldRef: {
    en: 'an IEF variable can only take the IP of the node.',
    zh: 'IEF 的变量只能引用节点 IP。',
  },
  fieldRef: {
    en: 'an IEF variable can only take status.hostIP, the IP of the node.',
    zh: 'IEF 的变量只能引用 status.hostIP（节点 IP）。',
  },
  'nvidia.com/gpu': {
    en: 'IEF counts GPU memory in MB, not GPUs. Enter the memory in limits.gpu and requests.gpu.',
    zh: 'IEF 按显存（MB）而不是 GPU 个数申请，请填写 limits.gpu 和 requests.gpu。',
  },
  'ephemeral-storage': { en: 'IEF does not limit storage.', zh: 'IEF 不限制临时存储。' },
  stdin: { en: 'IEF containers have no terminal.', zh: 'IEF 容器没有终端。' },
  tty: { en: 'IEF containers have no terminal.', zh: 'IEF 容器没有终端。' },
};

/** Why a value of a manifest is lost. */
export function explainKubernetesLoss({ path }: Leaf): Text | undefined {
  for (let index = path.length - 1; index >= 0; index--) {
    const key = String(path[index]);
    if (key === 'subPathExpr') return hints.subPath;
    if (Object.hasOwn(hints, key)) return hints[key];
    if (/^huawei\.com\/Ascend|^huawei\.com\/npu/i.test(key)) return unknownNpu;
  }
  return undefined;
}

const unknownNpu: Text = {
  en: 'IEF knows the NPU types D310, and D310B in generation 2025.',
  zh: 'IEF 支持的 NPU 类型为 D310，2025 版 API 还支持 D310B。',
};
