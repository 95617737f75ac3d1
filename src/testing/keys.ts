import { page, userEvent, type Locator } from 'vitest/browser';

/** A text control by its label; the buttons of its row have the label in their names. */
export function textbox(label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Puts the caret at the end of a text. */
export function focusEnd(locator: Locator): void {
  const control = locator.element() as HTMLInputElement | HTMLTextAreaElement;
  control.focus();
  control.setSelectionRange(control.value.length, control.value.length);
}

/** Puts the caret at the end of a text and types. */
export async function typeAtEnd(control: Locator, text: string): Promise<void> {
  focusEnd(control);
  await type(text);
}

/** Focuses an element without a click, as a keyboard does. */
export function focus(locator: Locator): void {
  (locator.element() as HTMLElement).focus();
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
