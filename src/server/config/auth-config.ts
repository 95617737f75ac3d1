import { z } from 'zod';
import type { AccessKey } from '#src/server/auth/key-authorizer.ts';
import type { Environment } from './address.ts';
import { readSecret, type SecretSource } from './secrets.ts';

const filled = z.string().min(1, 'must not be empty');

/** Each part that is a secret, or goes with one, comes by the name of a variable or of a file: never itself. */
const inPlace: Readonly<Record<string, string>> = {
  password: 'passwordEnv or passwordFile',
  accessKey: 'accessKeyEnv or accessKeyFile',
  secretKey: 'secretKeyEnv or secretKeyFile',
  securityToken: 'securityTokenEnv or securityTokenFile',
  token: 'the page, where each person gives one',
};

const kinds = {
  token: z.strictObject({ kind: z.literal('token') }),
  password: z.strictObject({
    kind: z.literal('password'),
    domain: filled.optional(),
    domainEnv: filled.optional(),
    user: filled.optional(),
    userEnv: filled.optional(),
    passwordEnv: filled.optional(),
    passwordFile: filled.optional(),
    iamEndpoint: z.string().optional(),
  }),
  aksk: z.strictObject({
    kind: z.literal('aksk'),
    accessKeyEnv: filled.optional(),
    accessKeyFile: filled.optional(),
    secretKeyEnv: filled.optional(),
    secretKeyFile: filled.optional(),
    securityTokenEnv: filled.optional(),
    securityTokenFile: filled.optional(),
  }),
} as const;

type Parts = Readonly<Record<string, string | undefined>>;

/** How a target is opened, with its secrets already read. */
export type AuthConfig =
  | { readonly kind: 'token' }
  | {
      readonly kind: 'password';
      readonly iamEndpoint: string | undefined;
      readonly user: { readonly domain: string; readonly name: string; readonly password: string };
    }
  | { readonly kind: 'aksk'; readonly key: AccessKey };

/**
 * Reads the `auth` part of a target. Every mistake is told, with its place below `auth`; the result is then undefined.
 * The names of variables that held a secret are added to `used`, for removing them from the environment.
 */
export function readAuth(
  json: unknown,
  env: Environment,
  tell: (place: string, mistake: string) => void,
  used: Set<string>,
): AuthConfig | undefined {
  const shape = z.looseObject({ kind: z.enum(['token', 'password', 'aksk']) }).safeParse(json);
  if (!shape.success) {
    tell('auth', 'needs "kind": "token", "password" or "aksk"');
    return undefined;
  }
  let isGood = true;
  const complain = (place: string, mistake: string) => {
    isGood = false;
    tell(place, mistake);
  };
  const exact = kinds[shape.data.kind].safeParse(json);
  for (const issue of exact.error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') {
      complain(['auth', ...issue.path].join('.'), issue.message);
      continue;
    }
    for (const key of issue.keys) {
      const home = inPlace[key];
      complain(
        `auth.${key}`,
        home === undefined
          ? `is not known for kind "${shape.data.kind}"`
          : `a secret does not belong in this file; use ${home}`,
      );
    }
  }
  if (!exact.success) return undefined;
  const parts: Parts = exact.data;

  /** The one of a pair that is given: `passwordEnv` or `passwordFile`. */
  const read = (name: string, isNeeded = true): string => {
    const [byEnv, byFile] = [parts[`${name}Env`], parts[`${name}File`]];
    if (byEnv !== undefined && byFile !== undefined) {
      complain(`auth.${name}Env`, `leave out one of ${name}Env and ${name}File`);
      return '';
    }
    const source: SecretSource | undefined =
      byEnv === undefined ? (byFile === undefined ? undefined : { file: byFile }) : { env: byEnv };
    if (source === undefined) {
      if (isNeeded) complain('auth', `needs ${name}Env or ${name}File`);
      return '';
    }
    if ('env' in source) used.add(source.env);
    const reading = readSecret(source, env);
    if ('secret' in reading) return reading.secret;
    complain(`auth.${name}${'env' in source ? 'Env' : 'File'}`, reading.mistake);
    return '';
  };
  /** What is no secret may stand in the file itself, or in a variable. */
  const readPlain = (name: string): string => {
    const [plain, byEnv] = [parts[name], parts[`${name}Env`]];
    if (plain !== undefined && byEnv === undefined) return plain;
    const value = byEnv === undefined ? '' : (env[byEnv] ?? '');
    if (plain !== undefined) complain(`auth.${name}`, `leave out one of ${name} and ${name}Env`);
    else if (byEnv === undefined) complain('auth', `needs ${name} or ${name}Env`);
    else if (value === '') {
      complain(`auth.${name}Env`, `the environment variable ${byEnv} is not set`);
    }
    return value;
  };

  if (shape.data.kind === 'token') return { kind: 'token' };
  if (shape.data.kind === 'password') {
    const user = {
      domain: readPlain('domain'),
      name: readPlain('user'),
      password: read('password'),
    };
    return isGood ? { kind: 'password', iamEndpoint: parts.iamEndpoint, user } : undefined;
  }
  const key = {
    access: read('accessKey'),
    secret: read('secretKey'),
    securityToken: read('securityToken', false) || undefined,
  };
  return isGood ? { kind: 'aksk', key } : undefined;
}
