let isPressed = false;
const waiting = new Set<() => void>();

/** The click follows its release within this time, milliseconds. */
const CLICK_MS = 20;

/** What ends a press. A menu or another window can swallow the release itself. */
const ends = ['pointerup', 'pointercancel', 'contextmenu', 'blur'] as const;

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', ({ button }) => (isPressed = button === 0), true);
  for (const end of ends) window.addEventListener(end, release, true);
}

function release({ type, target }: Event): void {
  // The blur of a field also arrives here; it does not end the press.
  if (type === 'blur' && target !== window) return;
  isPressed = false;
  setTimeout(() => {
    const runs = [...waiting];
    waiting.clear();
    for (const run of runs) run();
  }, CLICK_MS);
}

/**
 * Runs at once, or, while the main button or a finger is pressed, after its click. A press takes the focus from a field,
 * whose problem then appears; shown before the release it would move the button away from the pointer. Its height is
 * not known beforehand, so its space cannot be reserved.
 */
export function whenPointerIsUp(run: () => void): void {
  if (isPressed) waiting.add(run);
  else run();
}
