import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './environment.ts';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-auth-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CANARY = 'canary-secret-text';
const target = {
  id: 'prod',
  label: 'Production',
  preset: 'cn-north-4',
};

function write(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function read(auth: unknown, env: Record<string, string> = {}, more: object = {}) {
  const file = write('targets.json', JSON.stringify({ targets: [{ ...target, ...more, auth }] }));
  const secretVariables = new Set<string>();
  const { targets } = readConfig({ IEF_TARGETS: file, ...env }, secretVariables);
  return { auth: targets[0]?.auth, secretVariables: [...secretVariables] };
}

function errorsOf(auth: unknown, env: Record<string, string> = {}, more: object = {}) {
  try {
    read(auth, env, more);
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
  return [];
}

describe('a password', () => {
  const user = { kind: 'password', domain: 'D', user: 'U' };

  it('is read from a variable, and reports its name for removal', () => {
    const { auth, secretVariables } = read({ ...user, passwordEnv: 'PW' }, { PW: CANARY });
    expect(auth).toEqual({
      kind: 'password',
      iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
      user: { domain: 'D', name: 'U', password: CANARY },
    });
    expect(secretVariables).toEqual(['PW']);
  });

  it('is read from a file only its owner can read, without the trailing line break', () => {
    const passwordFile = write('password', `${CANARY}\n`);
    expect(read({ ...user, passwordFile }).auth).toMatchObject({ user: { password: CANARY } });
  });

  it('is read from a file that an editor on Windows saved, like the targets file', () => {
    const passwordFile = write('password', `\uFEFF${CANARY}\r\n`);
    const content = { targets: [{ ...target, auth: { ...user, passwordFile } }] };
    const IEF_TARGETS = write('marked.json', `\uFEFF${JSON.stringify(content)}`);
    expect(readConfig({ IEF_TARGETS }).targets[0]?.auth).toMatchObject({
      user: { password: CANARY },
    });
  });

  it('is read through a link, as Kubernetes mounts it', () => {
    write('behind', CANARY, 0o400);
    const passwordFile = join(folder, 'link');
    symlinkSync('behind', passwordFile);
    expect(read({ ...user, passwordFile }).auth).toMatchObject({ user: { password: CANARY } });
  });

  it.each([0o644, 0o640, 0o602, 0o610])('is not read from a file of mode %o', (mode) => {
    const errors = errorsOf({ ...user, passwordFile: write(`open-${mode}`, CANARY, mode) });
    expect(errors).toEqual([
      expect.stringContaining('targets[0].auth.passwordFile: other users can read the file'),
    ]);
    expect(errors.join()).not.toContain(CANARY);
  });

  it.skipIf(process.platform === 'win32')('does not block on a pipe', () => {
    const passwordFile = join(folder, 'pipe');
    execFileSync('mkfifo', ['-m', '600', passwordFile]);
    expect(errorsOf({ ...user, passwordFile })).toEqual([
      expect.stringContaining('auth.passwordFile: must be a regular file of at most 200 kB'),
    ]);
  });

  it('reads user and domain from variables, and an IAM endpoint', () => {
    const { auth } = read(
      {
        kind: 'password',
        domainEnv: 'DOM',
        userEnv: 'USR',
        passwordEnv: 'PW',
        iamEndpoint: 'http://127.0.0.1:8090',
      },
      { DOM: 'd', USR: 'u', PW: CANARY },
    );
    expect(auth).toMatchObject({
      iamEndpoint: 'http://127.0.0.1:8090',
      user: { domain: 'd', name: 'u' },
    });
  });
});

describe('an access key', () => {
  it('has a secret key, and a security token if it is temporary', () => {
    const env = { A: 'AK', S: CANARY, T: 'tmp' };
    const keys = { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' };
    expect(read(keys, env).auth).toEqual({
      kind: 'aksk',
      key: { access: 'AK', secret: CANARY, securityToken: undefined },
    });
    const temporary = read({ ...keys, securityTokenEnv: 'T' }, env);
    expect(temporary.auth).toMatchObject({ key: { securityToken: 'tmp' } });
    expect(temporary.secretVariables.sort()).toEqual(['A', 'S', 'T']);
  });
});

describe('all errors are reported at once, without the secret', () => {
  it.each<[auth: unknown, env: Record<string, string>, words: string[]]>([
    [{ kind: 'password' }, {}, ['needs domain', 'needs user', 'needs passwordEnv or passwordFile']],
    [
      { kind: 'password', user: 5, password: CANARY, iamEndpoint: 'http://iam.test' },
      {},
      [
        'auth.password: secrets do not belong in this file; use passwordEnv or passwordFile',
        'auth.user: must be a non-empty string',
        'auth: needs domain or domainEnv',
        'auth.iamEndpoint: may use http: only with a loopback address',
      ],
    ],
    [
      { kind: 'aksk', accessKey: CANARY, secretKey: CANARY },
      {},
      ['auth.accessKey: secrets', 'auth.secretKey: secrets'],
    ],
    [{ kind: 'token', token: CANARY }, {}, ['auth.token: secrets']],
    [
      { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S', securityTokenEnv: 'T' },
      { A: 'AK' },
      ['secretKeyEnv: the environment variable S', 'securityTokenEnv: the environment variable T'],
    ],
    [
      { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S', securityTokenEnv: 'T' },
      { A: `${CANARY}\u200B`, S: `${CANARY} `, T: `密${CANARY}` },
      ['accessKeyEnv', 'secretKeyEnv', 'securityTokenEnv'].map(
        (key) => `auth.${key}: must have only ASCII characters, without spaces`,
      ),
    ],
    [
      { kind: 'aksk', accessKeyEnv: 'A', accessKeyFile: 'x', secretKeyFile: '/nowhere/sk' },
      { A: 'AK' },
      [
        'set either accessKeyEnv or accessKeyFile, not both',
        'secretKeyFile: the file cannot be read',
      ],
    ],
    [
      { kind: 'password', domain: 'D', domainEnv: 'X', user: 'U', passwordEnv: 'P' },
      { P: `two\n${CANARY}`, X: 'D' },
      ['set either domain or domainEnv, not both', 'passwordEnv: must be a single line'],
    ],
    [
      {
        kind: 'password',
        domain: 'D',
        user: 'U',
        passwordEnv: 'P',
        iamEndpoint: 'http://iam.test',
      },
      { P: CANARY },
      ['auth.iamEndpoint: may use http: only with a loopback address'],
    ],
    [
      { kind: 'password', domain: 'D', user: 'U', passwordEnv: 'P', extra: 1 },
      {},
      ['auth.extra: is unknown for kind "password"', 'passwordEnv: the environment variable P'],
    ],
    ['password', {}, ['auth: needs "kind"']],
  ])('%j', (auth, env, words) => {
    const errors = errorsOf(auth, env, { region: 'cn-north-4' }).join('\n');
    for (const word of [...words, 'region: must not be set']) expect(errors).toContain(word);
    expect(errors).not.toContain(CANARY);
  });
});
