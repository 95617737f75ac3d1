import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** A served page: its address and the folder of its files. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder on a free port, precompressed where available, like our own server. */
export async function serveFolder(folder: string): Promise<Served> {
  const server = createServer(({ url = '/' }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = normalize(join(folder, pathname === '/' ? 'index.html' : pathname));
    const type = contentTypes[extname(path)];
    if (!path.startsWith(folder + sep) || type === undefined || !existsSync(path)) {
      answer.writeHead(404).end();
      return;
    }
    const compressed = existsSync(`${path}.br`);
    answer.writeHead(200, {
      'content-type': type,
      ...(compressed && { 'content-encoding': 'br' }),
    });
    answer.end(readFileSync(compressed ? `${path}.br` : path));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * Starts our own server on a free port. The server reads all of `dist` when it starts, so a later build changes
 * nothing.
 */
export async function serveOurs(
  dist: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const program = join(dist, 'server/app.main.js');
  const folder = join(dist, 'client');
  for (const path of [program, join(folder, 'index.html')]) {
    if (!existsSync(path)) throw new Error(`${path} does not exist. Run: npm run build`);
  }
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', IEF_STORE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`our server exited with ${code}`)));
  });
  return {
    url: address,
    folder,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
