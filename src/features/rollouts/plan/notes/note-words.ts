import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import type { Text } from '#src/domain/core/text.ts';

/** Words of the notes above a plan. */
export const noteWords = {
  elsewhere: (target: string, project: string): Text => ({
    en: `This plan was made for the target “${foreignShort(target)}” and the project ${shortProject(project)}. The connection is to another place.`,
    zh: `该计划是为目标“${foreignShort(target)}”和项目 ${shortProject(project)} 制定的，当前连接的是其他位置。`,
  }),
  elsewhereHelp: {
    en: 'IDs of nodes and deployments differ between projects. Connect to that place, or check every row and use the current connection.',
    zh: '不同项目的节点和应用部署 ID 不同。请连接到该位置，或逐行核对后使用当前连接。',
  },
  takeConnection: { en: 'Use the current connection', zh: '使用当前连接' },
  draftChanged: {
    en: 'The draft was changed after this plan was made.',
    zh: '制定该计划之后，草稿已被修改。',
  },
  draftHelp: {
    en: 'The plan keeps its own copy of the document, so nothing changes unnoticed.',
    zh: '计划保存了文档的副本，不会随草稿自动改变。',
  },
  stopped: (name: string, wave: number, time: string): Text => ({
    en: `An earlier rollout, which began with ${name}, stopped in wave ${wave} on ${time} because of failures.`,
    zh: `之前从 ${name} 开始的批量部署曾于 ${time} 在第 ${wave} 批因失败停止。`,
  }),
  show: { en: 'Show it', zh: '查看' },
  takeDraft: { en: 'Take the changed draft', zh: '使用修改后的草稿' },
};

/** The end of an ID, as the connection shows it. */
function shortProject(id: string): string {
  return id === '' ? '–' : `…${id.slice(-8)}`;
}
