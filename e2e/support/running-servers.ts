import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that a journey started. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the standalone mock on a free port. */
export async function startMock(env: Record<string, string> = {}): Promise<Running> {
  const port = await freePort();
  const child = spawnServer('mock-ief.main.js', { MOCK_PORT: String(port), ...env });
  return waitUntilReady(child, `http://127.0.0.1:${port}`, '/');
}

/** Starts the builder's server on a free port, with the one live target `edge-live`. */
export async function startServerWithTarget(endpoint: string): Promise<Running> {
  const auth = { kind: 'token' };
  return startServer([{ id: 'edge-live', label: 'Edge live', endpoint, auth }]);
}

/** An entry of the targets file; the default region is `cn-north-4`. */
export interface TargetEntry {
  readonly id: string;
  readonly label: string;
  readonly endpoint: string;
  readonly auth: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly projectId?: string;
}

/** The builder's server. */
export interface RunningServer extends Running {
  /** Everything the server has printed. */
  output(): string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Starts the builder's server with these live targets, on `port` or any free port. */
export async function startServer(
  targets: readonly TargetEntry[],
  env: Record<string, string> = {},
  port?: number,
): Promise<RunningServer> {
  const usedPort = port ?? (await freePort());
  const file = join(await mkdtemp(join(tmpdir(), 'ief-targets-')), 'targets.json');
  const entries = targets.map((target) => ({ region: 'cn-north-4', ...target }));
  await writeFile(file, JSON.stringify({ targets: entries }));
  const child = spawnServer('app.main.js', { PORT: String(usedPort), IEF_TARGETS: file, ...env });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const running = await waitUntilReady(child, `http://127.0.0.1:${usedPort}`, '/readyz');
  return { ...running, output: () => output };
}

function spawnServer(file: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [join('dist', 'server', file)], {
    env: { ...process.env, IEF_STORE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // An unread pipe fills up and blocks the process.
  child.stdout.resume();
  return child;
}

/** Enough for a server to start on a busy machine. */
const START_TIMEOUT_MS = 30_000;

async function waitUntilReady(
  child: ChildProcess,
  url: string,
  path: string,
): Promise<Omit<RunningServer, 'output'>> {
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  const running = { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`the server exited with ${child.exitCode}`);
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

/** A port without a listener. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
