import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, createServer as createLine, type AddressInfo, type Socket } from 'node:net';
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
  const auth = { kind: 'token' };
  return startServer([{ id: 'edge-live', label: 'Edge live', endpoint, auth }]);
}

/** A target as it stands in the targets file; its region is `cn-north-4` if it names none. */
export interface TargetEntry {
  readonly id: string;
  readonly label: string;
  readonly endpoint: string;
  readonly auth: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly projectId?: string;
}

/** The builder's server, and what it printed. */
export interface RunningServer extends Running {
  output(): string;
}

/** Starts the builder's server with these live targets, at `port` or any free one. */
export async function startServer(
  targets: readonly TargetEntry[],
  env: Record<string, string> = {},
  port?: number,
): Promise<RunningServer> {
  const at = port ?? (await freePort());
  const file = join(await mkdtemp(join(tmpdir(), 'ief-targets-')), 'targets.json');
  const entries = targets.map((target) => ({ region: 'cn-north-4', ...target }));
  await writeFile(file, JSON.stringify({ targets: entries }));
  const child = spawnServer('app.main.js', { PORT: String(at), IEF_TARGETS: file, ...env });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const running = await ready(child, `http://127.0.0.1:${at}`, '/readyz');
  return { ...running, output: () => output };
}

/** Starts a service that answers as `listener` likes; with a certificate it speaks TLS. */
export async function startService(
  listener: RequestListener,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<Running> {
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
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

/** The line between a browser and a server, which can go silent, break and be mended. */
export interface Line extends Running {
  /** From now on the server hears the browser, and the browser nothing of the server. */
  hush(): void;
  /** Every connection ends, as when a machine sleeps or a cable is pulled. */
  cut(): void;
  /** What is begun from now on gets through both ways again. */
  mend(): void;
  /** Resolves when all that was asked has been answered and nothing has come for a while. */
  settled(): Promise<void>;
}

/** How long nothing has to come, milliseconds. */
const QUIET_MS = 500;

/** A line to `upstream`, byte for byte. */
export async function startLine(upstream: string): Promise<Line> {
  const { hostname, port } = new URL(upstream);
  const sockets = new Set<Socket>();
  /** Those of the browser's on which an answer is owed. */
  const asking = new Set<Socket>();
  let lastByteAt = performance.now();
  let state: 'up' | 'silent' | 'down' = 'up';
  const server = createLine((near) => {
    if (state === 'down') {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        asking.delete(one);
        // While it is silent the browser does not even hear that the server hung up.
        if (state !== 'silent' || one === near) other.destroy();
      });
    }
    near.on('data', () => {
      asking.add(near);
      lastByteAt = performance.now();
    });
    near.pipe(far);
    far.on('data', (chunk) => {
      asking.delete(near);
      lastByteAt = performance.now();
      if (state === 'up') near.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    state = 'down';
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hush: () => void (state = 'silent'),
    cut,
    mend: () => void (state = 'up'),
    async settled() {
      while (asking.size > 0 || performance.now() - lastByteAt < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async stop() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

function spawnServer(file: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [join('dist', 'server', file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Read by nobody, it would fill up and hold the process.
  child.stdout.resume();
  return child;
}

/** How long a server may take to start on a busy machine, milliseconds. */
const START_MS = 30_000;

async function ready(child: ChildProcess, url: string, path: string): Promise<Running> {
  const running: Running = {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  const giveUpAt = performance.now() + START_MS;
  while (performance.now() < giveUpAt) {
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

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
