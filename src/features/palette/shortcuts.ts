import type { Text } from '#src/domain/core/text.ts';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as the keyboard of this device names them: `Mod` is Command on Apple devices, otherwise Ctrl. */
export function keysOf(keys: string): string {
  return keys.replace('Mod', isApple ? '⌘' : 'Ctrl').replace('Alt', isApple ? '⌥' : 'Alt');
}

interface Shortcut {
  readonly keys: readonly string[];
  readonly does: Text;
}

interface ShortcutGroup {
  readonly title: Text;
  readonly shortcuts: readonly Shortcut[];
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: { en: 'Anywhere', zh: '任意位置' },
    shortcuts: [
      {
        keys: ['Mod K'],
        does: {
          en: 'Go to a step, field or problem, or do something',
          zh: '跳转到步骤、字段或问题，或执行操作',
        },
      },
      {
        keys: ['Mod Enter'],
        does: {
          en: 'Create; on other steps, go to Create',
          zh: '创建；在其他步骤则转到“创建”按钮',
        },
      },
      { keys: ['Mod Z'], does: { en: 'Undo', zh: '撤销' } },
      { keys: ['Mod Shift Z', 'Mod Y'], does: { en: 'Redo', zh: '重做' } },
      {
        keys: ['Mod V'],
        does: {
          en: 'Import what is in the clipboard (outside a field)',
          zh: '导入剪贴板内容（不在输入框中时）',
        },
      },
      {
        keys: ['?'],
        does: { en: 'Show this list (outside a field)', zh: '显示此列表（不在输入框中时）' },
      },
    ],
  },
  {
    title: { en: 'In a list', zh: '列表中' },
    shortcuts: [
      { keys: ['Enter'], does: { en: 'Add a row below', zh: '在下方添加一行' } },
      { keys: ['Alt ↑', 'Alt ↓'], does: { en: 'Move the row', zh: '移动该行' } },
    ],
  },
  {
    title: { en: 'In the JSON preview', zh: 'JSON 预览中' },
    shortcuts: [
      { keys: ['↑', '↓'], does: { en: 'Choose a line', zh: '选择一行' } },
      { keys: ['←', '→'], does: { en: 'Fold or unfold the line', zh: '折叠或展开该行' } },
      { keys: ['Enter'], does: { en: 'Open the field of the line', zh: '打开该行对应的字段' } },
    ],
  },
  {
    title: { en: 'In the JSON editor', zh: 'JSON 编辑器中' },
    shortcuts: [
      { keys: ['Alt Enter'], does: { en: 'Open the field of the line', zh: '打开该行对应的字段' } },
      { keys: ['Escape, Tab'], does: { en: 'Leave the editor', zh: '离开编辑器' } },
    ],
  },
  {
    title: { en: 'In dialogs', zh: '对话框中' },
    shortcuts: [{ keys: ['Escape'], does: { en: 'Close', zh: '关闭' } }],
  },
];
