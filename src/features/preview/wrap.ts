import { ownName } from '#src/client/base-path.ts';

const STORED_AS = ownName('ief-builder.wrap');

/** Whether long lines wrap. They do not at first, because typing costs more while they do. */
export function readWrap(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'on';
  } catch {
    return false;
  }
}

export function storeWrap(wraps: boolean): void {
  try {
    localStorage.setItem(STORED_AS, wraps ? 'on' : 'off');
  } catch {
    // The browser refuses storage: the choice lasts until the page is closed.
  }
}
