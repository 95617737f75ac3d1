import { vi } from 'vitest';

/** Hides or shows the page, as another tab in front of it would. `vi.restoreAllMocks` undoes it. */
export function hidePage(isHidden: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible');
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
