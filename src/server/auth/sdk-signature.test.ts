import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { createKeyAuthorizer } from './key-authorizer.ts';
import { formatSdkDate } from './sdk-signature.ts';

const ENDPOINT = 'https://ief2.cn-north-4.myhuaweicloud.com';

/** Text as a header carries it. */
const visible = fc.string({
  unit: fc.constantFrom(...'abcXYZ0189+/=-_.~!*'),
  minLength: 1,
  maxLength: 40,
});
const segment = fc.string({
  unit: fc.constantFrom(...'abcXYZ0189-_.~'),
  minLength: 1,
  maxLength: 20,
});
const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 32,
  maxLength: 32,
});

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  project: hex,
  rest: fc
    .array(segment, { maxLength: 4 })
    // The address parser walks up at those.
    .filter((parts) => !parts.some((part) => /^\.{1,2}$/.test(part))),
  query: fc.dictionary(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    { maxKeys: 5, noNullPrototype: true },
  ),
  body: fc.option(fc.json(), { nil: undefined }),
  instance: fc.option(segment, { nil: undefined }),
  securityToken: fc.option(visible, { nil: undefined }),
  access: segment,
  secret: visible,
  time: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
});

describe('a signature', () => {
  it('is that of the vendor’s own signer', { timeout: PROPERTY_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (one) => {
        const path = `/v3/${one.project}/edgemgr/${one.rest.join('/')}`;
        const query = new URLSearchParams(one.query).toString();
        // The vendor's signer hashes what JSON.stringify makes of the data; falsy data counts as none.
        const data: unknown = one.body === undefined ? undefined : JSON.parse(one.body);
        const text = data ? JSON.stringify(data) : '';
        const authorizer = createKeyAuthorizer(
          ENDPOINT,
          { access: one.access, secret: one.secret, securityToken: one.securityToken },
          () => one.time,
        );
        const ours = await authorizer.authorize(
          {
            method: one.method,
            path: query === '' ? path : `${path}?${query}`,
            headers: one.instance === undefined ? {} : { 'ief-instance-id': one.instance },
            body: text === '' ? undefined : new TextEncoder().encode(text),
          },
          '',
        );
        const theirs = AKSKSigner.sign(
          {
            method: one.method,
            endpoint: ENDPOINT + path,
            queryParams: one.query,
            data,
            headers: {
              'X-Sdk-Date': formatSdkDate(one.time),
              'x-project-id': one.project,
              ...(one.instance === undefined ? {} : { 'ief-instance-id': one.instance }),
              ...(one.securityToken === undefined ? {} : { 'x-security-token': one.securityToken }),
            },
          } as unknown as Parameters<typeof AKSKSigner.sign>[0],
          { getAk: () => one.access, getSk: () => one.secret } as unknown as Parameters<
            typeof AKSKSigner.sign
          >[1],
        ) as unknown as Record<string, string>;
        expect(ours.authorization).toBe(theirs.Authorization);
      }),
      { numRuns: runs(1000) },
    );
  });
});
