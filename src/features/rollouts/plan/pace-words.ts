import type { Text } from '#src/domain/core/text.ts';

/** Words of waves, limits and rate. */
export const paceWords = {
  title: { en: 'Waves and limits', zh: '批次与限制' },
  presets: { en: 'How to proceed', zh: '推进方式' },
  careful: { en: 'One first', zh: '先执行一个' },
  once: { en: 'All at once', zh: '一次全部' },
  own: { en: 'Custom waves', zh: '自定义批次' },
  waves: { en: 'Waves', zh: '批次' },
  wavesHelp: {
    en: 'Cumulative: numbers of rows or percentages, the last is 100%.',
    zh: '按累计值填写行数或百分比，最后一批为 100%。',
  },
  stopAt: { en: 'Failure limit', zh: '失败数上限' },
  stopAtHelp: {
    en: 'A number, or a percentage of all rows. Once so many have failed, nothing more is sent until you resume.',
    zh: '个数，或占全部行的百分比。达到后不再发送，直到您手动继续。',
  },
  goOnAt: { en: 'Next wave when ready', zh: '就绪比例达到后进入下一批' },
  goOnAtHelp: {
    en: 'Share of a wave that must be ready. Offline nodes are left out.',
    zh: '一批中须就绪的比例，离线节点不计入。',
  },
  gate: { en: 'Between waves', zh: '批次之间' },
  gates: {
    auto: { en: 'Continue automatically', zh: '自动继续' },
    manual: { en: 'Wait for me', zh: '等待手动继续' },
  },
  readyWithin: { en: 'Ready within (minutes)', zh: '就绪时限（分钟）' },
  readyWithinHelp: {
    en: 'A deployment that is not ready by then counts as failed.',
    zh: '超过时限仍未就绪即视为失败。',
  },
  offlineWithin: { en: 'Wait for offline nodes (hours)', zh: '等待离线节点（小时）' },
  offlineWithinHelp: {
    en: 'Nodes that stay offline longer are skipped.',
    zh: '离线超过该时间的节点将被跳过。',
  },
  inFlight: { en: 'Requests at the same time', zh: '同时进行的请求数' },
  inFlightHelp: { en: '1 to 64.', zh: '1 到 64。' },
  perMinute: { en: 'Requests per minute', zh: '每分钟请求数' },
  perMinuteHelp: {
    en: '1 to 6000, within the limit of the server.',
    zh: '1 到 6000，且不超过服务器的限制。',
  },
  confirm: (count: number): Text => ({
    en: `All ${count} are sent without a first wave to learn from. Type ${count} to allow this.`,
    zh: `全部 ${count} 个将一次发送，没有先行批次可供观察。请输入 ${count} 以确认。`,
  }),
  confirmLabel: { en: 'Number of rows', zh: '行数' },
};
