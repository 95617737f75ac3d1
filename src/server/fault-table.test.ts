import { constants } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority, makeSelfSigned, type Authority } from '#src/testing/certificates.ts';
import {
  bodyWithFault,
  freePort,
  LAB,
  listen,
  listenMock,
  listenRaw,
  listenTls,
  sceneAt,
  TOKEN,
} from './live-scene.fixture.ts';
import { DEPLOYMENTS, makeBody } from './scene.fixture.ts';

// The rows of docs/faults.md that happen between server and target, each over a real connection.

const KEYED = { ...TOKEN, 'idempotency-key': 'intent-1' };

/** Sends a create and returns its outcome, and whether a second attempt with the same key is a new one. */
async function create({ ask }: ReturnType<typeof sceneAt>, body: unknown = makeBody()) {
  const { status, json, headers } = await ask('POST', LAB, body, KEYED);
  const again = await ask('POST', LAB, body, KEYED);
  return {
    said: [status, json.error_code, json.reason],
    message: String(json.error_msg),
    retryAfter: headers.get('retry-after'),
    isKept: again.headers.get('idempotency-replayed') === 'true',
  };
}

/** Responds to the first bytes of every connection with this text, then ends it. */
function answering(text: string, end: 'close' | 'reset' = 'close') {
  return listenRaw((socket) => {
    socket.once('data', () => {
      if (end === 'close') socket.end(text);
      else socket.write(text, () => socket.resetAndDestroy());
    });
  });
}

const notSent = (reason: string) => ({ said: [502, 'BUILDER.not_sent', reason], isKept: false });
const unknown = (reason: string, status = 502) => ({
  said: [status, 'BUILDER.outcome_unknown', reason],
  isKept: true,
});

describe('nothing was sent, and the key is free again', () => {
  it('S1 the target refuses the connection', async () => {
    expect(await create(sceneAt(await freePort()))).toMatchObject(notSent('refused'));
  });

  it('S2 its name cannot be resolved', async () => {
    const { said } = await create(sceneAt(1, { endpoint: 'https://nowhere.invalid' }));
    expect(said.slice(0, 2)).toEqual([502, 'BUILDER.not_sent']);
    // Without a resolver, the machine may take too long to report it.
    expect(said[2]).toMatch(/^(name_not_found|connect_timeout)$/);
  });

  it('S3 connecting times out', async () => {
    const port = await listenRaw(() => undefined);
    const scene = sceneAt(1, { endpoint: `https://127.0.0.1:${port}` });
    expect(await create(scene)).toMatchObject(notSent('connect_timeout'));
  });

  it('S4 the connection is reset before a byte of the request is written', async () => {
    const port = await listenRaw(
      (socket) => void socket.once('data', () => socket.resetAndDestroy()),
    );
    const scene = sceneAt(1, { endpoint: `https://127.0.0.1:${port}` });
    expect((await create(scene)).said.slice(0, 2)).toEqual([502, 'BUILDER.not_sent']);
  });

  it('S12 the TLS port speaks plain HTTP', async () => {
    const { port } = await listenMock();
    const scene = sceneAt(1, { endpoint: `https://127.0.0.1:${port}` });
    expect(await create(scene)).toMatchObject(notSent('tls'));
  });
});

describe('a target that cannot be trusted gets nothing', () => {
  let authority: Authority;
  let other: Authority;
  beforeAll(async () => {
    [authority, other] = await Promise.all([makeAuthority(), makeAuthority('Other')]);
  });

  it.each([
    ['S9 an expired certificate', () => authority.issue({ days: [-9, -1] })],
    ['S9 a certificate for another address', () => authority.issue({ addresses: ['127.0.0.9'] })],
    ['S9 a self-signed certificate', () => makeSelfSigned()],
    ['S9 an unknown authority', () => other.issue({})],
  ])('%s', async (_row, issue) => {
    const target = await listenTls(await issue());
    const scene = sceneAt(1, {
      endpoint: `https://127.0.0.1:${target.port}`,
      ca: authority.ca,
    });
    expect(await create(scene)).toMatchObject(notSent('certificate'));
    expect(target.requests()).toBe(0);
  });

  it('S10 TLS older than 1.2', async () => {
    const target = await listenTls({
      ...(await authority.issue({})),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
      secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    });
    const scene = sceneAt(1, {
      endpoint: `https://127.0.0.1:${target.port}`,
      ca: authority.ca,
    });
    expect(await create(scene)).toMatchObject(notSent('tls'));
    expect(target.requests()).toBe(0);
  });

  it('S11 another valid certificate between two requests works', async () => {
    const target = await listenTls(await authority.issue({}));
    const { ask } = sceneAt(1, {
      endpoint: `https://127.0.0.1:${target.port}`,
      ca: authority.ca,
    });
    expect((await ask('POST', LAB, makeBody(), TOKEN)).status).toBe(200);
    target.server.setSecureContext(await authority.issue({}));
    target.server.closeAllConnections();
    // The pool notices the closed connection in the next tick.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await ask('POST', LAB, makeBody(), TOKEN)).status).toBe(200);
  });
});

