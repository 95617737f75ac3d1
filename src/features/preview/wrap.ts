import { ownName } from '#src/client/base-path.ts';

const STORED_AS = ownName('ief-builder.wrap');

/** Whether long lines wrap. They do at first. */
export function readWrap(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== 'off';
  } catch {
    return true;
  }
}

export function storeWrap(wraps: boolean): void {
  try {
    localStorage.setItem(STORED_AS, wraps ? 'on' : 'off');
  } catch {
    // The browser refuses storage: the choice lasts until the page is closed.
  }
}
