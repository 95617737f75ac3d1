import { describe, expect, it } from 'vitest';
import { createMockTarget } from '#src/server/create-targets.ts';
import { createAppScene, DEPLOYMENTS, makeBody, NODE, PROJECT } from '#src/server/scene.fixture.ts';
import type { ProxyTarget } from './target.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;
const V2 = `/ief/mock/v2/${PROJECT}/edgemgr`;

describe('the proxy', () => {
  it('creates, lists, shows, updates and deletes on the embedded mock without a token', async () => {
    const { ask } = createAppScene();
    const created = await ask('POST', PATH, makeBody());
    expect(created.status).toBe(200);
    expect(created.headers.get('x-upstream-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const one = `${PATH}/${created.json.id}`;
    expect((await ask('GET', PATH)).json.count).toBe(1);
    expect((await ask('PUT', one, { description: 'new' })).json.description).toBe('new');
    expect((await ask('GET', one)).json.description).toBe('new');
    const deleted = await ask('DELETE', one);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await ask('GET', one)).status).toBe(404);
  });

  it('sends a valid token if the mock lists them, and forwards an invalid one', async () => {
    const { ask } = createAppScene({}, { tokens: ['good'] });
    expect((await ask('GET', PATH)).status).toBe(200);
    const bad = await ask('GET', PATH, undefined, { 'x-auth-token': 'bad' });
    expect([bad.status, bad.json.error_code]).toEqual([401, 'APIGW.0301']);
    expect(bad.headers.has('www-authenticate')).toBe(false);
  });

  it('lets the caller choose platinum on the mock', async () => {
    const { ask } = createAppScene();
    const body = makeBody();
    (body.deployment as { replicas: number }).replicas = 2;
    expect((await ask('POST', PATH, body)).status).toBe(400);
    expect((await ask('POST', PATH, body, { 'ief-instance-id': 'a-1' })).status).toBe(200);
  });

  it.each([
    ['/ief/nowhere/v3/x/edgemgr/deployments', 404, 'BUILDER.unknown_target'],
    ['/ief/mock/v3/auth/tokens', 404, 'BUILDER.not_found'],
    [`/ief/mock//evil.test${DEPLOYMENTS}`, 404, 'BUILDER.not_found'],
    [`/ief/mock@evil.test${DEPLOYMENTS}`, 404, 'BUILDER.unknown_target'],
    [`/ief/mock/@evil.test${DEPLOYMENTS}`, 404, 'BUILDER.not_found'],
    [`${PATH}/a%2fb`, 404, 'BUILDER.not_found'],
    [`${PATH}/%2e%2e%2fnodes`, 404, 'BUILDER.not_found'],
    [`${PATH}/a;x=1`, 404, 'BUILDER.not_found'],
    [`${PATH}/a%00`, 404, 'BUILDER.not_found'],
    [`${PATH}/a%0d%0ab`, 404, 'BUILDER.not_found'],
    [`${PATH}/`, 404, 'BUILDER.not_found'],
    [`${PATH}?evil=1`, 400, 'BUILDER.bad_query'],
    [`${PATH}?limit=1&limit=2`, 400, 'BUILDER.bad_query'],
    [`${PATH}?limit=1000`, 400, 'IEF.100005'],
    ['/ief/mock/v3/abc/edgemgr/deployments', 400, 'IEF.100001'],
  ])('returns for %s the status %i', async (path, status, code) => {
    const response = await createAppScene().ask('GET', path);
    expect([response.status, response.json.error_code]).toEqual([status, code]);
  });

  it.each([
    ['PATCH', PATH, 'POST, GET'],
    ['HEAD', PATH, 'POST, GET'],
    ['POST', `${PATH}/a`, 'GET, PUT, DELETE'],
    ['GET', `${PATH}/a/pods/b/restart`, 'POST'],
    ['DELETE', `${V2}/nodes`, 'GET'],
  ])('returns 405 for %s %s with Allow: %s (L6)', async (method, path, allow) => {
    const { status, headers } = await createAppScene().ask(method, path);
    expect([status, headers.get('allow')]).toEqual([405, allow]);
  });

  it('reports a wrong method, and ignores an override', async () => {
    const { ask } = createAppScene();
    expect((await ask('PATCH', PATH, {})).json.error_code).toBe('BUILDER.method_not_allowed');
    await ask('POST', PATH, makeBody());
    const { json } = await ask('GET', PATH, undefined, { 'x-http-method-override': 'DELETE' });
    expect(json.count).toBe(1);
  });

  it.each([
    ['{', 400, 'BUILDER.not_json'],
    ['', 400, 'BUILDER.not_json'],
    [new Uint8Array([255, 254]), 400, 'BUILDER.not_json'],
    ['['.repeat(65) + ']'.repeat(65), 400, 'BUILDER.too_deep'],
    [`[${'0,'.repeat(100_000)}0]`, 400, 'BUILDER.too_many_values'],
    [`{${'"a":1,'.repeat(50_000)}"a":1}`, 400, 'BUILDER.too_many_values'],
    [`"${'a'.repeat(1024 * 1024 - 1)}"`, 413, 'BUILDER.payload_too_large'],
  ])('checks size, depth and JSON of a body: case %#', async (body, status, code) => {
    const { ask, arrivals } = createAppScene();
    const response = await ask('POST', PATH, body);
    expect([response.status, response.json.error_code]).toEqual([status, code]);
    expect(response.json.request_id).toBe(response.headers.get('x-request-id'));
    expect(arrivals()).toBe(0);
  });

  it('forwards bodies that our own schema would refuse', async () => {
    const { ask, arrivals } = createAppScene();
    const { status, json } = await ask('POST', PATH, [1, 2]);
    expect([status, json.error_code, arrivals()]).toEqual([400, 'MOCK.400005', 1]);
  });

  it('sends nothing if the body is incomplete', async () => {
    const { app, arrivals } = createAppScene();
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const response = await app(new Request(`http://localhost:8080${PATH}`, init));
    expect([response.status, arrivals()]).toEqual([400, 0]);
  });

  it('refuses a compressed body', async () => {
    const { status } = await createAppScene().ask('POST', PATH, '{}', {
      'content-encoding': 'gzip',
    });
    expect(status).toBe(415);
  });

  it.each([
    ['ief-instance-id', 'a b'],
    ['ief-instance-id', 'a'.repeat(65)],
    ['x-auth-token', 'a b'],
    ['x-auth-token', 'a'.repeat(100_001)],
  ])('refuses the header %s: %.9s', async (name, value) => {
    const { ask, arrivals } = createAppScene();
    const { status, json } = await ask('GET', PATH, undefined, { [name]: value });
    expect([status, json.error_code, arrivals()]).toEqual([400, 'BUILDER.bad_header', 0]);
  });
});

