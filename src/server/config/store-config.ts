import type { StoreLocation } from '#src/server/store/open-store.ts';
import { readLimitSetting, type Environment } from './environment.ts';
import { readSecret } from './secrets.ts';

/** The store, and how rollouts use it. */
export interface StoreConfig {
  readonly location: StoreLocation;
  /** How long the bodies of a finished rollout are kept. */
  readonly keepDays: number;
  /** How long after it was sent a request may still take effect, in milliseconds. */
  readonly settleMs: number;
}

const DEFAULT_FILE = '.ief-builder/store.db';
/** The upstream's limit of 60 s, and 60 s more. */
const SETTLE_S = 120;

/**
 * Reads `IEF_STORE` or `IEF_STORE_FILE`, `IEF_KEEP_DAYS` and `ROLLOUT_SETTLE_S`. Adds errors to the list; never throws. An address may
 * contain a password, so `IEF_STORE` is then added to `secretVariables`.
 */
export function readStoreConfig(
  env: Environment,
  errors: string[],
  secretVariables: Set<string>,
): StoreConfig {
  const location = readLocation(readAddress(env, errors), errors);
  if (location.kind === 'postgres') secretVariables.add('IEF_STORE');
  const settleS = readLimitSetting(env, 'ROLLOUT_SETTLE_S', SETTLE_S, errors);
  if (settleS === 0) errors.push('ROLLOUT_SETTLE_S: must be at least 1');
  return {
    location,
    keepDays: readLimitSetting(env, 'IEF_KEEP_DAYS', 30, errors),
    settleMs: settleS * 1000,
  };
}

/** The location, or the content of the file that holds it. */
function readAddress(env: Environment, errors: string[]): string {
  const file = env.IEF_STORE_FILE ?? '';
  const location = env.IEF_STORE ?? '';
  if (file === '') return location;
  if (location !== '') {
    errors.push('IEF_STORE: set either IEF_STORE or IEF_STORE_FILE, not both');
    return 'off';
  }
  const reading = readSecret({ file }, env);
  if (!('error' in reading)) return reading.secret;
  errors.push(`IEF_STORE_FILE: ${reading.error}`);
  return 'off';
}

function readLocation(text: string, errors: string[]): StoreLocation {
  if (text === 'off') return { kind: 'off' };
  if (/^postgres(?:ql)?:\/\//.test(text)) {
    if (URL.canParse(text)) return { kind: 'postgres', url: text };
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) {
    errors.push('IEF_STORE: must be a file, an address such as postgres://user@host/name, or off');
    return { kind: 'off' };
  }
  return { kind: 'file', path: text === '' ? DEFAULT_FILE : text };
}
