import type { Text } from '#src/domain/core/text.ts';

/** Words of the actions on an instance, which load with the page of a deployment. */
export const podsWords = {
  actions: { en: 'Actions', zh: '操作' },
  restart: {
    button: { en: 'Restart', zh: '重启' },
    label: (pod: string): Text => ({ en: `Restart ${pod}`, zh: `重启 ${pod}` }),
    title: { en: 'Restart this instance?', zh: '确定重启该实例？' },
    help: {
      en: 'Its containers stop and start again. Until then it is not available.',
      zh: '容器将停止并重新启动，期间不可用。',
    },
    done: {
      en: 'The service accepted the restart.',
      zh: '服务已接受重启请求。',
    },
    notDone: (reason: string): Text => ({
      en: `The instance was not restarted (${reason}).`,
      zh: `实例未重启（${reason}）。`,
    }),
    unknown: (reason: string): Text => ({
      en: `It is not known whether the instance was restarted (${reason}). The page watches it; the request is not sent again.`,
      zh: `无法确定实例是否已重启（${reason}）。页面会继续观察，不会重复发送请求。`,
    }),
  },
  delete: {
    button: { en: 'Delete', zh: '删除' },
    label: (pod: string): Text => ({ en: `Delete ${pod}`, zh: `删除 ${pod}` }),
    title: { en: 'Delete this instance?', zh: '确定删除该实例？' },
    help: {
      en: 'The deployment stays and starts another instance in its place. Files inside its containers are lost.',
      zh: '应用部署仍保留，并会启动新的实例。容器内的文件将丢失。',
    },
    done: {
      en: 'The service accepted the deletion.',
      zh: '服务已接受删除请求。',
    },
    notDone: (reason: string): Text => ({
      en: `The instance was not deleted (${reason}).`,
      zh: `实例未删除（${reason}）。`,
    }),
    unknown: (reason: string): Text => ({
      en: `It is not known whether the instance was deleted (${reason}). The page watches it; the request is not sent again.`,
      zh: `无法确定实例是否已删除（${reason}）。页面会继续观察，不会重复发送请求。`,
    }),
  },
  sending: { en: 'Sending the request…', zh: '正在发送请求…' },
  wait: {
    en: 'Wait for the response to the last request.',
    zh: '请等待上一个请求的响应。',
  },
  dismiss: { en: 'Dismiss', zh: '关闭' },
  progress: {
    waiting: (_ready: number, expected: number): Text => ({
      en:
        expected === 1
          ? 'Waiting for the restart. What ran before the request does not count.'
          : `Waiting for ${expected} new instances. Those from before the request do not count.`,
      zh:
        expected === 1
          ? '正在等待重新启动，请求之前的运行状态不计入。'
          : `正在等待 ${expected} 个新实例，请求之前的实例不计入。`,
    }),
    starting: (ready: number, expected: number): Text => ({
      en: `${ready} of ${expected} new instances are running.`,
      zh: `新实例已运行 ${ready} / ${expected}。`,
    }),
    failing: (ready: number, expected: number): Text => ({
      en: `A new instance is failing; ${ready} of ${expected} are running.`,
      zh: `有新实例异常，已运行 ${ready} / ${expected}。`,
    }),
    ready: (ready: number, _expected: number): Text => ({
      en:
        ready === 1
          ? 'The instance has restarted since the request and is running.'
          : `${ready} new instances have started since the request and are running.`,
      zh: `请求之后新启动的 ${ready} 个实例正在运行。`,
    }),
    stuck: (ready: number, expected: number): Text => ({
      en: `Stuck: 10 minutes after the request, ${ready} of ${expected} new instances are running.`,
      zh: `已停滞：请求后 10 分钟，新实例仅运行 ${ready} / ${expected}。`,
    }),
  },
  since: (time: string): Text => ({
    en: `Since the request at ${time}:`,
    zh: `${time} 的请求之后：`,
  }),
};
