/**
 * Attacks on secrets, replays and protocol details, repeated on the built server with a hostile target behind it. The
 * numbers are those of the findings.
 */
import { chmodSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer, type BuiltServer, type StartedServer } from './built-server.testing.ts';
import { sendRaw, parseResponses } from './http/listen/raw-http.testing.ts';
import { makeBody, NODE } from './scene.fixture.ts';

const PASSWORD = 'canary-password-of-the-server';
const IAM_TOKEN = `canary-iam-${'t0ken+/'.repeat(8_000)}`;
const ACCESS_KEY = 'CANARYACCESSKEY00001';
const SECRET_KEY = 'canary-secret-key-of-the-server-00000001';
const SECRET = 'canary-access-secret';
const MARK = { 'x-ief-access': SECRET };

/** The last digits of a project select the target's response. */
const project = (digits: string) => digits.padStart(32, '0');
const raw: Readonly<Record<string, string>> = {
  '11': 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"a"}{"id":"b"}',
  '12': 'HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{"id":"a","id":"b"}',
  '23': `HTTP/1.1 200 OK\r\n${'x-a: 1\r\n'.repeat(50)}${Array.from({ length: 5_000 }, (_, at) => `x-${at}: 1\r\n`).join('')}Content-Length: 10\r\n\r\n{"id":"a"}`,
};

/** Lists of deployments, by the last digits of the project. */
const lists: Readonly<Record<string, (query: URLSearchParams) => object>> = {
  // It repeats the same page for ever.
  '41': () => ({ count: 1_000_000, deployments: namesFrom(0, 100) }),
  // It returns 20 records at once, whatever was asked for; the name is among the last ones.
  '42': (query) => {
    const all = [...namesFrom(0, 25), { id: 'taken', name: query.get('name') }];
    const offset = Number(query.get('offset'));
    return { count: all.length, deployments: all.slice(offset, offset + 20) };
  },
  // The same without a count, in full pages.
  '43': (query) => {
    const all = [...namesFrom(0, 100), { id: 'taken', name: query.get('name') }];
    const offset = Number(query.get('offset'));
    return { deployments: all.slice(offset, offset + 100) };
  },
  '44': () => ({ count: 0, deployments: [] }),
};
const namesFrom = (start: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `d${start + at}`, name: `other-${start + at}` }));

const arrived: { method: string; path: string; body: string }[] = [];
let target: Server;
let built: BuiltServer;
let server: StartedServer;
let said = '';