describe('the outcome is unknown, and the key is kept', () => {
  it('S5 reset while the body is being read', async () => {
    const { port, ask } = await listenMock();
    expect(await create(sceneAt(port), bodyWithFault('reset-during'))).toMatchObject(
      unknown('reset'),
    );
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
  });

  it.each([
    ['S6 done, then reset without a response', 'reset-after', 'reset'],
    ['S6 done, then closed without a response', 'lost-answer', 'closed'],
    ['S7 done, and the response breaks off', 'cut', 'closed'],
  ])('%s', async (_row, fault, reason) => {
    const { port, ask } = await listenMock();
    expect(await create(sceneAt(port), bodyWithFault(fault))).toMatchObject(unknown(reason));
    // Two requests of one attempt reached the server: one create.
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(1);
  });

  it.each([
    ['S7 reset inside the head', 'HTTP/1.1 200 OK\r\nContent-Le', 'reset' as const],
    ['S7 closed inside the head', 'HTTP/1.1 200 OK\r\nContent-Le', 'close' as const],
    [
      'S7 reset inside the body',
      'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id',
      'reset' as const,
    ],
    [
      'S8 the JSON is complete by chance, but shorter than the announced length',
      'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":"a"}',
      'close' as const,
    ],
  ])('%s', async (_row, text, end) => {
    const { said, isKept } = await create(sceneAt(await answering(text, end)));
    expect([...said.slice(0, 2), isKept]).toEqual([502, 'BUILDER.outcome_unknown', true]);
  });

  it('S16 the response arrives byte by byte', async () => {
    const port = await listenRaw((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const timer = setInterval(() => socket.write(' '), 50);
        socket.on('close', () => clearInterval(timer));
      });
    });
    expect(await create(sceneAt(port))).toMatchObject(unknown('timeout', 504));
  });

  it('S17 no response after the body', async () => {
    const { port } = await listenMock();
    expect(await create(sceneAt(port), bodyWithFault('hang'))).toMatchObject(
      unknown('timeout', 504),
    );
  });

  it.each([
    ['S18 502 from the gateway', 'bad-gateway', 502],
    ['S18 504 from the gateway', 'gateway-timeout', 504],
    ['S19 500 with an IEF code', 'error-500', 502],
    ['S20 503 with Retry-After', 'unavailable', 503],
  ])('%s: the message is forwarded', async (_row, fault, status) => {
    const { port } = await listenMock();
    const response = await create(sceneAt(port), bodyWithFault(fault));
    expect(response.said[0]).toBe(status);
    expect(response.said[1]).toMatch(/^(APIGW|IEF|MOCK)\./);
    expect(response.isKept).toBe(true);
    expect(response.retryAfter).toBe(fault === 'unavailable' ? '5' : null);
  });

  it('S23 a web page with status 200', async () => {
    const { port } = await listenMock();
    expect(await create(sceneAt(port), bodyWithFault('html'))).toMatchObject(unknown('not_json'));
  });
});

describe('refused, and the key is free again', () => {
  it('S21 429 with Retry-After', async () => {
    const { port } = await listenMock();
    const response = await create(sceneAt(port), bodyWithFault('throttle'));
    expect([response.said[0], response.retryAfter, response.isKept]).toEqual([429, '5', false]);
  });

  it.each([
    ['S25 401', 'unauthorized', 401],
    ['S26 403', 'forbidden', 403],
    ['409', 'conflict', 409],
  ])('%s', async (_row, fault, status) => {
    const { port } = await listenMock();
    const response = await create(sceneAt(port), bodyWithFault(fault));
    expect([response.said[0], response.isKept]).toEqual([status, false]);
  });
});

describe('a redirect is never followed', () => {
  const places = {
    'another host': () => 'http://evil.test/',
    'a name under its own': () => 'https://sub.ief.cn-north-4.myhuaweicloud.com/',
    'another port': (port: number) => `http://127.0.0.1:${port}/`,
    'plain HTTP': () => 'http://ief.cn-north-4.myhuaweicloud.com/',
    'the same origin': () => '/elsewhere',
    itself: () => DEPLOYMENTS,
  };
  it.each(Object.entries(places))('S24 to %s', async (_place, makeLocation) => {
    let hits = 0;
    const canary = await listen((_incoming, outgoing) => {
      hits += 1;
      outgoing.end('{}');
    });
    for (const code of [301, 302, 303, 307, 308]) {
      let requests = 0;
      const port = await listen((_incoming, outgoing) => {
        requests += 1;
        outgoing.writeHead(code, { location: makeLocation(canary) }).end();
      });
      const { status, json, headers, text } = await sceneAt(port).ask(
        'POST',
        LAB,
        makeBody(),
        TOKEN,
      );
      const known = code === 303 ? 'BUILDER.outcome_unknown' : 'BUILDER.upstream_redirect';
      expect([status, json.error_code]).toEqual([502, known]);
      expect(headers.has('location')).toBe(false);
      expect(text).not.toContain('evil');
      expect(requests).toBe(1);
    }
    expect(hits).toBe(0);
  });
});

describe('one attempt that arrives twice', () => {
  it('S33, S34 one create and the same response if the browser resends automatically', async () => {
    const { port, ask: askMock } = await listenMock();
    const { ask } = sceneAt(port);
    const [one, two] = await Promise.all([
      ask('POST', LAB, makeBody(), KEYED),
      ask('POST', LAB, makeBody(), KEYED),
    ]);
    const late = await ask('POST', LAB, makeBody(), KEYED);
    expect([one.status, two.text, late.text]).toEqual([200, one.text, one.text]);
    expect((await askMock('GET', DEPLOYMENTS)).json.count).toBe(1);
  });

  it('P77 ten concurrent attempts are one request to the target', async () => {
    let requests = 0;
    const port = await listen((_incoming, outgoing) => {
      requests += 1;
      setTimeout(() => outgoing.end('{"id":"a","name":"app"}'), 100);
    });
    const { ask } = sceneAt(port);
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => ask('POST', LAB, makeBody(), KEYED)),
    );
    expect(new Set(responses.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(requests).toBe(1);
  });
});
