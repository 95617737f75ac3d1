/**
 * Events that come with every key, or while something scrolls, and that nothing here asks React for. It listens for all
 * it knows, and looks through the tree above the field for each, twice: a letter in a long value brings nine of them.
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

/**
 * Has `target` take no listener for {@link unheard} events from this page's code; gives back what undoes it. Listeners
 * of extensions live in a world of their own.
 */
export function hearLess(target: EventTarget): () => void {
  const listen = target.addEventListener.bind(target);
  Object.defineProperty(target, 'addEventListener', {
    configurable: true,
    value: (type: string, ...rest: [EventListener, AddEventListenerOptions?]) => {
      if (!unheard.has(type)) listen(type, ...rest);
    },
  });
  return () => {
    Reflect.deleteProperty(target, 'addEventListener');
  };
}
