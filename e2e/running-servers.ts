import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of ours as a process of its own, and the address it listens on. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the mock alone on a free port. */
export async function startMock(env: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const child = spawnServer('mock-ief.main.js', { MOCK_PORT: String(port), ...env });
  return ready(child, `http://127.0.0.1:${port}`, '/');
}

/** Starts the builder's server on a free port with one live target called `edge-live` at `endpoint`. */
export async function startServerWithTarget(endpoint: string): Promise<Running> {
  const port = await freePort();
  const file = join(await mkdtemp(join(tmpdir(), 'ief-targets-')), 'targets.json');
  const target = {
    id: 'edge-live',
    label: 'Edge live',
    endpoint,
    region: 'cn-north-4',
    auth: { kind: 'token' },
  };
  await writeFile(file, JSON.stringify({ targets: [target] }));
  const child = spawnServer('app.main.js', { PORT: String(port), IEF_TARGETS: file });
  return ready(child, `http://127.0.0.1:${port}`, '/readyz');
}

/** What arrived at the recorder. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A plain HTTP hop that keeps every request it passes on to `upstream`, byte for byte. */
export async function startRecorder(upstream: string): Promise<Running & { arrivals: Arrival[] }> {
  const arrivals: Arrival[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method = '', url: path = '', headers } = incoming;
      arrivals.push({ method, path, headers, body });
      const onward = request(upstream + path, { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function spawnServer(file: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [join('dist', 'server', file)], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
}

async function ready(child: ChildProcess, url: string, path: string): Promise<Running> {
  const running: Running = {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answered = await fetch(url + path).then(
      () => true,
      () => false,
    );
    if (answered) return running;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await running.stop();
  throw new Error(`no answer from ${url}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
