import type { Text } from '#src/domain/core/text.ts';

/** Words of the lists of configmaps and secrets. */
export const pickReferenceWords = {
  choose: {
    configmap: { en: 'Choose a configmap', zh: '选择配置项' },
    secret: { en: 'Choose a secret', zh: '选择密钥' },
  },
  titles: {
    configmap: { en: 'Configmaps of the project', zh: '项目中的配置项' },
    secret: { en: 'Secrets of the project', zh: '项目中的密钥' },
  },
  search: { en: 'Search', zh: '搜索' },
  hint: { en: 'Name or key', zh: '名称或属性名' },
  keysOf: (name: string): Text => ({ en: `Keys of ${name}`, zh: `${name} 的属性名` }),
  none: {
    en: 'The project has none yet. You can enter a name.',
    zh: '项目中暂无，可直接输入名称。',
  },
  noMatch: { en: 'Nothing matches.', zh: '没有匹配项。' },
  more: (count: number): Text => ({
    en: `The search finds ${count} more.`,
    zh: `另有 ${count} 项，可通过搜索查找。`,
  }),
} as const;
