import type { Text } from '#src/domain/core/text.ts';
import { logsOf, type CommandFacts } from './node-commands.ts';

/** The kinds of failures that instances report. */
export type FailureKind =
  'pull' | 'crash' | 'create' | 'mount' | 'schedule' | 'evicted' | 'waiting' | 'other';

export interface FailureCause {
  readonly id: string;
  readonly title: Text;
  /** The next check. */
  readonly check: Text;
  /** Lower-case parts of a reason or message that point to this cause. */
  readonly signs: readonly string[];
  /** Commands for the node that carry out the check. Those with an unknown name are left out. */
  readonly commands?: (facts: CommandFacts) => readonly string[];
}

export const failureTitles: Record<FailureKind, Text> = {
  pull: { en: 'The image could not be pulled', zh: '镜像拉取失败' },
  crash: { en: 'A container exits again and again', zh: '容器反复退出' },
  create: { en: 'A container could not be started', zh: '容器无法启动' },
  mount: { en: 'A volume could not be mounted', zh: '数据卷挂载失败' },
  schedule: { en: 'No node can take the instance', zh: '没有节点能够运行该实例' },
  evicted: {
    en: 'The node stopped the instance to save resources',
    zh: '节点为释放资源停止了实例',
  },
  waiting: { en: 'The instance does not start', zh: '实例一直未启动' },
  other: { en: 'The instance failed', zh: '实例异常' },
};

const engineCause: FailureCause = {
  id: 'engine',
  title: { en: 'The container engine is not working', zh: '容器引擎异常' },
  check: {
    en: 'Check that the container engine runs, and restart it if it does not.',
    zh: '检查容器引擎是否正常运行，异常时请重启。',
  },
  signs: [
    'cannot connect to the docker daemon',
    'runtime is down',
    'docker.sock',
    'rpc error: code = unavailable',
  ],
  commands: () => ['systemctl status docker', 'docker info'],
};

const diskCause: FailureCause = {
  id: 'disk',
  title: { en: 'The disk of the node is full', zh: '磁盘空间不足' },
  check: {
    en: 'Free disk space. Above 70% the node removes images, and containers start slowly.',
    zh: '请清理磁盘空间。占用超过 70% 时，节点会回收镜像，容器启动变慢。',
  },
  signs: ['no space left', 'disk pressure', 'diskpressure', 'ephemeral-storage'],
  commands: () => ['df -h', 'docker system df'],
};

const architectureCause: FailureCause = {
  id: 'architecture',
  title: { en: 'The image is for another architecture', zh: '镜像架构与节点不一致' },
  check: {
    en: 'Compare the architecture of the image with that of the node.',
    zh: '对比镜像架构与节点架构。',
  },
  signs: ['exec format error', 'no matching manifest', 'does not match the specified platform'],
  commands: ({ image }) => [
    'uname -m',
    image && `docker image inspect --format '{{.Architecture}}' ${image}`,
  ],
};

const nodeCause: FailureCause = {
  id: 'node',
  title: { en: 'The node is faulty or offline', zh: '边缘节点故障或离线' },
  check: {
    en: 'Check the state of the node in the list of nodes, and its connection to the cloud.',
    zh: '在边缘节点列表中确认节点状态，并检查节点与云端的连接。',
  },
  signs: ['nodelost', 'node lost', 'not ready', 'nodenotready', 'unreachable'],
  commands: () => ['systemctl status edgecore', 'edgectl diagnose node'],
};

const resourcesCause: FailureCause = {
  id: 'resources',
  title: { en: 'The node has too little CPU or memory', zh: '边缘节点资源不足' },
  check: {
    en: 'Lower the requests of the containers, or remove other deployments from the node.',
    zh: '请减小容器的资源申请，或删除节点上的其他应用部署。',
  },
  signs: ['insufficient', 'outofcpu', 'outofmemory', 'memory pressure', 'memorypressure'],
  commands: () => ['free -m', 'nproc'],
};

const requirementsCause: FailureCause = {
  id: 'requirements',
  title: {
    en: 'The node does not meet the requirements (GPU, NPU, affinity)',
    zh: '边缘节点不满足要求（GPU、NPU、亲和性）',
  },
  check: {
    en: 'Compare accelerators and labels of the node with the deployment.',
    zh: '对比节点的加速卡、标签与应用部署的要求。',
  },
  signs: ['node selector', 'nodeaffinity', 'affinity', 'nvidia.com/gpu', 'npu', 'taint'],
  commands: () => ['nvidia-smi', 'npu-smi info'],
};

const portCause: FailureCause = {
  id: 'port',
  title: { en: 'A host port is taken', zh: '主机端口已被占用' },
  check: {
    en: 'Find the process that listens on the port, or choose another host port.',
    zh: '查找占用端口的进程，或改用其他主机端口。',
  },
  signs: ['port is already allocated', 'address already in use', 'hostport', 'free ports'],
  commands: () => ['ss -ltnp'],
};

const slowPullCause: FailureCause = {
  id: 'slow',
  title: { en: 'The image is too large for the connection', zh: '镜像过大而带宽不足' },
  check: {
    en: 'Wait: the pull continues, and the state recovers when it is done. You can also pull the image on the node first.',
    zh: '请等待：拉取不会中断，完成后状态会自动恢复。也可以先在节点上拉取镜像。',
  },
  signs: ['taking too long', 'still trying', 'deadline exceeded'],
  commands: ({ image }) => [image && `docker pull ${image}`],
};

