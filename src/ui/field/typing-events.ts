type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Events of a key that no component handles. React listens to all events, and for each one searches the components above
 * the control for handlers twice (docs/decisions/0080-events-of-a-key.md).
 */
const unhandled = [
  'keypress',
  'keyup',
  'textInput',
  'selectionchange',
  'scroll',
  'scrollend',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/** The controls of the document, and what each does with its input; undefined if React handles the input. */
const controls = new WeakMap<EventTarget, (() => void) | undefined>();

/** Handles the typing in a control without React: `onInput` is called after each change of its text by the user. */
export function handleTyping(control: TextElement, onInput: (() => void) | undefined): void {
  controls.set(control, onInput);
}

/** Stops an event of a control before React, which listens below the window. Only capturing window listeners hear it. */
function keepFromReact(event: Event): void {
  if (event.target && controls.has(event.target)) event.stopPropagation();
}

const capture = { capture: true };
for (const type of unhandled) window.addEventListener(type, keepFromReact, capture);
window.addEventListener(
  'keydown',
  (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // Components handle other keys, and letters with a modifier.
    // A browser that fills in a value sends an event without a key.
    if (key?.length === 1 && !ctrlKey && !metaKey && !altKey) keepFromReact(event);
  },
  capture,
);
window.addEventListener(
  'input',
  (event) => {
    const onInput = event.target && controls.get(event.target);
    if (!onInput) return;
    event.stopPropagation();
    onInput();
  },
  capture,
);
