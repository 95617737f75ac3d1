let isPressed = false;
const waiting = new Set<() => void>();

/** How long the click that follows a release is waited for, milliseconds. */
const CLICK_MS = 20;

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (isPressed = true), true);
  for (const end of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(end, release, true);
}

function release(): void {
  isPressed = false;
  setTimeout(() => {
    const runs = [...waiting];
    waiting.clear();
    for (const run of runs) run();
  }, CLICK_MS);
}

/**
 * Runs at once, or, while a pointer is pressed, after its click. Pressing a button takes the focus from a
 * field, whose problem then appears and moves the button from under the pointer: the click would miss.
 */
export function afterPress(run: () => void): void {
  if (isPressed) waiting.add(run);
  else run();
}
