import { expect, test } from 'vitest';
import { NetworkError } from '#src/client/http/errors.ts';
import { toLookupError } from './lookup-error.ts';
import { refusal } from './scene.testing.ts';

test.each([
  ['the network is down', new NetworkError('Failed to fetch'), 'other', undefined],
  ['the service asks to wait', refusal(429, 'x', 30), 'other', 30],
  ['the token is refused', refusal(401, 'APIGW.0301'), 'signIn', undefined],
  ['IEF itself refuses the token', refusal(400, 'IEF.011005'), 'signIn', undefined],
  ['the server is locked', refusal(401, 'BUILDER.access_needed'), 'signIn', undefined],
  ['the service refuses', refusal(403, 'APIGW.0302'), 'refused', undefined],
  ['404, and the list still has it', refusal(404, 'APIGW.0101'), 'other', undefined],
  ['something else was thrown', 'odd', 'other', undefined],
])('%s', (_what, cause, kind, retryAfterS) => {
  expect(toLookupError(cause)).toMatchObject({ kind, retryAfterS, cause });
});
