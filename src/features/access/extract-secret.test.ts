import { expect, test } from 'vitest';
import { extractSecret } from './extract-secret.ts';

test.each([
  ['s3cret-_', 's3cret-_'],
  ['  s3cret\n', 's3cret'],
  ['http://127.0.0.1:8080/#k=s3cret-_', 's3cret-_'],
  ['#k=s3cret', 's3cret'],
  ['', ''],
  ['#k=', ''],
])('finds the secret of %j: %j', (text, secret) => {
  expect(extractSecret(text)).toBe(secret);
});
