import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anyJson } from '#src/document/documents.testing.ts';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { findSecrets, isSecretName, replaceSecrets } from './find-secrets.ts';

const found = (document: Json) =>
  findSecrets(document).map(({ path, prefix, value }) => `${formatPath(path)} ${prefix}|${value}`);

describe('a name of a secret', () => {
  test.each([
    'PASSWORD',
    'DB_PASSWORD',
    'dbPassword',
    'MYSQL_ROOT_PASSWD',
    'API_KEY',
    'apiKey',
    'AWS_SECRET_ACCESS_KEY',
    'GITHUB_TOKEN',
    'AUTH',
    '--auth-token',
    'REDIS_PASS',
    'PASSWORD_2',
    'SENTRY_DSN',
    'ConnectionString',
  ])('%s', (name) => expect(isSecretName(name)).toBe(true));

  test.each([
    'PATH',
    'LOG_LEVEL',
    'TOKENIZER',
    'PASSENGER_MODE',
    'PASSWORD_FILE',
    'TOKEN_TTL',
    'TOKEN_EXPIRES_IN',
    'AUTH_TYPE',
    'AUTHOR',
    'KEYBOARD',
    'name',
    '',
  ])('is not %j', (name) => expect(isSecretName(name)).toBe(false));
});

test('secrets are found in variables, options, unknown keys, and by their form', () => {
  const jwt = `eyJhbGciOiJI.eyJzdWIiOiIx${'0'.repeat(4)}.c2ln`;
  expect(
    found({
      envs: [
        { name: 'DB_PASSWORD', value: 'hunter2' },
        { name: 'PLAIN', value: 'x' },
        { name: 'EMPTY_PASSWORD', value: '' },
        { name: 'AUTH', value: 'true' },
        { name: 'DATABASE_URL', value: 'postgres://me:pw@db/x' },
        { name: 'PEM', value: '-----BEGIN RSA PRIVATE KEY-----\nabc' },
      ],
      args: ['--password=p w', '--token', 't', '--verbose', 'x', jwt, 'API_KEY=k'],
      x: { deep: { password: 'q', pin: 1 } },
      secrets: [{ token: 5 }],
      value_from: { secret: { name: 'my-secret', key: 'token' } },
    }),
  ).toEqual([
    'envs[0].value |hunter2',
    'envs[4].value |postgres://me:pw@db/x',
    'envs[5].value |-----BEGIN RSA PRIVATE KEY-----\nabc',
    'args[0] --password=|p w',
    'args[2] |t',
    `args[5] |${jwt}`,
    'args[6] API_KEY=|k',
    'x.deep.password |q',
    'secrets[0].token |5',
  ]);
});

test('a line with a secret option is found as a whole', () => {
  expect(
    found({
      command: ['sh', '-c', 'mysqladmin --password=hunter2 ping', 'curl -sk https://a/health'],
      exec: { command: 'redis-cli --pass hunter2 ping' },
      script: 'export PGPASSWORD=x; export DB_PASSWORD=hunter2; ./run',
      plain: 'run --password-file /x --token $TOKEN --auth=$(cat /t) secret --tokens',
    }),
  ).toEqual([
    'command[2] |mysqladmin --password=hunter2 ping',
    'exec.command |redis-cli --pass hunter2 ping',
    'script |export PGPASSWORD=x; export DB_PASSWORD=hunter2; ./run',
  ]);
});

test('an address with a password is found anywhere in a text', () => {
  expect(
    found({
      args: ['--db=postgres://me:pw@db/x', 'http://db:8080/a@b', 'me@db:/x', 'see http://a.b:80 @'],
      command: ['sh', '-c', 'sync "amqp://:pw@mq" && mail a:b@c'],
      probe: { exec: { command: 'redis-cli -u redis://u:p@127.0.0.1 ping' } },
      envs: [{ name: 'URLS', value: 'a,mongodb+srv://u:p@one' }],
    }),
  ).toEqual([
    'args[0] |--db=postgres://me:pw@db/x',
    'command[2] |sync "amqp://:pw@mq" && mail a:b@c',
    'probe.exec.command |redis-cli -u redis://u:p@127.0.0.1 ping',
    'envs[0].value |a,mongodb+srv://u:p@one',
  ]);
});

test('replacing keeps everything else, its order included', () => {
  fc.assert(
    fc.property(anyJson, (document) => {
      const secrets = findSecrets(document);
      const replaced = replaceSecrets(document, secrets, ({ prefix, value }) => prefix + value);
      const numbers = secrets.some(({ path }) => path.length >= 0 && !hasText(document, path));
      if (!numbers) expect(JSON.stringify(replaced)).toBe(JSON.stringify(document));
      const removed = replaceSecrets(document, secrets, ({ prefix }) => prefix);
      expect(findSecrets(removed)).toEqual([]);
    }),
  );
});

function hasText(document: Json, path: readonly (string | number)[]): boolean {
  let value: unknown = document;
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return typeof value === 'string';
}
