import type { Environment } from './environment.ts';
import { readSecret } from './secrets.ts';

export interface AccessConfig {
  /** The access secret users enter; undefined if none is set. */
  readonly secret: string | undefined;
  /** The key that encrypts sessions. If undefined, each process creates its own. */
  readonly sessionKey: string | undefined;
}

const MIN_SECRET_LENGTH = 16;
const MIN_KEY_LENGTH = 32;

/**
 * Reads `ACCESS_SECRET` and `SESSION_KEY`, each from the variable or from the file named by `..._FILE`. Adds errors
 * to the list, without any part of a secret, and the names of variables that held a secret to `secretVariables`.
 * Never throws.
 */
export function readAccessConfig(
  env: Environment,
  errors: string[],
  secretVariables: Set<string>,
): AccessConfig {
  const read = (name: string, shortest: number): string | undefined => {
    const file = env[`${name}_FILE`] ?? '';
    const isSet = (env[name] ?? '') !== '';
    if (!isSet && file === '') return undefined;
    if (isSet && file !== '') {
      errors.push(`${name}: set either ${name} or ${name}_FILE, not both`);
      return undefined;
    }
    if (isSet) secretVariables.add(name);
    const reading = readSecret(isSet ? { env: name } : { file }, env);
    if ('error' in reading) {
      errors.push(`${isSet ? name : `${name}_FILE`}: ${reading.error}`);
      return undefined;
    }
    if (reading.secret.length < shortest) {
      errors.push(`${name}: must have at least ${shortest} characters`);
    }
    return reading.secret;
  };
  const secret = read('ACCESS_SECRET', MIN_SECRET_LENGTH);
  // The page and HTTP headers drop such spaces, so the secret could never be entered.
  if (secret !== undefined && secret !== secret.trim())
    errors.push('ACCESS_SECRET: must not begin or end with a space');
  return {
    secret,
    sessionKey: read('SESSION_KEY', MIN_KEY_LENGTH),
  };
}
