import type { Text } from '#src/domain/core/text.ts';
import type { Leaf } from '../source/source.ts';

const networks: Text = {
  en: 'IEF has no networks: containers of one deployment reach each other on 127.0.0.1.',
  zh: 'IEF 没有网络配置，同一应用部署的容器可通过 127.0.0.1 互访。',
};
const volumes: Text = {
  en: 'IEF has no named volumes. Use a host path such as /var/lib/app.',
  zh: 'IEF 没有命名卷，请使用主机路径，例如 /var/lib/app。',
};
const files: Text = {
  en: 'create a configmap or secret in IEF and mount it as a volume.',
  zh: '请在 IEF 中创建配置项或密钥，并挂载为卷。',
};
const terminal: Text = { en: 'IEF containers have no terminal.', zh: 'IEF 容器没有终端。' };
const rights: Text = {
  en: 'IEF has only privileged, not single rights.',
  zh: 'IEF 只支持特权容器，不支持单项权限。',
};
const memory: Text = {
  en: 'IEF limits CPU and memory only.',
  zh: 'IEF 只限制 CPU 和内存。',
};
const replicas: Text = {
  en: 'all containers of an IEF deployment share one number of replicas.',
  zh: 'IEF 应用部署的所有容器共用一个副本数。',
};
const checks: Text = {
  en: 'IEF probes have no interval and no retries.',
  zh: 'IEF 的探针没有间隔和重试次数。',
};

/** Why IEF cannot take a value, by its key in a service or in the file. */
const hints: Readonly<Record<string, Text>> = {
  build: {
    en: 'IEF pulls images. Build it, push it to a registry, and enter its address.',
    zh: 'IEF 只拉取镜像，请构建并推送到镜像仓库后填写地址。',
  },
  depends_on: {
    en: 'IEF starts all containers at once. Let the program wait, or use an init container.',
    zh: 'IEF 同时启动所有容器，请由程序等待，或使用 Init 容器。',
  },
  links: networks,
  external_links: networks,
  networks,
  network_mode: {
    en: 'IEF knows the host network and its own, no other.',
    zh: 'IEF 只支持主机网络和默认网络。',
  },
  volumes,
  volumes_from: volumes,
  configs: files,
  secrets: files,
  labels: { en: 'IEF containers have no labels.', zh: 'IEF 容器没有标签。' },
  logging: { en: 'IEF and the node decide about logs.', zh: '日志由 IEF 和节点管理。' },
  ulimits: { en: 'the API has no ulimits.', zh: 'API 不支持 ulimit。' },
  sysctls: { en: 'the API has no sysctls.', zh: 'API 不支持 sysctl。' },
  cap_add: rights,
  cap_drop: rights,
  security_opt: rights,
  read_only: { en: 'IEF cannot make the root read-only.', zh: 'IEF 不支持只读根文件系统。' },
  stdin_open: terminal,
  tty: terminal,
  working_dir: {
    en: 'IEF has no working directory. Start with sh -c "cd … && …".',
    zh: 'IEF 没有工作目录字段，可用 sh -c "cd … && …" 启动。',
  },
  hostname: { en: 'IEF names the host itself.', zh: '主机名由 IEF 设置。' },
  domainname: { en: 'IEF names the host itself.', zh: '主机名由 IEF 设置。' },
  dns: { en: 'IEF has no DNS servers of its own.', zh: 'IEF 不支持指定 DNS 服务器。' },
  extra_hosts: { en: 'IEF has no host aliases.', zh: 'IEF 不支持主机别名。' },
  expose: {
    en: 'containers of one deployment reach each other without it.',
    zh: '同一应用部署的容器无需此项即可互访。',
  },
  profiles: { en: 'IEF has no profiles.', zh: 'IEF 没有 profile。' },
  extends: {
    en: 'the file or service that it extends is not in this input.',
    zh: '输入中没有所扩展的文件或服务。',
  },
  pull_policy: { en: 'IEF has no pull policy.', zh: 'IEF 没有镜像拉取策略。' },
  platform: {
    en: 'the image must fit the architecture of the node.',
    zh: '镜像架构须与节点架构一致。',
  },
  shm_size: memory,
  memswap_limit: memory,
  pids_limit: memory,
  cpu_shares: memory,
  resources: memory,
  scale: replicas,
  replicas,
  deploy: { en: 'IEF decides itself how it runs instances.', zh: 'IEF 自行决定如何运行实例。' },
  healthcheck: checks,
  restart: {
    en: 'all containers of an IEF deployment share one restart policy.',
    zh: 'IEF 应用部署的所有容器共用一个重启策略。',
  },
  stop_grace_period: {
    en: 'IEF has no field for the time to stop.',
    zh: 'IEF 没有停止等待时间字段。',
  },
};

/** Why a value of a compose file is lost. */
export function explainComposeLoss({ path }: Leaf): Text | undefined {
  if (String(path[0]).startsWith('x-'))
    return { en: 'no chosen service uses this.', zh: '所选服务没有使用此内容。' };
  const isService = path[0] === 'services';
  for (const key of path.slice(isService ? 2 : 0).toReversed()) {
    if (Object.hasOwn(hints, key)) return hints[String(key)];
  }
  return undefined;
}
