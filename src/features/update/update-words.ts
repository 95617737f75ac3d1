import type { Text } from '#src/domain/core/text.ts';

/** Words of the update of a deployment, which load with it. */
export const updateWords = {
  update: { en: 'Update', zh: '更新' },
  title: (name: string): Text => ({ en: `Update “${name}”`, zh: `更新“${name}”` }),
  back: { en: 'Back to the deployment', zh: '返回应用部署' },
  loading: { en: 'Loading the deployment…', zh: '正在加载应用部署…' },
  gone: { en: 'This deployment does not exist', zh: '该应用部署不存在' },
  goneHelp: {
    en: 'It may have been deleted, or it belongs to another target or project.',
    zh: '它可能已被删除，或属于其他目标或项目。',
  },
  unread: { en: 'The deployment could not be loaded', zh: '无法加载应用部署' },
  signInFirst: { en: 'Sign in to update this deployment', zh: '更新该应用部署需要先登录' },
  signIn: { en: 'Sign in', zh: '登录' },
  openConnection: { en: 'Open connection settings', zh: '打开连接设置' },
  fixed: { en: 'Fixed', zh: '不可更改' },
  fixedHelp: {
    en: 'An update cannot change these. Clone the deployment to use other values.',
    zh: '更新时不可更改。如需其他取值，请克隆该应用部署。',
  },
  name: { en: 'Name', zh: '名称' },
  node: { en: 'Edge node', zh: '边缘节点' },
  group: { en: 'Node group', zh: '节点组' },
  tags: { en: 'Tags', zh: '标签' },
  none: { en: 'None', zh: '无' },
  restored: (when: string): Text => ({
    en: `This edit was restored. Last saved: ${when}.`,
    zh: `已恢复未发送的编辑，上次保存于 ${when}。`,
  }),
  discard: { en: 'Discard the edit', zh: '放弃编辑' },
  offline: (name: string): Text => ({
    en: `Node ${name} is offline`,
    zh: `节点 ${name} 处于离线状态`,
  }),
  offlineHelp: {
    en: 'The service accepts the update, but the node only learns of it when it is connected again. Until then the current containers keep running unchanged, and the page cannot tell whether the new ones start. A node that reconnects pulls the images of the last accepted update.',
    zh: '服务会接受更新，但节点重新连接后才会收到。在此之前，当前容器保持原样运行，页面无法判断新容器能否启动。节点重新连接后，按最后一次接受的更新拉取镜像。',
  },
  changes: { en: 'Changes', zh: '变更' },
  changesHelp: {
    en: 'Compared with the deployment as it is now.',
    zh: '与当前的应用部署相比。',
  },
  noChanges: { en: 'Nothing has been changed yet.', zh: '尚未做任何更改。' },
  taken: { en: 'Changed by others meanwhile, and kept', zh: '他人同时做出的更改，已保留' },
  effectMock: { en: 'Nothing real is changed.', zh: '不会更改真实资源。' },
  effectLive: (end: string): Text => ({
    en: `Changes the deployment in project …${end}.`,
    zh: `将更改项目 …${end} 中的应用部署。`,
  }),
  anyway: (count: number): Text => ({
    en: `Update anyway (${count} ${count === 1 ? 'problem' : 'problems'})`,
    zh: `仍要更新（${count} 个问题）`,
  }),
  confirmTitle: { en: 'Update the real deployment?', zh: '确定更新真实的应用部署？' },
  confirmHelp: (name: string): Text => ({
    en: `Deployment “${name}” is replaced by the new version. Its containers restart.`,
    zh: `应用部署“${name}”将替换为新版本，容器会重新启动。`,
  }),
  reading: { en: 'Comparing…', zh: '正在比较…' },
  sending: { en: 'Updating…', zh: '正在更新…' },
  elapsed: (seconds: number): Text => ({ en: `${seconds} s`, zh: `${seconds} 秒` }),
  stop: { en: 'Stop waiting', zh: '停止等待' },
  stopHelp: {
    en: 'The page then looks at the deployment to see whether it was updated.',
    zh: '随后页面会查看应用部署，判断更新是否生效。',
  },
  lookingUp: {
    en: 'No usable response. Checking whether the deployment was updated…',
    zh: '没有收到可用的响应，正在查看应用部署是否已更新…',
  },
  lookingUpHelp: {
    en: 'The update is not sent again.',
    zh: '更新请求不会重复发送。',
  },
  updated: { en: 'Updated', zh: '已更新' },
  same: {
    en: 'The deployment was read back: it is what was sent.',
    zh: '已回读应用部署，与发送的内容一致。',
  },
  differs: {
    en: 'The service accepted the update, but the deployment differs from what was sent:',
    zh: '服务已接受更新，但应用部署与发送的内容不同：',
  },
  notReadBack: {
    en: 'The service accepted the update. The deployment could not be read back to compare it.',
    zh: '服务已接受更新，但未能回读应用部署进行比较。',
  },
  unrecorded: {
    en: 'This browser could not record the request, so the update cannot be rolled back here.',
    zh: '浏览器无法记录该请求，因此不能在此回滚这次更新。',
  },
  rejected: { en: 'Not updated', zh: '未更新' },
  notDone: {
    en: 'Not updated: the deployment is as it was before',
    zh: '未更新：应用部署与之前相同',
  },
  notDoneHelp: {
    en: 'One minute after the request ended, the deployment has not changed. You can update again.',
    zh: '请求结束一分钟后，应用部署仍未变化，可以再次更新。',
  },
  unknown: {
    en: 'It is not known whether the deployment was updated',
    zh: '无法确定应用部署是否已更新',
  },
  unknownHelp: {
    en: 'The deployment matches neither the version before nor the one that was sent. “Update” reads it again and merges.',
    zh: '应用部署与更新前和发送的版本都不一致。点击“更新”会重新读取并合并。',
  },
  unknownUnread: {
    en: 'The deployment could not be read. “Update” reads it again before anything is sent.',
    zh: '无法读取应用部署。点击“更新”会先重新读取，再发送。',
  },
  unchanged: { en: 'There are no changes to send', zh: '没有需要发送的更改' },
  notSent: { en: 'Nothing was sent', zh: '未发送任何内容' },
  merged: {
    en: 'Others changed the deployment meanwhile. Their changes are included, and the result has problems. Fix them, then update.',
    zh: '他人同时更改了该应用部署，其更改已并入，但合并结果存在问题。请修正后再更新。',
  },
  goneMeanwhile: {
    en: 'The deployment was deleted meanwhile. Nothing was sent.',
    zh: '该应用部署已被删除，未发送任何内容。',
  },
  goneAfterSending: {
    en: 'The deployment no longer exists. It is not known whether it was updated before.',
    zh: '该应用部署已不存在，无法确定删除前是否已更新。',
  },
  race: {
    en: 'Another request is changing the deployment. “Update” reads it again, merges and sends.',
    zh: '另一个请求正在更改该应用部署。再次点击“更新”会重新读取、合并并发送。',
  },
  conflicts: { en: 'Changed by you and by others', zh: '您和他人都更改了以下内容' },
  conflictsHelp: {
    en: 'Choose a value for each, then update. Everything else was merged.',
    zh: '请逐项选择取值后再更新。其他内容会自动合并。',
  },
  mine: { en: 'Yours', zh: '您的更改' },
  theirs: { en: 'Theirs', zh: '他人的更改' },
  before: { en: 'Before', zh: '更改前' },
  absent: { en: 'removed', zh: '已删除' },
  view: { en: 'View deployment', zh: '查看应用部署' },
  changeImage: { en: 'Change image', zh: '更换镜像' },
  changeImageHelp: {
    en: 'Nothing is sent yet: the next step shows the difference.',
    zh: '此时不会发送请求，下一步会显示差异。',
  },
  imageOf: (name: string): Text => ({ en: `Image of “${name}”`, zh: `“${name}”的镜像` }),
  imageNeeded: { en: 'Enter an image.', zh: '请输入镜像地址。' },
  review: { en: 'Review the update', zh: '查看差异' },
  editRefused: {
    en: 'This browser does not allow the page to store the edit. Use “Update” instead.',
    zh: '浏览器不允许页面保存该编辑，请改用“更新”。',
  },
} satisfies Record<string, Text | ((value: never) => Text)>;
