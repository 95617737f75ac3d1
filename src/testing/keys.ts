import { page, userEvent } from 'vitest/browser';

/** A text control by its label; the buttons of its row have the label in their names. */
export function textbox(label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Puts the caret at the end of a text. */
export function focusEnd(label: string): void {
  const control = textbox(label).element() as HTMLInputElement | HTMLTextAreaElement;
  control.focus();
  control.setSelectionRange(control.value.length, control.value.length);
}

/** Puts the caret at the end of a text and types. */
export async function typeAtEnd(label: string, text: string): Promise<void> {
  focusEnd(label);
  await type(text);
}

/** Types a text as it is, into what has the focus. */
export async function type(text: string): Promise<void> {
  // Braces and brackets name keys.
  await userEvent.keyboard(text.replaceAll(/[{[]/g, '$&$&').replaceAll('\n', '{Enter}'));
}

export async function undo(): Promise<void> {
  await userEvent.keyboard('{Control>}z{/Control}');
}

export async function redo(): Promise<void> {
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
}
