import type { Text } from '#src/domain/core/text.ts';

/** Labels for the states of an edge node. Only a running node starts a deployment immediately. */
export const nodeStates = {
  RUNNING: { en: 'Running', zh: '运行中' },
  FAIL: { en: 'Faulty', zh: '故障' },
  FREEZE: { en: 'Frozen', zh: '冻结' },
  UPGRADING: { en: 'Upgrading', zh: '升级中' },
  STOPPED: { en: 'Stopped', zh: '已停用' },
  UNCONNECTED: { en: 'Not connected', zh: '未纳管' },
} as const satisfies Record<string, Text>;

/** The label of a state; an undocumented state is returned unchanged. */
export function nodeStateWords(state: string): Text {
  return Object.hasOwn(nodeStates, state)
    ? nodeStates[state as keyof typeof nodeStates]
    : { en: state, zh: state };
}