/** The vendor's seven causes of a failed pull, in its order (docs/sources.md, section 6). */
const pullCauses: readonly FailureCause[] = [
  {
    id: 'address',
    title: { en: 'The address of the image is wrong', zh: '镜像地址错误' },
    check: {
      en: 'Compare the address and the tag with the image store.',
      zh: '请与镜像仓库核对镜像地址和版本。',
    },
    signs: [
      'not found',
      'manifest unknown',
      'invalidimagename',
      'invalid reference',
      'name unknown',
    ],
    commands: ({ image }) => [image && `docker pull ${image}`],
  },
  {
    id: 'permission',
    title: { en: 'The node may not pull the image', zh: '没有镜像拉取权限' },
    check: {
      en: 'Check the agency of IEF and whether the image is private to another account.',
      zh: '检查 IEF 的委托授权，以及镜像是否为其他账号的私有镜像。',
    },
    signs: ['denied', 'unauthorized', 'authentication required', 'forbidden', 'no basic auth'],
    commands: ({ image }) => [image && `docker pull ${image}`],
  },
  {
    id: 'names',
    title: {
      en: 'The node cannot resolve the image store or the object store behind it',
      zh: '边缘节点无法解析 SWR 和 OBS 的域名',
    },
    check: {
      en: 'Both names must resolve on the node. Check /etc/hosts and /etc/resolv.conf.',
      zh: '节点必须能解析这两个域名。请检查 /etc/hosts 和 /etc/resolv.conf。',
    },
    signs: ['no such host', 'lookup ', 'name resolution', 'server misbehaving'],
    commands: ({ registry, objectStore }) => [
      registry && `ping -c 3 ${registry}`,
      objectStore && `ping -c 3 ${objectStore}`,
      'grep lookup /var/IEF/sys/log/edge_core.log',
    ],
  },
  {
    id: 'route',
    title: { en: 'The node cannot reach the image store', zh: '边缘节点无法连接 SWR' },
    check: {
      en: 'Check firewall, proxy and route from the node to the image store, and the clock of the node.',
      zh: '检查节点到镜像仓库的防火墙、代理和路由，以及节点的时钟。',
    },
    signs: [
      'connection refused',
      'i/o timeout',
      'no route to host',
      'tls handshake',
      'connection timed out',
      'connection reset',
      'network is unreachable',
      'client.timeout',
      'x509',
    ],
    commands: ({ registry }) => [registry && `curl -v https://${registry}/v2/`],
  },
  diskCause,
  slowPullCause,
  engineCause,
];

const crashCauses: readonly FailureCause[] = [
  {
    id: 'memory',
    title: { en: 'It needs more memory than its limit', zh: '内存超过限制' },
    check: {
      en: 'Raise the memory limit, or lower what the program uses.',
      zh: '请提高内存限制，或降低程序的内存占用。',
    },
    signs: ['oomkilled', 'out of memory', 'exit code 137'],
    commands: () => ['dmesg -T | grep -i oom'],
  },
  {
    id: 'program',
    title: { en: 'The program ends or fails at its start', zh: '程序自行退出或启动失败' },
    check: {
      en: 'Read the last lines of its log. Check command, arguments and variables.',
      zh: '查看日志的最后几行，并检查启动命令、参数和环境变量。',
    },
    signs: ['exit code 1', 'exit code 2', 'completed', 'exit code 127', 'exit code 126'],
    commands: ({ containerId }) => [containerId && logsOf(containerId)],
  },
  {
    id: 'probe',
    title: { en: 'The liveness probe fails', zh: '存活探针失败' },
    check: {
      en: 'Check path, port and initial delay of the probe against the program.',
      zh: '对照程序检查探针的路径、端口和延迟时间。',
    },
    signs: ['liveness', 'unhealthy', 'probe failed'],
  },
  architectureCause,
];

const createCauses: readonly FailureCause[] = [
  {
    id: 'command',
    title: { en: 'The command does not exist in the image', zh: '镜像中没有该启动命令' },
    check: {
      en: 'Check the command for typing errors, and that the image contains the program.',
      zh: '检查启动命令是否有误，以及镜像中是否包含该程序。',
    },
    signs: [
      'executable file not found',
      'no such file or directory',
      'permission denied',
      'oci runtime',
    ],
    commands: ({ image }) => [image && `docker run --rm --entrypoint ls ${image} /`],
  },
  portCause,
  requirementsCause,
  architectureCause,
  engineCause,
];

const mountCauses: readonly FailureCause[] = [
  {
    id: 'reference',
    title: {
      en: 'A configmap, a secret or a key of it does not exist',
      zh: '配置项、密钥或其属性不存在',
    },
    check: {
      en: 'Check the names and keys. An object that is newer than the last contact of the node may not have arrived yet.',
      zh: '请核对名称和属性名。若对象晚于节点最近一次连接创建，可能尚未下发到节点。',
    },
    signs: ['configmap', 'secret', 'createcontainerconfigerror', "couldn't find key"],
  },
  {
    id: 'path',
    title: {
      en: 'A path of the host is missing or of another type',
      zh: '主机路径不存在或类型不符',
    },
    check: {
      en: 'Check the paths of the volumes on the node.',
      zh: '请在节点上检查数据卷的路径。',
    },
    signs: ['hostpath', 'not a directory', 'no such file', 'read-only file system'],
  },
  diskCause,
];

/** The causes of each kind, in the order in which they are worth checking. */
export const failureCauses: Record<FailureKind, readonly FailureCause[]> = {
  pull: pullCauses,
  crash: crashCauses,
  create: createCauses,
  mount: mountCauses,
  schedule: [nodeCause, requirementsCause, resourcesCause, portCause],
  evicted: [diskCause, resourcesCause],
  waiting: [nodeCause, slowPullCause, requirementsCause, resourcesCause, engineCause],
  other: [nodeCause, engineCause, diskCause, resourcesCause],
};

/** Causes that are listed only if one of their signs occurs. */
export const rareCauses: Partial<Record<FailureKind, readonly FailureCause[]>> = {
  pull: [architectureCause],
};