beforeAll(async () => {
  // Tokens are longer than Node accepts by default.
  let endpoint = '';
  target = createServer({ maxHeaderSize: 131_072 }, (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const path = incoming.url ?? '';
      const isIam = path.startsWith('/v3/auth/tokens');
      const { method = '' } = incoming;
      if (!isIam) arrived.push({ method, path, body: Buffer.concat(chunks).toString() });
      const odd = raw[/(\d\d)\/edgemgr/.exec(path)?.[1] ?? ''];
      if (odd !== undefined) return incoming.socket.end(odd);
      const list = lists[/(\d\d)\/edgemgr\/deployments\?/.exec(path)?.[1] ?? ''];
      if (list !== undefined) {
        outgoing.setHeader('content-type', 'application/json');
        return outgoing.end(JSON.stringify(list(new URL(path, endpoint).searchParams)));
      }
      if (path.includes('44/edgemgr/deployments') && method === 'POST') {
        outgoing.writeHead(400, { 'content-type': 'application/json' });
        const message = `\u202e\u001b[31m\0${'A'.repeat(1_000_000)}`;
        return outgoing.end(JSON.stringify({ error_code: 'IEF.\0', error_msg: message }));
      }
      if (isIam) outgoing.setHeader('x-subject-token', IAM_TOKEN);
      outgoing.writeHead(isIam ? 201 : 200, { 'content-type': 'application/json' });
      return outgoing.end(JSON.stringify({ id: 'a', name: 'app', heads: incoming.rawHeaders }));
    });
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(target.address() as AddressInfo).port}`;
  built = await buildServer();
  const secret = (name: string, content: string) => {
    const path = built.write(name, content);
    chmodSync(path, 0o600);
    return path;
  };
  const password = { domain: 'd', user: 'u', passwordFile: secret('password', PASSWORD) };
  const keys = {
    accessKeyFile: secret('ak', ACCESS_KEY),
    secretKeyFile: secret('sk', SECRET_KEY),
  };
  const of = (id: string, auth: object) => ({ id, label: id, region: 'r', endpoint, auth });
  const targets = [
    of('tok', { kind: 'token' }),
    of('pw', { kind: 'password', iamEndpoint: endpoint, ...password }),
    of('ak', { kind: 'aksk', ...keys }),
  ];
  server = await built.start({
    env: {
      IEF_TARGETS: built.write('targets.json', JSON.stringify({ targets })),
      ACCESS_SECRET_FILE: secret('access', SECRET),
      LIVE_CREATES_PER_MINUTE_PER_PEER: '0',
      IEF_STORE: built.write('store.db', ''),
    },
  });
  server.child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
});
afterAll(() => {
  built.remove();
  target.closeAllConnections();
  target.close();
});

const listOf = (id: string, digits = '99') =>
  `/ief/${id}/v3/${project(digits)}/edgemgr/deployments`;

async function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
) {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const json = JSON.parse(text) as { error_code?: string; id?: string };
  const { status } = response;
  return { status, headers: response.headers, text, code: json.error_code, id: json.id };
}

const TOKEN = { 'x-auth-token': 'canary-token-a' };
const body = JSON.stringify(makeBody());

async function onTheWire(text: string) {
  return parseResponses(
    await sendRaw(server.port, text.replaceAll('PORT', String(server.port)), 300),
  );
}
const request = (line: string, headers: readonly string[] = [], payload = '') =>
  [line, 'Host: 127.0.0.1:PORT', ...headers, '', payload].join('\r\n');

describe('the attack', () => {
  it.each([
    ['pw', [PASSWORD, 'canary-iam-']],
    ['ak', [ACCESS_KEY, SECRET_KEY]],
  ])('M5 an echoing target does not reveal secrets of the server: %s', async (id, secrets) => {
    const { status, text } = await ask('GET', listOf(id), MARK);
    expect(status).toBe(200);
    expect(text).toContain('[secret]');
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/Signature=[0-9a-f]/);
  });

  it.each([
    ['that never ends', '41', 'ambiguous', 2],
    ['in short pages', '42', 'name_taken', 2],
    ['without a count', '43', 'name_taken', 2],
  ])('M4 a rollout sends nothing after a list %s', async (_what, digits, code, pages) => {
    const { name: _, node_ids: _nodes, ...template } = makeBody();
    const plan = {
      target: 'tok',
      projectId: project(digits),
      action: 'create',
      namePattern: 'app-{{n}}',
      body: template,
      nodes: [{ id: NODE, name: 'gateway' }],
      plan: { perMinute: 6000 },
    };
    const headers = { ...MARK, ...TOKEN, 'content-type': 'application/json' };
    const { id } = await ask('POST', '/api/rollouts', headers, JSON.stringify(plan));
    const rows = async () => (await ask('GET', `/api/rollouts/${id}/nodes`, headers)).text;
    await expect.poll(rows, { timeout: 10_000 }).toContain('"state":"failed"');
    expect(JSON.parse(await rows())).toMatchObject({ nodes: [{ error: { code } }] });
    const sent = arrived.filter(({ path }) => path.includes(`${project(digits)}/edgemgr/dep`));
    expect(sent.map(({ method }) => method)).toEqual(Array.from({ length: pages }, () => 'GET'));
  });

  it('L1 a refusal with control characters is stored, and is final', async () => {
    const { name: _, node_ids: _nodes, ...template } = makeBody();
    const plan = {
      target: 'tok',
      projectId: project('44'),
      action: 'create',
      namePattern: 'app-{{n}}',
      body: template,
      nodes: [{ id: NODE, name: 'gate\0way' }],
    };
    const headers = { ...MARK, ...TOKEN, 'content-type': 'application/json' };
    const { id } = await ask('POST', '/api/rollouts', headers, JSON.stringify(plan));
    const rows = async () => (await ask('GET', `/api/rollouts/${id}/nodes`, headers)).text;
    await expect.poll(rows, { timeout: 10_000 }).toContain('"state":"failed"');
    const [row] = (JSON.parse(await rows()) as { nodes: { error: { message: string } }[] }).nodes;
    expect(row).toMatchObject({ error: { code: 'IEF.\uFFFD' }, nodeName: 'gate\uFFFDway' });
    expect(row!.error.message).toBe(`\u202e\u001b[31m\uFFFD${'A'.repeat(493)}`);
  });

  it('M7 a known key returns only 409 to another caller', async () => {
    const key = { 'idempotency-key': 'attack-m7' };
    const first = await ask('POST', listOf('tok'), { ...TOKEN, ...key }, body);
    const before = arrived.length;
    const others = await Promise.all([
      ask('POST', listOf('tok'), { 'x-auth-token': 'canary-token-b', ...key }, body),
      ask('POST', listOf('tok'), { ...TOKEN, ...key }, `${body} `),
    ]);
    expect([first.status, ...others.map(({ code }) => code)]).toEqual([
      200,
      'key_reused',
      'key_reused',
    ]);
    // Without a token, the request is refused earlier.
    const without = await ask('POST', listOf('tok'), key, body);
    expect([401, 409]).toContain(without.status);
    const again = await ask('POST', listOf('tok'), { ...TOKEN, ...key }, body);
    expect([again.headers.get('idempotency-replayed'), arrived.length - before]).toEqual([
      'true',
      0,
    ]);
  });

  it.each([
    [
      'L4 an unknown coding',
      request('POST / HTTP/1.1', ['Transfer-Encoding: xchunked'], '2\r\n{}\r\n0\r\n\r\n'),
    ],
    ['L4 identity', request('POST / HTTP/1.1', ['Transfer-Encoding: identity'], '{}')],
    [
      'L4 chunks in HTTP/1.0',
      request('POST / HTTP/1.0', ['Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n'),
    ],
    ['L5 no host', 'GET / HTTP/1.1\r\n\r\n'],
    ...['/../x', '/%2e%2e/x', '/%2E./x', '%2f..%2fx', '/%252e%252e/x', '/x%5c..'].map(
      (path): [string, string] => [
        `L7 the path ${path}`,
        request(`GET ${listOf('tok')}${path} HTTP/1.1`, ['X-Auth-Token: a']),
      ],
    ),
  ])('%s gets one 400 with our message', async (_what, text) => {
    const before = arrived.length;
    const responses = await onTheWire(text);
    expect(responses.map(({ status }) => status)).toEqual([400]);
    expect(responses[0]?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(JSON.parse(responses[0]?.body ?? '')).toMatchObject({
      error_code: 'BUILDER.bad_request',
    });
    expect(arrived.length).toBe(before);
  });

  it('L6 a 405 lists the allowed methods', async () => {
    const { status, headers } = await ask('PATCH', listOf('tok'), TOKEN, '{}');
    expect([status, headers.get('allow')]).toEqual([405, 'POST, GET']);
  });

  it.each([
    ['L8', '/ief/tok/v3/a/edgemgr/deployments', 'BUILDER.bad_project'],
    ['L8', `/ief/tok/v3/${'a'.repeat(128)}/edgemgr/deployments`, 'BUILDER.bad_project'],
    ...['limit=0', 'limit=101', 'limit=-1', 'limit=1e2', 'name=%ff'].map(
      (query): [string, string, string] => ['L9', `${listOf('tok')}?${query}`, 'BUILDER.bad_query'],
    ),
  ])('%s %s is 400', async (_id, path, code) => {
    const before = arrived.length;
    const response = await ask('GET', path, TOKEN);
    expect([response.status, response.code, arrived.length]).toEqual([400, code, before]);
  });

  it('L10 __proto__ is refused, everything else is forwarded byte for byte', async () => {
    const refused = await ask('POST', listOf('tok'), TOKEN, '{"a":{"__proto__":1}}');
    expect([refused.status, refused.code]).toEqual([400, 'BUILDER.not_json']);
    for (const text of ['{"a":1,"a":2}', '\ufeff{}', String.raw`{"a":"\u0000\ud800"}`]) {
      expect((await ask('POST', listOf('tok'), TOKEN, text)).status).toBe(200);
      expect(arrived.at(-1)?.body).toBe(text);
    }
  });

  it.each([
    ['L11 longer than its length', '11'],
    ['L12 with a key twice', '12'],
    ['L23 with 5,000 headers', '23'],
  ])('a response %s is not a success', async (_what, digits) => {
    const { status, code } = await ask('POST', listOf('tok', digits), TOKEN, body);
    expect([status, code]).toEqual([502, 'BUILDER.outcome_unknown']);
  });

  it('L14, L15 other sites can neither read the targets nor change anything', async () => {
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await ask('GET', '/api/targets', cross)).status).toBe(403);
    const none = { ...TOKEN, 'sec-fetch-site': 'none', 'x-ief-builder': '1' };
    expect((await ask('POST', listOf('tok'), none, body)).status).toBe(403);
  });

  it('L19 five wrong guesses do not lock out the correct secret', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 7; at++) {
      statuses.push((await ask('GET', listOf('ak'), { 'x-ief-access': `wrong-${at}` })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect((await ask('GET', listOf('ak'), MARK)).status).toBe(200);
  });

  it('writes no secret to the log or standard error', () => {
    expect(said).toContain('"route"');
    expect(said + server.errors()).not.toMatch(/canary/i);
  });
});
