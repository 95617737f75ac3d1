import { describe, expect, it } from 'vitest';
import { createAsk, createMockScene, DEPLOYMENTS, makeBody } from '#src/server/scene.fixture.ts';
import { signatureOf as sign } from '#src/server/auth/sdk-signature.ts';

const keys = { access: 'AKTEST', secret: 'sk-test' };
const DATE = '20240422T083015Z';
const NODES = DEPLOYMENTS.replace('/v3', '/v2').replace('deployments', 'nodes?sort=name&limit=2');

/** A request signed like the vendor's SDKs do. */
function signed(
  path: string,
  options: Partial<{ date: string; names: string[]; sk: string }> = {},
) {
  const { date = DATE, names = ['host', 'x-sdk-date'], sk = keys.secret } = options;
  const headers = new Headers({ host: 'localhost:8080', 'x-sdk-date': date });
  const url = new URL(`http://localhost:8080${path}`);
  const signature = sign({ method: 'GET', url, headers, body: new Uint8Array(0) }, names, date, sk);
  const list = names.join(';');
  return {
    'x-sdk-date': date,
    host: 'localhost:8080',
    authorization: `SDK-HMAC-SHA256 Access=${keys.access}, SignedHeaders=${list}, Signature=${signature}`,
  };
}

describe('signature', () => {
  it('equals the worked example', () => {
    // The canonical request was written by hand from docs/sources.md, section 3, and hashed by another program.
    const url = new URL('https://ief.example.com/v3/p/list?b=2&a=x%20y');
    const headers = new Headers({ host: 'ief.example.com', 'x-sdk-date': DATE });
    const request = { method: 'GET', url, headers, body: new Uint8Array(0) };
    expect(sign(request, ['host', 'x-sdk-date'], DATE, 'sk-test')).toBe(
      'd1c3f89b52da0fbd98d89a0bafa4e745de2ce61d510ad2956e663b0bf21f238d',
    );
  });
});

describe('authorize', () => {
  it('requires a token or signature, with an error in the gateway’s format', async () => {
    const { mock } = createMockScene();
    const { status, json } = await createAsk(mock)('GET', DEPLOYMENTS);
    expect(status).toBe(401);
    expect(json).toEqual({
      error_msg: 'Incorrect IAM authentication information: x-auth-token not found',
      error_code: 'APIGW.0301',
      request_id: '00000000-0000-4000-8000-000000000001',
    });
  });

  it('accepts any token unless valid tokens are listed', async () => {
    const { ask } = createMockScene({ tokens: ['good', 'better'] });
    expect((await ask('GET', DEPLOYMENTS, undefined, { 'x-auth-token': 'better' })).status).toBe(
      200,
    );
    expect((await ask('GET', DEPLOYMENTS)).status).toBe(401);
    expect((await createMockScene().ask('GET', DEPLOYMENTS)).status).toBe(200);
  });

  it('checks credentials before project and body', async () => {
    const ask = createAsk(createMockScene().mock);
    expect((await ask('POST', '/v3/x/edgemgr/deployments', makeBody('BAD'))).status).toBe(401);
  });

  it('accepts a valid signature', async () => {
    const ask = createAsk(createMockScene({ keys }).mock);
    for (const path of [DEPLOYMENTS, NODES]) {
      expect((await ask('GET', path, undefined, signed(path))).status).toBe(200);
      // As the SDK for Go signs.
      const withoutHost = signed(path, { names: ['x-sdk-date'] });
      expect((await ask('GET', path, undefined, withoutHost)).status).toBe(200);
    }
  });

  it.each([
    ['another secret', { sk: 'other' }],
    ['a date 16 minutes off', { date: '20240422T084616Z' }],
    ['no date at all', { date: 'yesterday' }],
    ['a date that is not signed', { names: ['host'] }],
  ])('refuses a signature with %s', async (_, options) => {
    const ask = createAsk(createMockScene({ keys }).mock);
    const { status, json } = await ask('GET', DEPLOYMENTS, undefined, signed(DEPLOYMENTS, options));
    expect([status, json.error_code]).toEqual([401, 'APIGW.0301']);
  });

  it('refuses a signature of another request', async () => {
    const ask = createAsk(createMockScene({ keys }).mock);
    expect((await ask('GET', NODES, undefined, signed(DEPLOYMENTS))).status).toBe(401);
  });

  it('refuses every signature if no keys are set', async () => {
    const ask = createAsk(createMockScene().mock);
    expect((await ask('GET', DEPLOYMENTS, undefined, signed(DEPLOYMENTS))).status).toBe(401);
  });

  it('refuses project ids other than 32 hex digits', async () => {
    const { ask } = createMockScene();
    for (const id of ['abc', 'g'.repeat(32), '__proto__']) {
      const { status, json } = await ask('GET', `/v3/${id}/edgemgr/deployments`);
      expect([status, json]).toEqual([
        400,
        { error_code: 'IEF.100001', error_msg: 'PROJECT_ID not found' },
      ]);
    }
  });

  it('returns the gateway’s 404 for unknown addresses and methods', async () => {
    const ask = createAsk(createMockScene().mock);
    for (const [method, path] of [
      ['GET', '/'],
      ['PATCH', DEPLOYMENTS],
      ['GET', `${DEPLOYMENTS}/a/b`],
    ] as const) {
      const { status, json } = await ask(method, path);
      expect([status, json.error_code]).toEqual([404, 'APIGW.0101']);
    }
  });
});