const LIVE = `/ief/lab${DEPLOYMENTS}`;

/** The app with one live target that responds to everything, and the requests it received. */
function createLiveScene() {
  const asked: string[] = [];
  const bodies: string[] = [];
  const target: ProxyTarget = {
    ...createMockTarget(async () => new Response('{}')),
    id: 'lab',
    kind: 'live',
    upstream: async ({ path, body }) => {
      asked.push(path);
      bodies.push(Buffer.from(body ?? []).toString());
      return { status: 200, headers: new Headers(), body: new TextEncoder().encode('{"id":"a"}') };
    },
  };
  return { ...createAppScene({ targets: [target] }), asked, bodies };
}

describe('the address of a live target', () => {
  const NODES = `/ief/lab/v2/${PROJECT}/edgemgr`;
  it.each<[path: string, code: string]>([
    ...['0', '101', '-1', '1e2', '+1', ' 1', '1.0', '0x10', '１', '', '9'.repeat(20)].map(
      (limit): [string, string] => [
        `${LIVE}?limit=${encodeURIComponent(limit)}`,
        'BUILDER.bad_query',
      ],
    ),
    [`${LIVE}?offset=-1`, 'BUILDER.bad_query'],
    [`${NODES}/nodes?limit=1001`, 'BUILDER.bad_query'],
    [`${NODES}/groups?limit=0`, 'BUILDER.bad_query'],
    [`${LIVE}?name=%ff`, 'BUILDER.bad_query'],
    [`${LIVE}?name=%c0%ae`, 'BUILDER.bad_query'],
    [`${LIVE}?name=%ed%a0%80`, 'BUILDER.bad_query'],
    [`${LIVE}?name=50%`, 'BUILDER.bad_query'],
    [`${LIVE}?name=a%00b`, 'BUILDER.bad_query'],
    [`${LIVE}?name=a%0d%0ab`, 'BUILDER.bad_query'],
    ['/ief/lab/v3/abc/edgemgr/deployments', 'BUILDER.bad_project'],
    [`/ief/lab/v3/${'a'.repeat(128)}/edgemgr/deployments`, 'BUILDER.bad_project'],
    [`/ief/lab/v3/${PROJECT.slice(1)}g/edgemgr/deployments`, 'BUILDER.bad_project'],
  ])('%s is 400 and is not forwarded (L8, L9)', async (path, code) => {
    const { ask, asked } = createLiveScene();
    const { status, json } = await ask('GET', path);
    expect([status, json.error_code, asked]).toEqual([400, code, []]);
  });

  it.each([
    [`${LIVE}?limit=1`, 'limit=1'],
    [`${LIVE}?limit=100&offset=0`, 'limit=100&offset=0'],
    [`${NODES}/nodes?limit=1000`, 'limit=1000'],
    [`${NODES}/groups?limit=5000`, 'limit=5000'],
    [`${LIVE}?name=%E7%BD%91%20a+b`, 'name=%E7%BD%91+a+b'],
  ])('%s is forwarded', async (path, query) => {
    const { ask, asked } = createLiveScene();
    expect((await ask('GET', path)).status).toBe(200);
    expect(asked[0]?.split('?')[1]).toBe(query);
  });
});

