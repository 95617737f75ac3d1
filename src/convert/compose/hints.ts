import type { Text } from '#src/domain/core/text.ts';
import { lossReasons } from '../report/loss-reasons.ts';
import type { Leaf } from '../source/source.ts';

const networks: Text = {
  en: 'IEF has no networks. Containers of one deployment can reach each other on 127.0.0.1.',
  zh: 'IEF 没有网络配置，同一应用部署的容器可通过 127.0.0.1 互访。',
};
const files: Text = {
  en: 'a compose file cannot create it in IEF. Create a configmap or secret in IEF and mount it as a volume.',
  zh: '无法通过 Compose 文件创建。请在 IEF 中创建配置项或密钥，并挂载为卷。',
};
const replicas: Text = {
  en: 'all containers of an IEF deployment share one replica count.',
  zh: 'IEF 应用部署的所有容器共用一个副本数。',
};

/** Otherwise they are carried. */
const limitsOfDeploy: Text = {
  en: 'deploy.resources takes precedence.',
  zh: '以 deploy.resources 为准。',
};

/** Why IEF cannot take a value, by its key in a service or in the file. */
const hints: Readonly<Record<string, Text>> = {
  include: {
    en: 'the included file is not part of the input. Convert the output of docker compose config instead.',
    zh: '输入中没有所包含的文件，请转换 docker compose config 的输出。',
  },
  build: {
    en: 'IEF only pulls images. Build the image, push it to a registry and enter its address.',
    zh: 'IEF 只拉取镜像，请构建并推送到镜像仓库后填写地址。',
  },
  depends_on: {
    en: 'IEF starts all containers at the same time. Make the program wait, or use an init container.',
    zh: 'IEF 会同时启动所有容器，请在程序中等待依赖就绪，或使用 Init 容器。',
  },
  links: networks,
  external_links: networks,
  networks,
  network_mode: lossReasons.network,
  volumes: lossReasons.namedVolume,
  volumes_from: lossReasons.namedVolume,
  configs: files,
  secrets: files,
  labels: lossReasons.labels,
  logging: lossReasons.logs,
  ulimits: { en: 'IEF does not support ulimits.', zh: 'IEF 不支持 ulimit。' },
  sysctls: lossReasons.sysctls,
  cap_add: lossReasons.capabilities,
  cap_drop: lossReasons.capabilities,
  security_opt: lossReasons.capabilities,
  read_only: lossReasons.readOnlyRoot,
  stdin_open: lossReasons.terminal,
  tty: lossReasons.terminal,
  working_dir: lossReasons.workingDirectory,
  hostname: lossReasons.hostName,
  domainname: lossReasons.hostName,
  dns: lossReasons.dns,
  extra_hosts: lossReasons.hostAliases,
  ipc: lossReasons.namespaces,
  userns_mode: lossReasons.namespaces,
  group_add: lossReasons.capabilities,
  expose: {
    en: 'containers of one deployment can reach each other without it.',
    zh: '同一应用部署的容器无需此项即可互访。',
  },
  profiles: { en: 'IEF has no profiles.', zh: 'IEF 没有 profile。' },
  extends: {
    en: 'the file or service it extends is not part of the input.',
    zh: '输入中没有所扩展的文件或服务。',
  },
  gpus: lossReasons.gpuCount,
  restart_policy: {
    en: 'IEF has restart policies without a number of attempts or a delay.',
    zh: 'IEF 的重启策略没有次数和间隔。',
  },
  pull_policy: lossReasons.pullPolicy,
  platform: {
    en: 'the image must match the architecture of the node.',
    zh: '镜像架构须与节点架构一致。',
  },
  shm_size: lossReasons.otherResources,
  memswap_limit: lossReasons.otherResources,
  pids_limit: lossReasons.otherResources,
  cpu_shares: lossReasons.otherResources,
  cpus: limitsOfDeploy,
  mem_limit: limitsOfDeploy,
  mem_reservation: limitsOfDeploy,
  resources: lossReasons.otherResources,
  scale: replicas,
  replicas,
  deploy: { en: 'IEF decides how to run instances.', zh: '实例的运行方式由 IEF 决定。' },
  healthcheck: lossReasons.probeTiming,
  restart: {
    en: 'all containers of an IEF deployment share one restart policy.',
    zh: 'IEF 应用部署的所有容器共用一个重启策略。',
  },
  stop_grace_period: lossReasons.stopTimeout,
};

/** Why a value of a compose file is lost. */
export function explainComposeLoss({ path, text }: Leaf): Text | undefined {
  const isNvidia = path.at(-1) === 'runtime' && text === 'nvidia';
  if (isNvidia || (path.includes('reservations') && path.includes('devices')))
    return lossReasons.gpuCount;
  const isExtension = String(path[0]).startsWith('x-');
  const isService = path[0] === 'services';
  // An anchor of an extension may be a part of a service.
  for (const key of path.slice(isService ? 2 : isExtension ? 1 : 0).toReversed()) {
    if (Object.hasOwn(hints, key)) return hints[String(key)];
  }
  return isExtension
    ? { en: 'none of the selected services uses this.', zh: '所选服务未使用此内容。' }
    : undefined;
}
