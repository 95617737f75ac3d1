/** The built server as a process: its output, signals and exit. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer, type BuiltServer, type StartedServer } from './built-server.testing.ts';
import { sendRaw } from './http/listen/raw-http.testing.ts';
import { DEPLOYMENTS, makeBody } from './scene.fixture.ts';

let built: BuiltServer;
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => built.remove());

/** Sends so many requests, ten at a time, and returns how many succeeded. */
async function askMany({ url }: StartedServer, count: number): Promise<number> {
  let asked = 0;
  let good = 0;
  const askOn = async (): Promise<void> => {
    while (asked < count) {
      asked += 1;
      const response = await fetch(`${url}/api/targets`);
      await response.arrayBuffer();
      if (response.ok) good += 1;
    }
  };
  await Promise.all(Array.from({ length: 10 }, askOn));
  return good;
}

/** Stops a server by SIGTERM and returns its exit code. */
function stop({ child, ended }: StartedServer) {
  child.kill('SIGTERM');
  return ended;
}

const warned = (errors: string) => errors.split('\n').filter((line) => line.includes('the log'));

describe.concurrent('S49 output that fails', () => {
  it.skipIf(!existsSync('/dev/full'))(
    'on a full disk is reported once, and affects neither service nor shutdown',
    async () => {
      const server = await built.start({ output: openSync('/dev/full', 'w') });
      expect(await askMany(server, 300)).toBe(300);
      expect(await stop(server)).toBe(0);
      expect(warned(server.errors())).toEqual([
        'Cannot write the log (ENOSPC); the server keeps running.',
      ]);
    },
  );

  it('on a closed pipe is reported once, and affects neither service nor shutdown', async () => {
    const server = await built.start();
    server.child.stdout?.destroy();
    expect(await askMany(server, 300)).toBe(300);
    expect(await stop(server)).toBe(0);
    expect(warned(server.errors())).toEqual([
      'Cannot write the log (EPIPE); the server keeps running.',
    ]);
  });

  it('on an unread pipe affects neither service nor shutdown', async () => {
    const pipe = `${built.write('pipe', '')}-unread`;
    execFileSync('mkfifo', [pipe]);
    const server = await built.start({ output: openSync(pipe, 'r+') });
    // Their log lines exceed the 64 KiB buffer of the pipe.
    expect(await askMany(server, 500)).toBe(500);
    expect(await stop(server)).toBe(0);
  });
});

describe.concurrent('the log of a process', () => {
  it('has one JSON line per request, including refusals, with the size of the response', async () => {
    const server = await built.start();
    let output = '';
    server.child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const headers = { 'x-mock-fault': 'canary', 'content-type': 'application/json' };
    const body = JSON.stringify(makeBody('canary-name'));
    const response = await fetch(`${server.url}/ief/mock${DEPLOYMENTS}?canary=1`, {
      method: 'POST',
      headers,
      body,
    });
    const length = (await response.arrayBuffer()).byteLength;
    await (await fetch(`${server.url}//canary`)).arrayBuffer();
    const cut = `Host: 127.0.0.1:${server.port}\r\nContent-Length: 9\r\n\r\n{`;
    await sendRaw(server.port, `POST /api/session HTTP/1.1\r\n${cut}`, 100);
    await stop(server);
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    const [create, refused, ended] = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ route }) => route !== '/readyz');
    expect(create).toMatchObject({
      method: 'POST',
      bytesIn: body.length,
      id: response.headers.get('x-request-id'),
    });
    expect(Number(create?.bytesOut)).toBeGreaterThan(length);
    expect(Number(create?.bytesOut)).toBeLessThan(length + 2_000);
    expect(refused).toMatchObject({ status: 400, route: 'none', error: 'BUILDER.bad_request' });
    // A client that disconnects is not an error of the server.
    expect(ended).toMatchObject({ status: 400, error: 'BUILDER.bad_request', level: 'warn' });
    expect(output).not.toContain('canary');
  });

  it('does not contain the launch link, which is printed once', async () => {
    const file = built.write(
      'targets.json',
      JSON.stringify({
        targets: [
          {
            id: 'lab',
            label: 'Lab',
            region: 'lab',
            endpoint: 'http://127.0.0.1:9',
            auth: { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' },
          },
        ],
      }),
    );
    const env = { IEF_TARGETS: file, A: 'canary-ak', S: 'canary-sk' };
    const server = await built.start({ env });
    let output = '';
    server.child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await expect.poll(() => output).toMatch(/#k=/);
    const secret = /http:\/\/127\.0\.0\.1:\d+\/#k=([\w-]{43})\n/.exec(output)?.[1] ?? '';
    const list = (headers: Record<string, string>) =>
      fetch(`${server.url}/ief/lab${DEPLOYMENTS}`, { headers });
    expect((await list({ 'x-ief-access': secret })).status).toBe(502);
    expect((await list({})).status).toBe(401);
    await stop(server);
    expect(output.split(secret)).toHaveLength(2);
    expect(output + server.errors()).not.toContain('canary');
  });
});

describe.concurrent('SIGTERM', () => {
  it('makes readyz return 503 immediately, and finishes a request in flight', async () => {
    const server = await built.start({ env: { MOCK_SLOW_MS: '700' } });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const probe = async () => {
      const [response] = (await once(get(`${server.url}/readyz`, { agent }), 'response')) as [
        IncomingMessage,
      ];
      response.resume();
      await once(response, 'end');
      return response;
    };
    expect((await probe()).statusCode).toBe(200);
    const slow = fetch(`${server.url}/ief/mock${DEPLOYMENTS}`, {
      method: 'POST',
      headers: { 'x-mock-fault': 'slow' },
      body: JSON.stringify(makeBody()),
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    // Over an existing connection: new ones are refused. The signal takes a moment to arrive.
    let response = await probe();
    while (response.statusCode === 200) response = await probe();
    expect([response.statusCode, response.headers.connection]).toEqual([503, 'close']);
    expect((await slow).status).toBe(200);
    expect(await server.ended).toBe(0);
  });

  it('ends the process immediately the second time', async () => {
    const server = await built.start({ env: { MOCK_SLOW_MS: '20000' } });
    const slow = fetch(`${server.url}/ief/mock${DEPLOYMENTS}`, {
      headers: { 'x-mock-fault': 'slow' },
    }).catch(() => 'broken off');
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(1);
    expect(await slow).toBe('broken off');
  });
});

describe.concurrent('C6 an uncaught error', () => {
  it.each([
    ['an exception', "throw new TypeError('canary-text')"],
    ['a rejection', "Promise.reject(new TypeError('canary-text'))"],
  ])('%s is reported once, requests in flight finish, and the process fails', async (_, code) => {
    const preload = built.write(
      'preload.mjs',
      `process.on('SIGUSR2', () => { for (let i = 0; i < 2; i++) setTimeout(() => { ${code} }); });`,
    );
    const server = await built.start({
      env: { MOCK_SLOW_MS: '700' },
      nodeArgs: ['--import', `file://${preload}`],
    });
    const slow = fetch(`${server.url}/ief/mock${DEPLOYMENTS}`, {
      headers: { 'x-mock-fault': 'slow' },
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.child.kill('SIGUSR2');
    expect((await slow).status).toBe(200);
    expect(await server.ended).toBe(1);
    expect(server.errors()).toMatch(
      /Uncaught error \(TypeError at preload\.mjs:\d+:\d+\); shutting down\.\n/,
    );
    expect(server.errors().match(/Uncaught error/g)).toHaveLength(1);
    expect(server.errors()).not.toContain('canary-text');
  });
});
