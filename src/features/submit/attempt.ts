/** Makes the key of one attempt: 128 random bits as hex. crypto.randomUUID is absent on pages without TLS. */
function newAttemptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One intended create: the exact text to send and the key the server knows it by. */
export interface Attempt {
  readonly key: string;
  readonly body: string;
}

/**
 * The attempt for a text: the one before if its outcome is open and the text is the same, so that the
 * server answers from memory instead of creating twice; else a new one.
 */
export function attemptFor(body: string, open: Attempt | undefined): Attempt {
  return open?.body === body ? open : { key: newAttemptKey(), body };
}
