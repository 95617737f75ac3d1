import type { Text } from '#src/domain/core/text.ts';

/** Words of the page that plans a rollout, which load with it. */
export const planWords = {
  titles: {
    create: { en: 'New rollout', zh: '新建批量部署' },
    update: { en: 'New rollout: update', zh: '新建批量部署：更新' },
    delete: { en: 'New rollout: delete', zh: '新建批量部署：删除' },
  },
  updateSelected: { en: 'Update as a rollout', zh: '批量更新' },
  deleteSelected: { en: 'Delete as a rollout', zh: '批量删除' },
  open: { en: 'Deploy to several nodes', zh: '部署到多个节点' },
  loading: { en: 'Loading the plan…', zh: '正在加载计划…' },
  empty: { en: 'Nothing to roll out yet', zh: '尚无可批量部署的内容' },
  emptyHelp: {
    en: 'A rollout needs a deployment: fill in the form or open an example, and press “Deploy to several nodes” on Review. To change existing deployments, select them in their list. You can also import a plan file.',
    zh: '批量部署需要一个应用部署：请填写表单或打开示例，然后在“确认”步骤点击“部署到多个节点”。如需更改已有的应用部署，请在其列表中选择。也可以导入计划文件。',
  },
  openExample: { en: 'Open an example', zh: '打开示例' },
  chooseDeployments: { en: 'Select deployments', zh: '选择应用部署' },
  document: { en: 'Document', zh: '文档' },
  documentHelp: {
    en: 'Every node gets this deployment. The rollout sets the name and the node; other values can differ by node. The plan keeps its own copy of the document.',
    zh: '每个节点都会创建此应用部署。名称和节点由批量部署自动设置，其他取值可按节点不同。计划保存文档的副本。',
  },
  edit: { en: 'Edit in the form', zh: '在表单中编辑' },
  containers: { en: 'Containers', zh: '容器' },
  unnamed: { en: 'Unnamed deployment', zh: '未命名的应用部署' },
  errorsInBody: (count: number): Text => ({
    en: `The document has ${count === 1 ? '1 error' : `${count} errors`}. Correct ${count === 1 ? 'it' : 'them'} in the form first.`,
    zh: `文档有 ${count} 个错误，请先在表单中修正。`,
  }),
  start: { en: 'Start', zh: '开始' },
  startRollout: { en: 'Start rollout', zh: '开始批量部署' },
  warnings: (count: number): Text => ({
    en: count === 1 ? '1 row has a warning.' : `${count} rows have warnings.`,
    zh: `${count} 行有警告。`,
  }),
  starting: { en: 'Starting…', zh: '正在开始…' },
  keeps: {
    en: 'The server stores the body of each deployment, with the values of its environment variables, until 30 days after the rollout ends.',
    zh: '服务器会保存每个应用部署的请求体（含环境变量的值），直到批量部署结束 30 天后。',
  },
  off: { en: 'This server has no rollouts', zh: '本服务器未启用批量部署' },
  offHelp: {
    en: 'Rollouts need a store, and the server runs without one (IEF_STORE=off, or the store could not be opened). Your plan stays in this browser; you can also export it as a file and run it elsewhere.',
    zh: '批量部署需要存储，而本服务器未启用存储（IEF_STORE=off，或存储无法打开）。计划保留在此浏览器中，也可以导出为文件在别处运行。',
  },
  refused: {
    en: 'The server refused the rollout. Nothing was started.',
    zh: '服务器拒绝了该批量部署，未开始任何操作。',
  },
  unsure: {
    en: 'The server did not answer, so the rollout may have started. Look at the list of rollouts before you start it again.',
    zh: '服务器没有响应，批量部署可能已经开始。再次开始之前，请先查看批量部署列表。',
  },
  failed: (reason: string): Text => ({
    en: `The rollout was not started: ${reason}`,
    zh: `未能开始批量部署：${reason}`,
  }),
  signIn: { en: 'Sign in', zh: '登录' },
  openConnection: { en: 'Open connection settings', zh: '打开连接设置' },
  needs: {
    token: { en: 'A token is needed to start a rollout.', zh: '开始批量部署需要 Token。' },
    access: {
      en: 'The access secret is needed to start a rollout.',
      zh: '开始批量部署需要访问口令。',
    },
    project: { en: 'A project ID is needed to start a rollout.', zh: '开始批量部署需要项目 ID。' },
    instance: {
      en: 'The platinum edition needs an instance ID to start a rollout.',
      zh: '铂金版开始批量部署需要实例 ID。',
    },
    target: { en: 'Loading targets from the server…', zh: '正在从服务器加载目标…' },
  },
  notYet: {
    elsewhere: {
      en: 'The connection is to another place than the plan.',
      zh: '当前连接与该计划的位置不同。',
    },
    nodes: { en: 'Choose at least one node.', zh: '请至少选择一个节点。' },
    settings: { en: 'Correct the marked settings.', zh: '请修正标出的设置。' },
    problems: (count: number): Text => ({
      en: count === 1 ? '1 row has a problem.' : `${count} rows have problems.`,
      zh: `${count} 行有问题。`,
    }),
    checking: { en: 'Checking…', zh: '正在检查…' },
  },
  notStored: {
    en: 'This browser does not store the plan. It is lost when the page is closed.',
    zh: '此浏览器无法保存计划，关闭页面后计划将丢失。',
  },
};
