import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** The output of `npm run build` in a separate folder. For tests. */
export interface BuiltServer {
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string): string;
  /** Starts the server on a free port and waits until it responds. */
  start(options?: StartOptions): Promise<StartedServer>;
  remove(): void;
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** File descriptor of standard output. Default: a pipe that this process reads. */
  readonly output?: number | 'pipe';
  readonly nodeArgs?: readonly string[];
}

/** A server that runs as a process. */
export interface StartedServer {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Its standard error so far. */
  errors(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** Builds both programs, but not into dist/, which others may be using. */
export async function buildServer(): Promise<BuiltServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ief-server-'));
  const started: ChildProcess[] = [];
  await build({
    root,
    configFile: join(root, 'vite.server.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'server') },
  });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  // For libsql, which is not bundled.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async start({ env = {}, output = 'pipe', nodeArgs = [] } = {}) {
      const port = await freePort();
      const stdio: StdioOptions = ['ignore', output, 'pipe'];
      const child = spawn(process.execPath, [...nodeArgs, join(folder, 'server/app.main.js')], {
        env: { PORT: String(port), IEF_STORE: 'off', ...env },
        stdio,
      });
      started.push(child);
      let errors = '';
      child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      const ended = new Promise<number | string | null>((resolve) => {
        child.on('exit', (code, signal) => resolve(code ?? signal));
      });
      const url = `http://127.0.0.1:${port}`;
      await waitUntilReady(url).catch((error: unknown) => {
        throw new Error(`${String(error)} ${errors}`);
      });
      return { url, port, child, errors: () => errors, ended };
    },
    remove() {
      for (const child of started) child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

async function waitUntilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server does not respond.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
