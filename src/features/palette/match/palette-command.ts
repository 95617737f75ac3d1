import type { Text } from '#src/domain/core/text.ts';

/** Kinds of commands, in the order in which equally good matches are listed. */
export type CommandKind = 'problem' | 'action' | 'step' | 'container' | 'field';

/** One entry of the command palette. */
export interface PaletteCommand {
  readonly id: string;
  readonly kind: CommandKind;
  readonly title: Text;
  /** Below the title, such as the message of a problem. */
  readonly detail?: Text;
  /** Keys that do the same, such as `Ctrl Z`. */
  readonly keys?: string;
  /** True if it is listed before the user types. */
  readonly isListed?: boolean;
  readonly run: () => void;
}
