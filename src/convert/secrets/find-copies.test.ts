import { expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { findSecretCopies } from './find-copies.ts';
import { findSecrets, replaceSecrets } from './find-secrets.ts';

const body: Json = {
  description: 'the password is hunter2hunter2',
  envs: [
    { name: 'DB_PASSWORD', value: 'hunter2hunter2' },
    { name: 'PIN_TOKEN', value: '1234' },
    { name: 'PLAIN', value: '1234 and more' },
  ],
  args: ['mysql -phunter2hunter2 --verbose', 'hunter2'],
};

test('texts that contain the value of a secret are found, unless the value is short', () => {
  const copies = findSecretCopies(body, findSecrets(body));
  expect(copies.map(({ path, name }) => `${formatPath(path)} ${name}`)).toEqual([
    'description DB_PASSWORD',
    'args[0] DB_PASSWORD',
  ]);
});

test('nothing contains the secret once both are removed', () => {
  const secrets = findSecrets(body);
  const all = [...secrets, ...findSecretCopies(body, secrets)];
  const removed = replaceSecrets(body, all, ({ prefix }) => prefix);
  expect(JSON.stringify(removed)).not.toContain('hunter2hunter2');
  expect(removed).toMatchObject({ description: '', args: ['', 'hunter2'] });
});
