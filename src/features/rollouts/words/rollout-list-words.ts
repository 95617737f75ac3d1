import type { Text } from '#src/domain/core/text.ts';

/** Words of the list of rollouts, which load with it. */
export const rolloutListWords = {
  newRollout: { en: 'New rollout', zh: '新建批量部署' },
  loading: { en: 'Loading the rollouts…', zh: '正在加载批量部署…' },
  search: { en: 'Search rollouts', zh: '搜索批量部署' },
  searchHint: { en: 'Name, ID, target or project', zh: '名称、ID、目标或项目' },
  filter: { en: 'State', zh: '状态' },
  filters: {
    all: { en: 'All', zh: '全部' },
    active: { en: 'Active', zh: '进行中' },
    attention: { en: 'Needs attention', zh: '需要关注' },
    finished: { en: 'Finished', zh: '已结束' },
  },
  columns: {
    name: { en: 'Rollout', zh: '批量部署' },
    state: { en: 'State', zh: '状态' },
    progress: { en: 'Progress', zh: '进度' },
    place: { en: 'Target', zh: '目标' },
    started: { en: 'Started', zh: '开始时间' },
  },
  ready: (ready: number, total: number): Text => ({
    en: `${ready} of ${total} ready`,
    zh: `${ready} / ${total} 就绪`,
  }),
  deleted: (ready: number, total: number): Text => ({
    en: `${ready} of ${total} deleted`,
    zh: `${ready} / ${total} 已删除`,
  }),
  failed: (count: number): Text => ({ en: `${count} failed`, zh: `${count} 个失败` }),
  retry: { en: 'Retry', zh: '重试' },
  rollBack: { en: 'Rollback', zh: '回滚' },
  rollingBack: { en: 'Rolling back', zh: '回滚中' },
  rolledBack: { en: 'Rolled back', zh: '已回滚' },
  none: { en: 'No rollouts yet', zh: '暂无批量部署' },
  noneShown: { en: 'No rollouts to show', zh: '没有可显示的批量部署' },
  noneHelp: {
    en: 'A rollout creates, updates or deletes one deployment on many nodes, wave after wave, and stops when too many fail.',
    zh: '批量部署按批次在多个节点上创建、更新或删除应用部署，失败过多时自动停止。',
  },
  noMatch: { en: 'No rollout matches the filters.', zh: '没有符合筛选条件的批量部署。' },
  clear: { en: 'Clear filters', zh: '清除筛选' },
  more: { en: 'Show more', zh: '显示更多' },
  cut: (shown: number, count: number): Text => ({
    en: `The newest ${shown} of ${count}`,
    zh: `最新的 ${shown} 个，共 ${count} 个`,
  }),
  stale: (reason: string): Text => ({
    en: `The list could not be updated (${reason}). It shows the last known state.`,
    zh: `无法更新列表（${reason}），当前显示最后一次获取的状态。`,
  }),
  unchecked: {
    en: 'The target cannot check the token at the moment. The page tries again by itself.',
    zh: '目标暂时无法校验 Token，页面会自动重试。',
  },
  incomplete: {
    en: 'Some rollouts may be missing, because the target cannot check the token at the moment.',
    zh: '目标暂时无法校验 Token，列表可能缺少部分批量部署。',
  },
  hidden: (target: string): Text => ({
    en: `Rollouts at ${target} are shown only with a token.`,
    zh: `需要 Token 才能显示 ${target} 的批量部署。`,
  }),
};
