import type { Environment } from './environment.ts';
import { readSecret } from './secrets.ts';

/** The secrets people and replicas share. */
export interface AccessConfig {
  /** The word that lets people in; undefined if none is set. */
  readonly secret: string | undefined;
  /** What sessions are sealed with; undefined if none is set, and each process then makes its own. */
  readonly sessionKey: string | undefined;
}

const SHORTEST_SECRET = 16;
const SHORTEST_KEY = 32;

/**
 * Reads `ACCESS_SECRET` and `SESSION_KEY`, each from the variable or from the file `..._FILE` names. Mistakes are added
 * to the list, without a part of the secret; the names of variables that held one are added to `used`. Never throws.
 */
export function readAccessConfig(
  env: Environment,
  mistakes: string[],
  used: Set<string>,
): AccessConfig {
  const read = (name: string, shortest: number): string | undefined => {
    const file = env[`${name}_FILE`] ?? '';
    const isSet = (env[name] ?? '') !== '';
    if (!isSet && file === '') return undefined;
    if (isSet && file !== '') {
      mistakes.push(`${name}: leave out one of ${name} and ${name}_FILE`);
      return undefined;
    }
    if (isSet) used.add(name);
    const reading = readSecret(isSet ? { env: name } : { file }, env);
    if ('mistake' in reading) {
      mistakes.push(`${isSet ? name : `${name}_FILE`}: ${reading.mistake}`);
      return undefined;
    }
    if (reading.secret.length < shortest) {
      mistakes.push(`${name}: must have at least ${shortest} characters`);
    }
    return reading.secret;
  };
  return {
    secret: read('ACCESS_SECRET', SHORTEST_SECRET),
    sessionKey: read('SESSION_KEY', SHORTEST_KEY),
  };
}
