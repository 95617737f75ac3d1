import { expect, test } from 'vitest';
import { secretIn } from './secret-text.ts';

test.each([
  ['s3cret-_', 's3cret-_'],
  ['  s3cret\n', 's3cret'],
  ['http://127.0.0.1:8080/#k=s3cret-_', 's3cret-_'],
  ['#k=s3cret', 's3cret'],
  ['', ''],
  ['#k=', ''],
])('in %j is %j', (text, secret) => {
  expect(secretIn(text)).toBe(secret);
});
