import { vi } from 'vitest';

/** Hides or shows the page, as switching tabs does. `vi.restoreAllMocks` undoes it. */
export function hidePage(isHidden: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible');
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
