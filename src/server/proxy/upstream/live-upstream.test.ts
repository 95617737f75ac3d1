import { describe, expect, it } from 'vitest';
import {
  bodyWithFault,
  freePort,
  LAB,
  listen,
  listenMock,
  listenRaw,
  sceneAt,
  targetAt,
  TOKEN,
} from '#src/server/live-scene.fixture.ts';
import { createAppScene, DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import { createLiveLimits } from '#src/server/proxy/live-limits.ts';

describe('a live target', () => {
  it('is reached over a real port, and needs the caller’s token', async () => {
    const { port } = await listenMock();
    const { ask } = sceneAt(port);
    const created = await ask('POST', LAB, makeBody(), TOKEN);
    expect([created.status, created.json.name]).toEqual([200, 'app']);
    const without = await ask('GET', LAB);
    expect([without.status, without.json.error_code]).toEqual([401, 'BUILDER.token_missing']);
    expect((await ask('GET', LAB, undefined, TOKEN)).json.count).toBe(1);
    const { targets } = (await ask('GET', '/api/targets')).json;
    expect(targets[0]).toMatchObject({ kind: 'live', auth: 'token', region: 'cn-north-4' });
    expect(JSON.stringify(targets)).not.toContain('127.0.0.1');
  });

  it('gets the unchanged bytes and only our listed headers', async () => {
    const seen: { body: string; headers: string[]; url: string }[] = [];
    const port = await listen((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks).toString('latin1');
        seen.push({ body, headers: incoming.rawHeaders, url: incoming.url ?? '' });
        outgoing.setHeader('content-type', 'application/json');
        outgoing.end('{"id":"a","n":1.50}');
      });
    });
    const { ask } = sceneAt(port);
    const body = Buffer.from(' {"n":12345678901234567890,\r\n "ä":"\\u00e4", "n":1.0}\n');
    const { text } = await ask('POST', LAB, new Uint8Array(body), {
      ...TOKEN,
      'ief-instance-id': 'inst-1',
      'x-mock-fault': 'refuse',
      cookie: 'a=b',
      authorization: 'Basic canary',
      'x-forwarded-for': '1.2.3.4',
      'proxy-to': 'http://evil.test',
      'idempotency-key': 'k',
    });
    expect(text).toBe('{"id":"a","n":1.50}');
    expect(seen[0]?.body).toBe(body.toString('latin1'));
    expect(seen[0]?.url).toBe(DEPLOYMENTS);
    const headers = seen[0]?.headers ?? [];
    const names = headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names.sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'content-length',
      'content-type',
      'host',
      'ief-instance-id',
      'user-agent',
      'x-auth-token',
    ]);
    expect(headers).toContain(`127.0.0.1:${port}`);
  });

  it('accepts a token of 100,000 characters', async () => {
    const { port } = await listenMock();
    const { ask } = sceneAt(port);
    const token = 'a'.repeat(100_000);
    expect((await ask('GET', LAB, undefined, { 'x-auth-token': token })).status).toBe(200);
  });

  it('is bound to its configured project and instance', async () => {
    const { port } = await listenMock();
    const { ask } = sceneAt(port, { projectId: PROJECT, instanceId: 'inst-1' });
    const body = makeBody();
    (body.deployment as { replicas: number }).replicas = 2;
    expect((await ask('POST', LAB, body, TOKEN)).status).toBe(200);
    const other = LAB.replace(PROJECT, 'a'.repeat(32));
    const wrong = await ask('GET', other, undefined, TOKEN);
    expect([wrong.status, wrong.json.error_code]).toEqual([404, 'BUILDER.not_this_project']);
    const instance = await ask('GET', LAB, undefined, { ...TOKEN, 'ief-instance-id': 'inst-2' });
    expect(instance.status).toBe(404);
    expect((await ask('GET', '/api/targets')).json.targets[0]).toMatchObject({
      edition: 'platinum',
      projectId: PROJECT,
    });
  });

  it('does not serve the addresses of IAM', async () => {
    const { ask } = sceneAt(1);
    expect((await ask('GET', '/ief/lab/v3/projects', undefined, TOKEN)).status).toBe(404);
  });

  it('is rate-limited with Retry-After', async () => {
    const { port } = await listenMock();
    const rates = { requestsPerMinute: 2, peerRequestsPerSecond: 0, createsPerMinute: 0 };
    const limits = createLiveLimits(rates, () => 0);
    const { ask } = createAppScene({ targets: [targetAt(port)], limits });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index++) {
      const { status, headers } = await ask('GET', LAB, undefined, TOKEN);
      statuses.push(status);
      if (status === 429) expect(headers.get('retry-after')).toBe('30');
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('faults over a real port', () => {
  it.each([
    ['refuse', 502, 0],
    ['reset-before', 502, 0],
    ['reset-during', 502, 0],
    ['reset-after', 502, 1],
    ['lost-answer', 502, 1],
    ['cut', 502, 1],
    ['html', 502, 0],
    ['hang', 504, 0],
  ])('%s is an unknown outcome', async (name, status, created) => {
    const { port, ask: askMock } = await listenMock();
    const { ask } = sceneAt(port);
    const response = await ask('POST', LAB, bodyWithFault(name), TOKEN);
    expect([response.status, response.json.error_code]).toEqual([
      status,
      'BUILDER.outcome_unknown',
    ]);
    expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(created);
  });

  it('reports that nothing was sent if the port is closed', async () => {
    const { json, status } = await sceneAt(await freePort()).ask('POST', LAB, makeBody(), TOKEN);
    expect([status, json.error_code, json.reason]).toEqual([502, 'BUILDER.not_sent', 'refused']);
  });

  it('reports that nothing was sent if the name cannot be resolved', async () => {
    const { ask } = sceneAt(1, { endpoint: 'https://nowhere.invalid' });
    const { json } = await ask('POST', LAB, makeBody(), TOKEN);
    expect(json.error_code).toBe('BUILDER.not_sent');
    // Without a resolver, the machine may take too long to report it.
    expect(json.reason).toMatch(/^(name_not_found|connect_timeout)$/);
  });

  it('refuses forbidden addresses when connecting', async () => {
    const { port } = await listenMock();
    const { ask } = sceneAt(1, { endpoint: `https://localhost:${port}` });
    const { json } = await ask('POST', LAB, makeBody(), TOKEN);
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', 'address_refused']);
  });

  it('reports that nothing was sent to a plain HTTP port over TLS', async () => {
    const { port } = await listenMock();
    const { ask } = sceneAt(1, { endpoint: `https://127.0.0.1:${port}` });
    const { json } = await ask('POST', LAB, makeBody(), TOKEN);
    expect([json.error_code, json.reason]).toEqual(['BUILDER.not_sent', 'tls']);
  });
});

describe('malformed responses', () => {
  const answering = (text: string) =>
    listenRaw((socket) => {
      socket.once('data', () => socket.end(text));
    });

  it.each([
    ['not HTTP at all', 'hello\r\n\r\n'],
    ['a length that is too long', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":"a"}'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a bad chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n'],
    ['a head that is too large', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(200_000)}\r\n\r\n{}`],
    ['a closed connection', ''],
    ['more than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"a"}{"id":"b"}'],
    ['garbage after its length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"a"}x'],
    [
      'more than its length, closing',
      'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{"id":"a"}{"id":"b"}',
    ],
    [
      'another response after it',
      'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"a"}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}',
    ],
    [
      'more after its last chunk',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n{"id":"a"}\r\n0\r\n\r\n{}',
    ],
    [
      '300 headers',
      `HTTP/1.1 200 OK\r\n${Array.from({ length: 300 }, (_, at) => `x-${at}: 1\r\n`).join('')}Content-Length: 10\r\n\r\n{"id":"a"}`,
    ],
    [
      '21 hints before it',
      `${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(21)}HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{"id":"a"}`,
    ],
    ['a duplicate key', 'HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n{"id":"a","id":"b"}'],
  ])('%s is an unknown outcome', async (_, text) => {
    const port = await answering(text);
    const { status, json } = await sceneAt(port).ask('POST', LAB, makeBody(), TOKEN);
    expect([status, json.error_code]).toEqual([502, 'BUILDER.outcome_unknown']);
  });

  it.each([
    ['kept open', ''],
    ['closing', 'Connection: close\r\n'],
  ])('an interim response before a valid one is ignored, %s', async (_, head) => {
    const port = await answering(
      `HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n${head}Content-Length: 10\r\n\r\n{"id":"a"}`,
    );
    expect((await sceneAt(port).ask('POST', LAB, makeBody(), TOKEN)).text).toBe('{"id":"a"}');
  });

  it('never follows a redirect', async () => {
    let hits = 0;
    const second = await listen((_, outgoing) => {
      hits += 1;
      outgoing.end('{}');
    });
    for (const code of [301, 302, 303, 307, 308]) {
      const port = await listen((_, outgoing) => {
        outgoing.writeHead(code, { location: `http://127.0.0.1:${second}/` }).end();
      });
      const { status, json, headers } = await sceneAt(port).ask('POST', LAB, makeBody(), TOKEN);
      // After a 303 the create may have been carried out.
      const known = code === 303 ? 'BUILDER.outcome_unknown' : 'BUILDER.upstream_redirect';
      expect([status, json.error_code]).toEqual([502, known]);
      expect(headers.has('location')).toBe(false);
    }
    expect(hits).toBe(0);
  });

  it.each([true, false])('accepts at most 10 MiB, length announced: %s', async (isAnnounced) => {
    const port = await listen((_, outgoing) => {
      const body = `{"id":"${'a'.repeat(11 * 1024 * 1024)}"}`;
      outgoing.on('error', () => undefined);
      if (isAnnounced) outgoing.setHeader('content-length', body.length);
      else outgoing.write('');
      outgoing.end(body);
    });
    const { status, json } = await sceneAt(port).ask('GET', LAB, undefined, TOKEN);
    expect([status, json.reason]).toEqual([502, 'too_large']);
  });

  it('times out if the response arrives byte by byte', async () => {
    const port = await listenRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const timer = setInterval(() => socket.write(' '), 50);
        socket.on('close', () => clearInterval(timer));
      });
    });
    const { status, json } = await sceneAt(port).ask('GET', LAB, undefined, TOKEN);
    expect([status, json.error_code, json.reason]).toEqual([
      504,
      'BUILDER.outcome_unknown',
      'timeout',
    ]);
  });
});
