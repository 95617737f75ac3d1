import type { Text } from '#src/domain/core/text.ts';
import type { DeploymentState } from '#src/domain/health/deployment-state.ts';

/** Words of the page of a deployment, which load with it. */
export const deploymentsWords = {
  title: { en: 'Deployment', zh: '应用部署' },
  loading: { en: 'Loading the deployment…', zh: '正在加载应用部署…' },
  updated: (time: string): Text => ({ en: `Updated at ${time}`, zh: `更新于 ${time}` }),
  refresh: { en: 'Refresh', zh: '刷新' },
  facts: { en: 'Overview', zh: '概览' },
  state: { en: 'State', zh: '状态' },
  ready: { en: 'Ready instances', zh: '就绪实例' },
  readyOf: (ready: number, wanted: number): Text => ({
    en: `${ready} of ${wanted}`,
    zh: `${ready} / ${wanted}`,
  }),
  node: { en: 'Node', zh: '节点' },
  group: { en: 'Node group', zh: '节点组' },
  images: { en: 'Images', zh: '镜像' },
  createdAt: { en: 'Created at', zh: '创建时间' },
  id: { en: 'Deployment ID', zh: '应用部署 ID' },
  pods: { en: 'Instances', zh: '应用实例' },
  pod: { en: 'Instance', zh: '实例' },
  reason: { en: 'Reason', zh: '原因' },
  restarts: { en: 'Restarts', zh: '重启次数' },
  age: { en: 'Created', zh: '创建时间' },
  podsLoading: { en: 'Loading the instances…', zh: '正在加载应用实例…' },
  noPods: { en: 'The service has started no instance yet.', zh: '服务尚未启动任何实例。' },
  podsForbidden: {
    en: 'You may not list the instances of this project.',
    zh: '没有权限查看该项目的应用实例。',
  },
  podsFailed: (reason: string): Text => ({
    en: `The instances could not be loaded (${reason}).`,
    zh: `无法加载应用实例（${reason}）。`,
  }),
  body: { en: 'Body', zh: '请求体' },
  bodyHelp: {
    en: 'In the form of a request, with the values that the service filled in.',
    zh: '以请求体的形式显示，包含服务补充的值。',
  },
  states: {
    created: { en: 'Created', zh: '已创建' },
    notReady: { en: 'Not ready', zh: '未就绪' },
    starting: { en: 'Starting', zh: '启动中' },
    partly: { en: 'Partly ready', zh: '部分就绪' },
    running: { en: 'Running', zh: '运行中' },
    failing: { en: 'Failing', zh: '异常' },
    offline: { en: 'Node offline', zh: '节点离线' },
    empty: { en: 'No instances', zh: '无实例' },
    frozen: { en: 'Frozen', zh: '冻结' },
    deleting: { en: 'Being deleted', zh: '删除中' },
    deleteFailed: { en: 'Deletion failed', zh: '删除失败' },
  } satisfies Record<DeploymentState, Text>,
  stateHelp: {
    created: {
      en: 'The service accepted the deployment. Nothing runs yet.',
      zh: '服务已接受该应用部署，尚无实例运行。',
    },
    notReady: { en: 'No instance is ready.', zh: '没有实例就绪。' },
    starting: { en: 'The node is starting the instances.', zh: '节点正在启动实例。' },
    partly: { en: 'Some instances are not ready yet.', zh: '部分实例尚未就绪。' },
    running: { en: 'All instances are ready.', zh: '所有实例均已就绪。' },
    failing: {
      en: 'An instance failed. The table of instances has the reason.',
      zh: '有实例出现异常，原因见应用实例表。',
    },
    offline: {
      en: 'No node of the deployment is connected. These numbers are the last ones reported.',
      zh: '该应用部署的节点均未连接，以下是最后一次上报的数据。',
    },
    empty: { en: 'The deployment has 0 replicas.', zh: '该应用部署的实例数为 0。' },
    frozen: { en: 'The service has frozen the deployment.', zh: '服务已冻结该应用部署。' },
    deleting: { en: 'The service is deleting the deployment.', zh: '服务正在删除该应用部署。' },
    deleteFailed: {
      en: 'The service could not delete the deployment.',
      zh: '服务未能删除该应用部署。',
    },
  } satisfies Record<DeploymentState, Text>,
  gone: { en: 'This deployment does not exist', zh: '该应用部署不存在' },
  goneHelp: (id: string): Text => ({
    en: `The target has no deployment with the ID ${id}. It may have been deleted, or it belongs to another target or project.`,
    zh: `目标中没有 ID 为 ${id} 的应用部署。它可能已被删除，或属于其他目标或项目。`,
  }),
  deleted: (name: string): Text => ({
    en: `Deployment “${name}” no longer exists`,
    zh: `应用部署“${name}”已不存在`,
  }),
  deletedHelp: {
    en: 'It was deleted while this page was open.',
    zh: '该应用部署在本页打开期间被删除。',
  },
  forbidden: { en: 'You may not view this deployment', zh: '没有权限查看该应用部署' },
  forbiddenHelp: {
    en: 'Use an account with the permission to view deployments.',
    zh: '请使用具有查看应用部署权限的账号。',
  },
  failed: { en: 'The deployment could not be loaded', zh: '无法加载应用部署' },
  stale: (reason: string): Text => ({
    en: `The page could not be updated (${reason}). It shows the last known state.`,
    zh: `无法更新（${reason}），当前显示最后一次获取的状态。`,
  }),
  missing: {
    token: { en: 'A token is needed to view this deployment', zh: '查看该应用部署需要 Token' },
    access: {
      en: 'The access secret is needed to view this deployment',
      zh: '查看该应用部署需要访问口令',
    },
    project: {
      en: 'A project ID is needed to view this deployment',
      zh: '查看该应用部署需要项目 ID',
    },
    instance: {
      en: 'An instance ID is needed to view a deployment of the platinum edition',
      zh: '查看铂金版应用部署需要实例 ID',
    },
  },
  signIn: { en: 'Sign in', zh: '登录' },
  openConnection: { en: 'Open connection settings', zh: '打开连接设置' },
};
