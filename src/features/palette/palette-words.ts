import type { Text } from '#src/domain/core/text.ts';
import type { CommandKind } from './match/palette-command.ts';

/** Words of the command palette and the shortcut sheet, which load with them. */
export const paletteWords = {
  label: { en: 'Go to or do', zh: '跳转或执行' },
  title: { en: 'Command palette', zh: '命令面板' },
  placeholder: {
    en: 'A step, container, field, problem or action',
    zh: '步骤、容器、字段、问题或操作',
  },
  results: { en: 'Results', zh: '结果' },
  none: { en: 'Nothing matches. Try fewer words.', zh: '没有匹配项，请减少关键字。' },
  count: (count: number): Text => ({
    en: count === 1 ? '1 result' : `${count} results`,
    zh: `${count} 个结果`,
  }),
  help: {
    en: '↑ ↓ to choose, Enter to run, Escape to close',
    zh: '↑ ↓ 选择，Enter 执行，Esc 关闭',
  },
  shortcuts: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  close: { en: 'Close', zh: '关闭' },
};

export const kindWords: Record<CommandKind, Text> = {
  problem: { en: 'Problem', zh: '问题' },
  action: { en: 'Action', zh: '操作' },
  step: { en: 'Step', zh: '步骤' },
  container: { en: 'Container', zh: '容器' },
  field: { en: 'Field', zh: '字段' },
};
