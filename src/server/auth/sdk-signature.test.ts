import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_MS } from '#src/testing/runs.ts';
import { createKeyAuthorizer } from './key-authorizer.ts';
import { formatSdkDate, signatureOf } from './sdk-signature.ts';

const ENDPOINT = 'https://ief2.cn-north-4.myhuaweicloud.com';

/** Text that is valid in a header. */
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
    // URL parsing removes such segments.
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

/** `npm run soak` runs more of these than of other properties, because they are fast. */
const RUNS = process.env.SOAK ? 50_000 : 1_000;

describe('a signature', () => {
  // The worked example of the vendor's page on the algorithm, with the key pair the vendor's SDKs are tested with,
  // and another one from the tests of the vendor's SDK for Java. These are test keys.
  it.each([
    [
      'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
      '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
      '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
    ],
    [
      'testSK',
      '/v5/iotps/77b6a44cba5143ab91d13ab9a8ff44fd/certificates',
      '2f1e228b4e2c68e428f7377c12a15526f26c27795dcf4cb641cc90c5b3fba962',
    ],
  ])('equals the vendor’s published one for key %.6s', (secret, path, published) => {
    const date = '20191115T033655Z';
    const query = 'marker=13551d6b-755d-4757-b956-536f674975c0&limit=2';
    const request = {
      method: 'GET',
      url: new URL(`https://service.region.example.com${path}?${query}`),
      headers: new Headers({ 'content-type': 'application/json', 'x-sdk-date': date }),
      body: new Uint8Array(0),
    };
    const names = ['content-type', 'host', 'x-sdk-date'];
    expect(signatureOf(request, names, date, secret)).toBe(published);
  });

  it('covers repeated, empty and escaped parts as on the vendor’s page', () => {
    const sign = (query: string) =>
      signatureOf(
        {
          method: 'GET',
          url: new URL(`https://ief.example.com/v3/p${query}`),
          headers: new Headers(),
          body: new Uint8Array(0),
        },
        ['host'],
        '20191115T033655Z',
        'sk',
      );
    // Names in ascending order of characters, capitals first; a missing value is an empty one; a space is %20.
    expect(sign('?b=1&F=2&a=x+y&c')).toBe(sign('?F=2&a=x%20y&b=1&c='));
    expect(sign('?a=2&a=1')).toBe(sign('?a=1&a=2'));
    expect(sign('?a=1')).not.toBe(sign('?a=2'));
  });

  it('equals that of the vendor’s own signer', { timeout: PROPERTY_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (one) => {
        const path = `/v3/${one.project}/edgemgr/${one.rest.join('/')}`;
        const query = new URLSearchParams(one.query).toString();
        // The vendor's signer hashes the output of JSON.stringify; falsy data counts as none.
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
      { numRuns: RUNS },
    );
  });
});