describe('a body for a live target (L10)', () => {
  it.each(['{"__proto__":{}}', '{"a":[{"__proto__":1}]}', String.raw`{"\u005f_proto__":1}`])(
    '%s is not sent',
    async (body) => {
      const { ask, asked } = createLiveScene();
      const { status, json } = await ask('POST', LIVE, body);
      expect([status, json.error_code, asked]).toEqual([400, 'BUILDER.not_json', []]);
    },
  );

  it.each([
    '{"a":1,"a":2}',
    '\ufeff{"a":1}',
    String.raw`{"a":"\u0000"}`,
    String.raw`{"a":"\ud800"}`,
  ])('%j is forwarded byte for byte', async (body) => {
    const { ask, bodies } = createLiveScene();
    expect((await ask('POST', LIVE, new TextEncoder().encode(body))).status).toBe(200);
    expect(bodies).toEqual([body]);
  });
});

describe('other origins', () => {
  const own = { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' };
  it.each([
    ['a page of ours', { ...own, 'x-ief-builder': '1' }, 200],
    ['a client that is not a browser', {}, 200],
    ['a page of ours without the header', own, 403],
    ['the header with another value', { ...own, 'x-ief-builder': 'yes' }, 403],
    ['another origin', { ...own, origin: 'http://evil.test', 'x-ief-builder': '1' }, 403],
    ['another port', { ...own, origin: 'http://localhost:3000', 'x-ief-builder': '1' }, 403],
    ['another scheme', { ...own, origin: 'https://localhost:8080', 'x-ief-builder': '1' }, 403],
    ['the origin null', { origin: 'null', 'x-ief-builder': '1' }, 403],
    ['same site only', { 'sec-fetch-site': 'same-site', 'x-ief-builder': '1' }, 403],
    [
      'an unsafe request with Sec-Fetch-Site: none (L15)',
      { 'sec-fetch-site': 'none', 'x-ief-builder': '1' },
      403,
    ],
    ['cross site', { 'sec-fetch-site': 'cross-site', 'x-ief-builder': '1' }, 403],
  ])('%s', async (_, headers, status) => {
    const { ask, arrivals } = createAppScene();
    const response = await ask('POST', PATH, makeBody(), {
      'content-type': 'application/json',
      ...(headers as Record<string, string>),
    });
    expect(response.status).toBe(status);
    expect(arrivals()).toBe(status === 200 ? 1 : 0);
    if (status === 403) expect(response.json.error_code).toBe('BUILDER.origin_refused');
  });

  it.each([
    ['application/json', 200],
    ['APPLICATION/JSON; charset=UTF-8', 200],
    [undefined, 415],
    ['text/plain', 415],
    ['application/json;\tcharset=utf-8', 415],
    ['application/json; charset=utf-16', 415],
    ['application/json, application/json', 415],
    ['application/jsonx', 415],
    ['multipart/form-data; boundary=a', 415],
  ])('P19 a browser’s body of type %s gets %i', async (type, status) => {
    const { ask, arrivals } = createAppScene();
    const body = new TextEncoder().encode(JSON.stringify(makeBody()));
    const response = await ask('POST', PATH, body, {
      ...own,
      'x-ief-builder': '1',
      ...(type === undefined ? {} : { 'content-type': type }),
    });
    expect([response.status, arrivals()]).toEqual([status, status === 200 ? 1 : 0]);
  });

  it('requires no header for reads, but refuses reads of other sites', async () => {
    const { ask } = createAppScene();
    expect((await ask('GET', PATH, undefined, own)).status).toBe(200);
    expect((await ask('GET', PATH, undefined, { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await ask('GET', PATH, undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
  });

  it('accepts the public origin', async () => {
    const { ask } = createAppScene({ publicOrigin: 'https://builder.example.com' });
    const headers = {
      origin: 'https://builder.example.com',
      'x-ief-builder': '1',
      'content-type': 'application/json',
    };
    expect((await ask('POST', PATH, makeBody(), headers)).status).toBe(200);
    expect((await ask('POST', PATH, makeBody('b'), { ...headers, ...own })).status).toBe(403);
  });
});

describe('redaction', () => {
  it('keeps key names and removes values, in lists and single records', async () => {
    const { ask } = createAppScene();
    for (const [path, key, item] of [
      ['configmaps', 'configs', 'configmap'],
      ['secrets', 'secrets', 'secret'],
    ] as const) {
      const { json } = await ask('GET', `${V2}/${path}`);
      const shown = await ask('GET', `${V2}/${path}/${json[path][0].id}`);
      for (const record of [...json[path], shown.json[item]]) {
        expect(Object.keys(record[key]).length).toBeGreaterThan(0);
        expect(new Set(Object.values(record[key]))).toEqual(new Set(['']));
      }
    }
  });

  it('removes key material of nodes, in nodes and groups', async () => {
    const { ask } = createAppScene();
    for (const path of ['nodes', `nodes/${NODE}`, 'groups']) {
      const { text } = await ask('GET', `${V2}/${path}`);
      expect(text).toContain(NODE);
      expect(text).not.toMatch(/"(private_key|certificate|ca|package)":/);
    }
  });
});

describe('faults through the proxy', () => {
  it.each([
    ['refuse', 502, 'BUILDER.not_sent'],
    ['reset-before', 502, 'BUILDER.not_sent'],
    ['reset-during', 502, 'BUILDER.outcome_unknown'],
    ['reset-after', 502, 'BUILDER.outcome_unknown'],
    ['lost-answer', 502, 'BUILDER.outcome_unknown'],
    ['cut', 502, 'BUILDER.outcome_unknown'],
    ['html', 502, 'BUILDER.outcome_unknown'],
    ['hang', 504, 'BUILDER.outcome_unknown'],
    ['unauthorized', 401, 'APIGW.0301'],
    ['forbidden', 403, 'APIGW.0302'],
    ['conflict', 409, 'MOCK.409001'],
    ['throttle', 429, 'MOCK.429001'],
    ['error-500', 502, 'IEF.120001'],
    ['bad-gateway', 502, 'APIGW.0201'],
    ['unavailable', 503, 'MOCK.503001'],
    ['gateway-timeout', 504, 'APIGW.0201'],
    ['late-create', 504, 'APIGW.0201'],
  ])('%s is %i %s', async (name, status, code) => {
    const { ask } = createAppScene({}, {}, 50);
    const response = await ask('POST', PATH, makeBody(), { 'x-mock-fault': name });
    expect([response.status, response.json.error_code]).toEqual([status, code]);
  });

  it('reports the target’s status if it is mapped', async () => {
    const { ask } = createAppScene();
    const { headers } = await ask('GET', PATH, undefined, { 'x-mock-fault': 'error-500' });
    expect(headers.get('x-upstream-status')).toBe('500');
    const throttled = await ask('GET', PATH, undefined, { 'x-mock-fault': 'throttle' });
    expect(throttled.headers.get('retry-after')).toBe('5');
  });
});
