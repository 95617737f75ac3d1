let isPressed = false;
const waiting = new Set<() => void>();

/** A click follows the release of the pointer within this time, milliseconds. */
const CLICK_MS = 20;

/** Events that end a press. A menu or another window may swallow `pointerup`. */
const endEvents = ['pointerup', 'pointercancel', 'contextmenu', 'blur'] as const;

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', ({ button }) => (isPressed = button === 0), true);
  for (const end of endEvents) window.addEventListener(end, release, true);
}

function release({ type, target }: Event): void {
  // The blur of a field arrives here, too, and does not end the press.
  if (type === 'blur' && target !== window) return;
  isPressed = false;
  setTimeout(() => {
    const runs = [...waiting];
    waiting.clear();
    for (const run of runs) run();
  }, CLICK_MS);
}

/**
 * Runs `run` now, or after the click if the main button or a finger is pressed. Pressing a button blurs a field, which
 * then shows its problem; before the release that would move the button away from the pointer. The height of the
 * problem is not known, so space for it cannot be reserved.
 */
export function whenPointerIsUp(run: () => void): void {
  if (isPressed) waiting.add(run);
  else run();
}
