import { page, userEvent, type Locator } from 'vitest/browser';

/** A text field by its label. Needs the role, because buttons of its row also contain the label. */
export function textbox(label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** Focuses a text field, with the caret at the end. */
export function focusEnd(locator: Locator): void {
  const control = locator.element() as HTMLInputElement | HTMLTextAreaElement;
  control.focus();
  control.setSelectionRange(control.value.length, control.value.length);
}

export async function typeAtEnd(control: Locator, text: string): Promise<void> {
  focusEnd(control);
  await type(text);
}

/** Focuses an element without clicking it. */
export function focus(locator: Locator): void {
  (locator.element() as HTMLElement).focus();
}

/** Types a text into the focused element. */
export async function type(text: string): Promise<void> {
  // In userEvent, braces and brackets name keys: double them.
  await userEvent.keyboard(text.replaceAll(/[{[]/g, '$&$&').replaceAll('\n', '{Enter}'));
}

export async function undo(): Promise<void> {
  await userEvent.keyboard('{Control>}z{/Control}');
}

export async function redo(): Promise<void> {
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
}
