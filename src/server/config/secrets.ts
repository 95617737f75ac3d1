import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { withoutMark, type Environment } from './environment.ts';

/** An environment variable, or a file that only its owner can read. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** A secret, or an error worded as the end of a sentence. */
export type SecretResult = { readonly secret: string } | { readonly error: string };

/** One line, an access key or a part of it, or a key in PEM format. */
export type SecretForm = 'line' | 'accessKey' | 'pem';

/**
 * Reads a secret without its trailing line break and without a byte order mark. Links are followed; the file they lead
 * to must belong to this user or root, and other users must not be able to read it. Errors never contain part of the
 * secret.
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
  // Headers cannot contain anything else. A request that has it would fail as if it had been sent.
  if (form === 'accessKey' && !/^[\x21-\x7e]+$/.test(secret))
    return { error: 'must have only ASCII characters, without spaces' };
  // Headers and signatures cannot contain control characters.
  return form === 'line' && /\p{Cc}/u.test(secret)
    ? { error: 'must be a single line without control characters' }
    : { secret };
}

function readSecretFile(path: string): string | { error: string } {
  let opened: number;
  try {
    // Non-blocking: a pipe without a writer would block startup forever.
    opened = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return { error: 'the file cannot be read' };
  }
  try {
    const { mode, uid, size } = fstatSync(opened);
    const own = process.getuid?.();
    if ((mode & 0o170000) !== 0o100000 || size > 200_000)
      return { error: 'must be a regular file of at most 200 kB' };
    if (own !== undefined && uid !== own && uid !== 0) {
      return { error: 'the file must belong to the user of this server or to root' };
    }
    // Kubernetes mounts a secret for a non-root process as a file that belongs to root and is readable by a group.
    const others = uid === own ? 0o077 : 0o037;
    if (own !== undefined && (mode & others) !== 0) {
      return { error: 'other users can read the file; run chmod 600 on it' };
    }
    return withoutMark(readFileSync(opened, 'utf8'));
  } finally {
    closeSync(opened);
  }
}
