// The way through /ief/ beside nginx with one worker, before the same target, in turns.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, inParallel, makeAgent, quantile } from './client.mjs';
import {
  DEPLOYMENTS,
  makeBody,
  noLimits,
  startFastTarget,
  startProgram,
  writeTargets,
} from './programs.mjs';

const ROUNDS = 5;
const CONNECTIONS = 64;
const SATURATED_MS = 4_000;
const STEADY_RPS = 500;
const STEADY_MS = 6_000;

/** True once nginx is on this machine; it is installed where that may be. */
export function hasNginx() {
  const isThere = () => spawnSync('nginx', ['-v']).status === 0;
  if (isThere()) return true;
  spawnSync('apt-get', ['install', '-y', 'nginx-light'], { stdio: 'ignore' });
  return isThere();
}

/**
 * nginx with one worker before a port.
 * @param {string} http What stands in its http part.
 * @param {number} port
 */
export async function startNginx(http, port) {
  const folder = mkdtempSync(join(tmpdir(), 'ief-nginx-'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  client_body_buffer_size 2m; client_max_body_size 8m; keepalive_requests 1000000; large_client_header_buffers 4 128k;
${http}
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file], { stdio: 'inherit' });
  for (let tries = 0; tries < 50; tries++) {
    const isUp = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() !== undefined));
      socket.on('error', () => resolve(false));
    });
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { stop: () => child.kill('SIGTERM') };
}

/**
 * As much as goes through: requests per second.
 * @param {number} port
 * @param {string} path
 */
async function saturate(port, path) {
  const agent = makeAgent(CONNECTIONS);
  const until = performance.now() + SATURATED_MS;
  let good = 0;
  let bad = 0;
  await inParallel(CONNECTIONS, async () => {
    const { status } = await ask(agent, port, create(path));
    if (status === 200) good += 1;
    else bad += 1;
    return performance.now() < until;
  });
  agent.destroy();
  return { rps: (good * 1000) / SATURATED_MS, bad };
}

/**
 * A steady stream, whatever the answers do: times in milliseconds.
 * @param {number} port
 * @param {string} path
 */
async function stream(port, path) {
  const agent = makeAgent(32);
  const count = (STEADY_RPS * STEADY_MS) / 1000;
  const begin = performance.now();
  /** @type {Promise<number>[]} */
  const times = [];
  let bad = 0;
  for (let at = 0; at < count; at++) {
    const due = begin + (at * 1000) / STEADY_RPS;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    times.push(
      ask(agent, port, create(path)).then(({ status, ms }) => {
        if (status !== 200) bad += 1;
        return ms;
      }),
    );
  }
  const all = await Promise.all(times);
  agent.destroy();
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99), bad };
}

const body = makeBody('app')
  .replace('nginx:alpine', `example.com/${'a'.repeat(200)}:1`)
  .padEnd(4096);
const token = 't'.repeat(2048);
/** @param {string} path */
const create = (path) => ({
  method: 'POST',
  path,
  body,
  headers: { 'content-type': 'application/json', 'x-auth-token': token },
});

/** Both in turns; medians of five rounds. */
export async function measureThroughput() {
  const target = await startFastTarget();
  const app = await startProgram('app.main', {
    ...noLimits,
    IEF_TARGETS: writeTargets(target.port),
    LOG_LEVEL: 'warn',
  });
  const port = 20_000 + (process.pid % 10_000);
  const nginx = await startNginx(
    `upstream target { server 127.0.0.1:${target.port}; keepalive 64; }
server { listen 127.0.0.1:${port}; location / { proxy_pass http://target; proxy_http_version 1.1; proxy_set_header Connection ''; } }`,
    port,
  );
  const ways = /** @type {const} */ ([
    ['ours', app.port, `/ief/lab${DEPLOYMENTS}`],
    ['nginx', port, DEPLOYMENTS],
  ]);
  /** @type {Record<string, { rps: number[], p50: number[], p99: number[], bad: number }>} */
  const seen = {};
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, at, path] of round % 2 === 0 ? ways : ways.toReversed()) {
      const full = await saturate(at, path);
      const steady = await stream(at, path);
      if (round < 0) continue;
      const kept = (seen[name] ??= { rps: [], p50: [], p99: [], bad: 0 });
      kept.rps.push(full.rps);
      kept.p50.push(steady.p50);
      kept.p99.push(steady.p99);
      kept.bad += full.bad + steady.bad;
    }
  }
  nginx.stop();
  await app.stop();
  target.stop();
  const median = (/** @type {string} */ name) => ({
    rps: Math.round(quantile(seen[name]?.rps ?? [], 0.5)),
    p50: quantile(seen[name]?.p50 ?? [], 0.5),
    p99: quantile(seen[name]?.p99 ?? [], 0.5),
    bad: seen[name]?.bad ?? 0,
  });
  const [ours, theirs] = [median('ours'), median('nginx')];
  return { ours, nginx: theirs, throughput: ours.rps / theirs.rps, p99: ours.p99 / theirs.p99 };
}
