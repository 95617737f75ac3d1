import type { Text } from '#src/domain/core/text.ts';

/** Words of the changes that an update makes. */
export const changeWords = {
  title: { en: 'Changes', zh: '更改内容' },
  help: {
    en: 'Each deployment is changed as it is when its turn comes. Everything that you do not change here stays.',
    zh: '轮到某个应用部署时，以其当时的内容为准进行更改，此处未更改的内容保持不变。',
  },
  loading: { en: 'Loading the containers…', zh: '正在加载容器…' },
  failed: (reason: string): Text => ({
    en: `The containers could not be loaded (${reason}).`,
    zh: `无法加载容器（${reason}）。`,
  }),
  retry: { en: 'Try again', zh: '重试' },
  images: { en: 'Images', zh: '镜像' },
  container: { en: 'Container', zh: '容器' },
  initContainer: { en: 'Init container', zh: 'Init 容器' },
  current: { en: 'Current image', zh: '当前镜像' },
  newImage: { en: 'New image', zh: '新镜像' },
  newImageOf: (name: string): Text => ({
    en: `New image of ${name}`,
    zh: `${name} 的新镜像`,
  }),
  keep: { en: 'Stays as it is', zh: '保持不变' },
  inSome: (count: number, total: number): Text => ({
    en: `in ${count} of ${total} deployments`,
    zh: `${total} 个应用部署中的 ${count} 个`,
  }),
  without: {
    en: 'The new image does not apply to these deployments, which lack the container:',
    zh: '以下应用部署没有该容器，不会使用新镜像：',
  },
  more: (count: number): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
  noContainers: {
    en: 'The target lists no containers of these deployments.',
    zh: '目标未列出这些应用部署的容器。',
  },
  values: { en: 'Other values', zh: '其他取值' },
  valuesHelp: {
    en: 'A JSON pointer and its new value in every deployment, such as /deployment/replicas, or /deployment/template/containers/name=web/resources/limits/cpu for the container “web”. If a deployment has no such place, its update fails and nothing changes.',
    zh: '填写 JSON 指针及其在各应用部署中的新值，如 /deployment/replicas；容器“web”可写作 /deployment/template/containers/name=web/resources/limits/cpu。如果应用部署中没有该位置，更新将失败，应用部署保持不变。',
  },
  pointer: { en: 'JSON pointer', zh: 'JSON 指针' },
  value: { en: 'Value', zh: '值' },
  set: { en: 'Set value', zh: '设置' },
  removes: { en: 'removed', zh: '移除' },
  remove: (pointer: string): Text => ({ en: `Do not change ${pointer}`, zh: `不更改 ${pointer}` }),
};
