import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Environment } from './environment.ts';

/** Where a secret is kept: in an environment variable, or in a file that only its owner can read. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** A secret, or what is wrong with its source, worded as the end of a sentence. Never both. */
export type SecretResult = { readonly secret: string } | { readonly error: string };

/** A word of one line, or a key in PEM, which has many. */
type SecretForm = 'line' | 'pem';

/**
 * Reads a secret; a line break at its end is dropped. A link is followed, and the file behind it is judged: it has to
 * be owned by this user or root, and unreadable for everyone else. No error contains part of the secret.
 */
export function readSecret(
  source: SecretSource,
  env: Environment,
  form: SecretForm = 'line',
): SecretResult {
  const text = 'env' in source ? (env[source.env] ?? '') : readSecretFile(source.file);
  if (typeof text !== 'string') return text;
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') {
    return 'env' in source
      ? { error: `the environment variable ${source.env} is not set` }
      : { error: 'the file is empty' };
  }
  // Headers and signatures cannot contain control characters.
  return form === 'line' && /\p{Cc}/u.test(secret)
    ? { error: 'must be one line without control characters' }
    : { secret };
}

function readSecretFile(path: string): string | { error: string } {
  let opened: number;
  try {
    // Non-blocking: a pipe without a writer would block the start forever.
    opened = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return { error: 'the file cannot be read' };
  }
  try {
    const { mode, uid, size } = fstatSync(opened);
    const own = process.getuid?.();
    if ((mode & 0o170000) !== 0o100000 || size > 200_000)
      return { error: 'is no file of a secret' };
    if (own !== undefined && uid !== own && uid !== 0) {
      return { error: 'the file must belong to the user of this server, or to root' };
    }
    // A file of root that a group may read is how Kubernetes hands a secret to a process that is not root.
    const others = uid === own ? 0o077 : 0o037;
    if (own !== undefined && (mode & others) !== 0) {
      return { error: 'the file can be read by others; run chmod 600 on it' };
    }
    return readFileSync(opened, 'utf8');
  } finally {
    closeSync(opened);
  }
}
