import type { Text } from '#src/domain/core/text.ts';

/** Words of the page of a rollout, which load with it. */
export const watchWords = {
  loading: { en: 'Loading the rollout…', zh: '正在加载批量部署…' },
  gone: { en: 'This rollout does not exist', zh: '该批量部署不存在' },
  goneHelp: {
    en: 'It was removed, or it belongs to another server.',
    zh: '它已被移除，或属于其他服务器。',
  },
  started: (time: string): Text => ({ en: `Started ${time}.`, zh: `开始于 ${time}。` }),
  ended: (time: string): Text => ({ en: `Ended ${time}.`, zh: `结束于 ${time}。` }),
  left: (span: string | undefined): Text =>
    span === undefined
      ? { en: 'Less than a minute left.', zh: '预计还需不到 1 分钟。' }
      : { en: `About ${span} left.`, zh: `预计还需约 ${span}。` },
  leftInWave: (span: string | undefined): Text =>
    span === undefined
      ? { en: 'Less than a minute left in this wave.', zh: '本批预计还需不到 1 分钟。' }
      : { en: `About ${span} left in this wave.`, zh: `本批预计还需约 ${span}。` },
  counts: { en: 'Nodes by state', zh: '各状态的节点数' },
  lost: (time: string): Text => ({
    en: `The connection to the server is lost. This is the state of ${time}. Connecting again…`,
    zh: `与服务器的连接已断开，当前显示 ${time} 的状态，正在重新连接…`,
  }),
  storeFailed: (time: string): Text => ({
    en: `The server’s store does not work at the moment: nothing new is sent. This is the state of ${time}. Trying again…`,
    zh: `服务器的存储暂时无法使用，期间不会发送新的请求。当前显示 ${time} 的状态，正在重试…`,
  }),
  polling: {
    en: 'Live events are not available here. The page checks every 5 s.',
    zh: '此处无法接收实时事件，页面每 5 秒刷新一次。',
  },
  reconnect: { en: 'Connect now', zh: '立即连接' },
};
