/**
 * Events that come with every key, or while something scrolls, and that nothing here asks React for. It listens for all
 * it knows, and looks through the tree above the field for each: a letter in a long value brings nine of them.
 */
export const unheard: ReadonlySet<string> = new Set([
  'keypress',
  'textInput',
  'selectionchange',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'scroll',
  'scrollend',
]);

type Listener = (event: Event) => void;

/**
 * Has `target` take no listener for {@link unheard} events from this page's code, and none on the way down to a field,
 * which `on...Capture` would be told by: React asks for each event both ways. Keys in a text that only mean what is
 * written are kept from it too ({@link isMereText}). Gives back what undoes it. Listeners are functions, and those of
 * keys are not taken away again: React keeps its own for good. Listeners of extensions live in a world of their own.
 */
export function hearLess(target: EventTarget): () => void {
  const listen = target.addEventListener.bind(target);
  Object.defineProperty(target, 'addEventListener', {
    configurable: true,
    value: (type: string, listener: Listener, options?: AddEventListenerOptions | boolean) => {
      if (unheard.has(type) || isOnTheWayDown(options)) return;
      listen(
        type,
        type === 'keydown' || type === 'keyup' ? exceptText(listener) : listener,
        options,
      );
    },
  });
  return () => {
    Reflect.deleteProperty(target, 'addEventListener');
  };
}

function isOnTheWayDown(options: AddEventListenerOptions | boolean | undefined): boolean {
  return typeof options === 'object' ? options.capture === true : options === true;
}

function exceptText(listener: Listener): Listener {
  return (event) => {
    if (!isMereText(event as KeyboardEvent)) listener(event);
  };
}

/** Others, as checkboxes, hear of all their keys: they are pressed when the space bar is let go. */
const textTypes = new Set(['text', 'search', 'password', 'number', 'url', 'email', 'tel']);

function isText(target: EventTarget | null): boolean {
  const { tagName, type = '' } = target as Partial<HTMLInputElement>;
  return tagName === 'TEXTAREA' || (tagName === 'INPUT' && textTypes.has(type));
}

/**
 * Whether a key does no more than write into the text that it is pressed in: a sign without Ctrl, Alt or Meta, or any
 * key that is let go.
 */
export function isMereText({
  type,
  key,
  ctrlKey,
  altKey,
  metaKey,
  target,
}: KeyboardEvent): boolean {
  if (!isText(target)) return false;
  return type === 'keyup' || (key.length === 1 && !ctrlKey && !altKey && !metaKey);
}
