import { useEffect, useEffectEvent } from 'react';

interface PageKeys {
  readonly onPalette: () => void;
  readonly onShortcuts: () => void;
  readonly onCreate: () => void;
}

/** Ctrl+K (Cmd+K), `?` outside a field, and Ctrl+Enter (Cmd+Enter), while no dialog is open. */
export function usePageKeys({ onPalette, onShortcuts, onCreate }: PageKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.repeat || event.isComposing) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey;
    // First, because searching the page on each key makes typing slower.
    if (!isCommand && event.key !== '?') return;
    if (document.querySelector('[role=dialog]') !== null) return;
    if (isCommand && event.key.toLowerCase() === 'k') onPalette();
    else if (isCommand && event.key === 'Enter') onCreate();
    else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isInField(event.target))
      onShortcuts();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
