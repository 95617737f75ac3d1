let isPressed = false;
const waiting = new Set<() => void>();

/** How long the click that follows a release is waited for, milliseconds. */
const CLICK_MS = 20;

/** What ends a press. A menu or another window can swallow the release itself. */
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'blur'] as const;

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', ({ button }) => (isPressed = button === 0), true);
  for (const end of ends) window.addEventListener(end, release, true);
}

function release({ type, target }: Event): void {
  // A field that loses the focus is told of in passing here; the press goes on.
  if (type === 'blur' && target !== window) return;
  isPressed = false;
  setTimeout(() => {
    const runs = [...waiting];
    waiting.clear();
    for (const run of runs) run();
  }, CLICK_MS);
}

/**
 * Runs at once, or, while the main button or a finger is pressed, after its click. What appears between press and
 * release (the problem of a field that lost the focus, an answer of the server) moves the button from under the
 * pointer: the click would miss.
 */
export function afterPress(run: () => void): void {
  if (isPressed) waiting.add(run);
  else run();
}
