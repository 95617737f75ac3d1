import type { Text } from '#src/domain/core/text.ts';

/** Words of the button in the bottom bar and of the steps after a create, which load with the submit form. */
export const submitWords = {
  mockEffect: { en: 'Nothing real is created.', zh: '不会创建真实资源。' },
  liveEffect: (end: string): Text => ({
    en: `Creates a real deployment in project …${end}.`,
    zh: `将在项目 …${end} 中创建真实的应用部署。`,
  }),
  confirmTitle: { en: 'Create a real deployment?', zh: '确定创建真实的应用部署？' },
  confirmPlace: (place: string): Text => ({
    en: `It will be created on ${place}.`,
    zh: `将创建到${place}。`,
  }),
  confirmOnce: {
    en: 'You are asked once for each target and project until you reload the page.',
    zh: '重新加载页面之前，每个目标和项目只确认一次。',
  },
  confirmCreate: { en: 'Create', zh: '创建' },
  view: { en: 'View deployment', zh: '查看应用部署' },
  anotherNode: { en: 'Create on another node', zh: '部署到其他节点' },
  nextNode: (name: string): Text => ({
    en: `Renamed to “${name}”. Choose the next node.`,
    zh: `已改名为“${name}”，请选择下一个节点。`,
  }),
} satisfies Record<string, Text | ((value: never) => Text)>;
