import { expect, test } from 'vitest';
import { pointsToClock } from './clock-errors.ts';

test.each([
  ['Incorrect IAM authentication information: signature expired', true],
  ['The signature has expired.', true],
  ['expired signature', true],
  ['Signature of the request is expired', true],
  ['X-Sdk-Date is out of range', true],
  ['request timestamp is too old', true],
  ['token not valid before 10:00', true],
  ['签名已过期', true],
  ['Incorrect IAM authentication information: decrypt token fail', false],
  ['The token has expired', false],
  ['', false],
])('%j mentions a clock: %s', (message, isClock) => {
  expect(pointsToClock({ code: 'APIGW.0301', message })).toBe(isClock);
});
