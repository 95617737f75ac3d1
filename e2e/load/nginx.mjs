// Runs this machine's nginx with its own configuration and folder.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Installs nginx if permitted; true if it is available. */
export function hasNginx() {
  const isThere = () => spawnSync('nginx', ['-v']).status === 0;
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: 'ignore' });
  if (isThere()) return true;
  if (process.getuid?.() !== 0) return false;
  apt('update');
  apt('install', '-y', 'nginx-light');
  return isThere();
}

/**
 * Starts nginx with one worker and waits until it listens on a port.
 * @param {string} http The content of its http block.
 * @param {number} port
 */
export async function startNginx(http, port) {
  const folder = mkdtempSync(join(tmpdir(), 'ief-nginx-'));
  return startNginxAs(
    `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 2048; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${http}
}
`,
    folder,
    port,
  );
}

/**
 * Starts nginx with a given configuration and waits until it listens on a port.
 * @param {string} conf
 * @param {string} folder
 * @param {number} port
 */
export async function startNginxAs(conf, folder, port) {
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, conf);
  const options = conf.startsWith('daemon off;') ? [] : ['-g', 'daemon off;'];
  const child = spawn('nginx', ['-p', folder, '-c', file, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() !== undefined));
      socket.on('error', () => resolve(false));
    });
    if (isUp) return { stop: () => child.kill('SIGTERM') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`nginx does not start: ${said}`);
}
