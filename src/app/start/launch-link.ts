// No imports: this is the first code of the page to run, so that the secret leaves the address before anything
// else can read or repeat it.

const MARK = '#k=';

/** Takes a launch secret out of the address and out of the history entry, and gives it; undefined if there is none. */
export function takeLaunchSecret(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(MARK)) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(MARK.length);
}

/** The secret this page was opened with, until it is asked for. */
let opened = takeLaunchSecret();

/** Gives the secret this page was opened with, once. */
export function openedWith(): string | undefined {
  const secret = opened;
  opened = undefined;
  return secret;
}
