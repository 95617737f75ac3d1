import { ownName } from '#src/client/base-path.ts';

/** MUI stores the color scheme that the user chose under this key. */
export const MODE_KEY = ownName('mui-mode');

/** The scheme that the user chose; undefined if the page follows the system. */
export function chosenScheme(): 'light' | 'dark' | undefined {
  try {
    const mode = localStorage.getItem(MODE_KEY);
    return mode === 'light' || mode === 'dark' ? mode : undefined;
  } catch {
    // The browser refuses storage: follow the system.
    return undefined;
  }
}
