// No imports: this code runs first, so that the secret leaves the address before any other code can read it.

const MARK = '#k=';

/** Removes a launch secret from the address and the history entry, and returns it; undefined if there is none. */
export function takeLaunchSecret(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(MARK)) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(MARK.length);
}

let initialSecret = takeLaunchSecret();

/** Returns the secret that this page was opened with, once. */
export function takeInitialSecret(): string | undefined {
  const secret = initialSecret;
  initialSecret = undefined;
  return secret;
}
