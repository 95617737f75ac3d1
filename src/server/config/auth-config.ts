import { asObject, type JsonObject } from '#src/json/value.ts';
import type { AccessKey } from '#src/server/auth/key-authorizer.ts';
import type { Environment } from './environment.ts';
import { readSecret, type SecretForm, type SecretSource } from './secrets.ts';

/** The file never contains secrets, or values that belong to one: it names the variable or file that does. */
const secretAlternatives: Readonly<Record<string, string>> = {
  password: 'passwordEnv or passwordFile',
  accessKey: 'accessKeyEnv or accessKeyFile',
  secretKey: 'secretKeyEnv or secretKeyFile',
  securityToken: 'securityTokenEnv or securityTokenFile',
  token: 'the page, where each user enters one',
};

const keysOfKind = {
  token: [],
  password: [
    'domain',
    'domainEnv',
    'user',
    'userEnv',
    'passwordEnv',
    'passwordFile',
    'iamEndpoint',
  ],
  aksk: [
    'accessKeyEnv',
    'accessKeyFile',
    'secretKeyEnv',
    'secretKeyFile',
    'securityTokenEnv',
    'securityTokenFile',
  ],
} as const satisfies Record<string, readonly string[]>;

/** How the server signs in to a target, with its secrets already read. */
export type AuthConfig =
  | { readonly kind: 'token' }
  | {
      readonly kind: 'password';
      readonly iamEndpoint: string | undefined;
      readonly user: { readonly domain: string; readonly name: string; readonly password: string };
    }
  | { readonly kind: 'aksk'; readonly key: AccessKey };

/**
 * Reads the `auth` part of a target. Reports every error with its path below `auth` and then returns undefined. Adds
 * the names of variables that held a secret to `secretVariables`, so that they can be removed from the environment.
 */
export function readAuth(
  json: unknown,
  env: Environment,
  report: (place: string, error: string) => void,
  secretVariables: Set<string>,
): AuthConfig | undefined {
  const { kind, ...parts } = asObject(json);
  if (kind !== 'token' && kind !== 'password' && kind !== 'aksk') {
    report('auth', 'needs "kind": "token", "password" or "aksk"');
    return undefined;
  }
  let isValid = true;
  const reject = (place: string, error: string) => {
    isValid = false;
    report(place, error);
  };
  rejectUnknownKeys(kind, parts, reject);
  const source = { parts, env, reject, secretVariables };
  if (kind === 'token') return isValid ? { kind } : undefined;
  if (kind === 'password') {
    const user = {
      domain: readPlain('domain', source),
      name: readPlain('user', source),
      password: readPair('password', source, 'line'),
    };
    const iamEndpoint = typeof parts.iamEndpoint === 'string' ? parts.iamEndpoint : undefined;
    return isValid ? { kind, iamEndpoint, user } : undefined;
  }
  const key = {
    access: readPair('accessKey', source, 'accessKey'),
    secret: readPair('secretKey', source, 'accessKey'),
    securityToken: readPair('securityToken', source, 'accessKey', false) || undefined,
  };
  return isValid ? { kind, key } : undefined;
}

type Reject = (place: string, error: string) => void;

function rejectUnknownKeys(kind: keyof typeof keysOfKind, parts: JsonObject, reject: Reject): void {
  const known: readonly string[] = keysOfKind[kind];
  for (const [key, part] of Object.entries(parts)) {
    const home = Object.hasOwn(secretAlternatives, key) ? secretAlternatives[key] : undefined;
    if (home !== undefined) {
      reject(`auth.${key}`, `secrets do not belong in this file; use ${home}`);
    } else if (!known.includes(key)) {
      reject(`auth.${key}`, `is unknown for kind "${kind}"`);
    } else if (typeof part !== 'string' || part === '') {
      reject(`auth.${key}`, 'must be a non-empty string');
    }
  }
}

interface Source {
  readonly parts: JsonObject;
  readonly env: Environment;
  readonly reject: Reject;
  readonly secretVariables: Set<string>;
}

/** Reads a secret from `passwordEnv` or `passwordFile`, whichever is set. */
function readPair(
  name: string,
  { parts, env, reject, secretVariables }: Source,
  form: SecretForm,
  isNeeded = true,
): string {
  const [byEnv, byFile] = [`${name}Env`, `${name}File`] as const;
  if (byEnv in parts && byFile in parts) {
    reject(`auth.${byEnv}`, `set either ${byEnv} or ${byFile}, not both`);
    return '';
  }
  if (!(byEnv in parts) && !(byFile in parts)) {
    // A secret in the file itself was reported above.
    if (isNeeded && !(name in parts)) reject('auth', `needs ${byEnv} or ${byFile}`);
    return '';
  }
  const key = byEnv in parts ? byEnv : byFile;
  const named = parts[key];
  if (typeof named !== 'string' || named === '') return '';
  const source: SecretSource = key === byEnv ? { env: named } : { file: named };
  if (key === byEnv) secretVariables.add(named);
  const reading = readSecret(source, env, form);
  if ('secret' in reading) return reading.secret;
  reject(`auth.${key}`, reading.error);
  return '';
}

/** Values that are not secret may be in the file itself or in a variable. */
function readPlain(name: string, { parts, env, reject }: Source): string {
  const byEnv = `${name}Env`;
  if (name in parts && byEnv in parts) {
    reject(`auth.${name}`, `set either ${name} or ${byEnv}, not both`);
    return '';
  }
  if (!(name in parts) && !(byEnv in parts)) {
    reject('auth', `needs ${name} or ${byEnv}`);
    return '';
  }
  const part = parts[name in parts ? name : byEnv];
  if (typeof part !== 'string' || part === '' || name in parts) {
    return typeof part === 'string' ? part : '';
  }
  const value = env[part] ?? '';
  if (value === '') reject(`auth.${byEnv}`, `the environment variable ${part} is not set`);
  return value;
}
