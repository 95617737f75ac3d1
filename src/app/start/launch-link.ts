// No imports: this code runs first and removes the secret from the address before other code can read it.

const MARK = '#k=';

/** Removes a launch secret from the address and from the history, and returns it; undefined if there is none. */
export function takeLaunchSecret(): string | undefined {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(MARK)) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(MARK.length);
}

let initialSecret = takeLaunchSecret();

/** Returns the secret that opened this page, on the first call only. */
export function takeInitialSecret(): string | undefined {
  const secret = initialSecret;
  initialSecret = undefined;
  return secret;
}
