import type { Text } from '#src/domain/core/text.ts';

/** Words of the clone, which load with it. */
export const cloneWords = {
  clone: { en: 'Clone', zh: '克隆' },
  title: (name: string): Text => ({ en: `Clone “${name}”`, zh: `克隆“${name}”` }),
  open: { en: 'Open as draft', zh: '打开为草稿' },
  name: { en: 'Name', zh: '名称' },
  nameHelp: { en: 'A name can be used once in a project.', zh: '名称在项目内唯一。' },
  nameNeeded: { en: 'Enter a name.', zh: '请输入名称。' },
  edition: { en: 'Edition', zh: '服务版本' },
  professional: { en: 'Professional', zh: '专业版' },
  platinum: { en: 'Platinum', zh: '铂金版' },
  kind: { en: 'Deploy to', zh: '部署到' },
  node: { en: 'Edge node', zh: '边缘节点' },
  group: { en: 'Node group', zh: '节点组' },
  later: { en: 'Choose in the form', zh: '在表单中选择' },
  unlisted: {
    en: 'The current connection cannot load this list. Choose in the form instead.',
    zh: '当前连接无法加载该列表，请在表单中选择。',
  },
  losses: (count: number): Text => ({
    en: `${count} ${count === 1 ? 'value does' : 'values do'} not carry over unchanged`,
    zh: `${count} 项内容无法原样保留`,
  }),
  noLosses: { en: 'Everything carries over unchanged.', zh: '所有内容原样保留。' },
} satisfies Record<string, Text | ((value: never) => Text)>;
