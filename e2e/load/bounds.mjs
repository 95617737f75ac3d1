// Attacks by hostile clients on the built server, one after the other: memory, latency and fair shares.
import { once } from 'node:events';
import { Agent } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ask, inParallel, makeAgent } from './client.mjs';
import {
  DEPLOYMENTS,
  makeBody,
  newProject,
  startFastTarget,
  startProgram,
  usageOf,
  writeTargets,
} from './programs.mjs';

const LAB = `/ief/lab${DEPLOYMENTS}`;
const listOf = (/** @type {string} */ project) => `/ief/mock/v3/${project}/edgemgr/deployments`;
const json = { 'content-type': 'application/json' };

const NAME = 'a00000';
/** A valid create with an unknown key that holds many empty objects; built once to make sending cheap. */
const heavyBody = Buffer.from(`${makeBody(NAME).slice(0, -1)},"x":[${'{},'.repeat(98_999)}{}]}`);

/** @param {number} at */
function heavyBodyNamed(at) {
  const body = Buffer.from(heavyBody);
  body.write(`a${String(at).padStart(NAME.length - 1, '0')}`, body.indexOf(NAME));
  return body;
}

/**
 * Measures how long an innocent client waits, until the returned function is called.
 * @param {number} port
 * @param {string} path
 */
function watch(port, path) {
  const worker = new Worker(new URL('./watcher.mjs', import.meta.url), {
    workerData: { port, what: { path } },
  });
  /** @returns {Promise<{ answers: number, bad: number, p50: number, p99: number, max: number }>} */
  return async () => {
    // A worker has no origin; the rule is about windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage('end');
    const [figures] = await once(worker, 'message');
    return figures;
  };
}

/** @param {readonly number[]} statuses */
function tally(statuses) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** @param {string | undefined} folder */
async function startApp(folder, env = {}) {
  const target = await startFastTarget();
  const app = await startProgram(
    'app.main',
    { LOG_LEVEL: 'silent', IEF_TARGETS: writeTargets(target.port), ...env },
    folder === undefined ? {} : { folder },
  );
  /** @type {number | null | undefined} */
  let code;
  void app.exited.then((exit) => (code = exit));
  return {
    ...app,
    isAlive: () => code === undefined,
    end: async () => {
      await app.stop('SIGKILL');
      target.stop();
    },
  };
}

/** H1: creates of 297 KB without credentials, at a heap of 400 MB. */
export async function floodMock({ requests = 2_000, folder = undefined } = {}) {
  const app = await startApp(folder, { NODE_OPTIONS: '--max-old-space-size=400' });
  const project = newProject();
  const agent = makeAgent(16);
  const stop = watch(app.port, '/api/targets');
  /** @type {number[]} */
  const statuses = [];
  let rss = 0;
  let made = 0;
  await inParallel(16, async () => {
    if (made >= requests || !app.isAlive()) return false;
    made += 1;
    const body = heavyBodyNamed(made);
    const { status } = await ask(agent, app.port, {
      method: 'POST',
      path: listOf(project),
      headers: json,
      body,
    });
    statuses.push(status);
    if (app.isAlive() && made % 10 === 0) rss = Math.max(rss, usageOf(app.pid).rss);
    return true;
  });
  agent.destroy();
  const isAlive = app.isAlive();
  const other = await stop();
  await app.end();
  return { requests: made, statuses: tally(statuses), isAlive, rss: Math.round(rss), other };
}

/** H2: the machine's clock is set back by an hour. */
export async function setClockBack({ folder = undefined } = {}) {
  const preload = join(mkdtempSync(join(tmpdir(), 'ief-clock-')), 'preload.mjs');
  writeFileSync(
    preload,
    `const real = Date.now; let off = 0; Date.now = () => real() + off;
process.on('SIGUSR2', () => { off -= 3_600_000; });`,
  );
  const app = await startApp(folder, { NODE_OPTIONS: `--import file://${preload}` });
  const agent = makeAgent(1);
  const one = async () =>
    (await ask(agent, app.port, { path: LAB, headers: { 'x-auth-token': 't' } })).status;
  const before = [await one(), await one(), await one()];
  process.kill(app.pid, 'SIGUSR2');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const after = [await one(), await one(), await one()];
  agent.destroy();
  await app.end();
  return { before, after };
}

/** M1: connections that request a list of 9 MiB and do not read it. */
export async function stallReaders({ readers = 120, waitMs = 180_000, folder = undefined } = {}) {
  const metricsPort = 20_000 + (process.pid % 10_000);
  const app = await startApp(folder, { METRICS_PORT: String(metricsPort) });
  const project = newProject();
  const agent = makeAgent(1);
  for (let at = 0; at < 100; at++) {
    const body = `${makeBody(`a${at}`).slice(0, -1)},"x":"${'a'.repeat(95_000)}"}`;
    const ask_ = () =>
      ask(agent, app.port, { method: 'POST', path: listOf(project), headers: json, body });
    // The mock's limit of creates per second.
    while ((await ask_()).status !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const before = usageOf(app.pid).rss;
  const sockets = Array.from({ length: readers }, () => {
    const socket = connect(app.port, '127.0.0.1', () =>
      socket.write(
        `GET ${listOf(project)}?limit=100 HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\n\r\n`,
      ),
    );
    socket.pause();
    socket.on('error', () => undefined);
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  const countInFlight = async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    return Number(/ief_in_flight_requests (\d+)/.exec(text)?.[1]);
  };
  const inFlight = await countInFlight();
  const during = usageOf(app.pid).rss;
  // Closed after 20 to 40 s; a busy machine takes longer.
  const end = performance.now() + waitMs;
  let inFlightAfter = await countInFlight();
  while (inFlightAfter > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    inFlightAfter = await countInFlight();
  }
  for (const socket of sockets) socket.destroy();
  agent.destroy();
  await app.end();
  return {
    readers,
    rssBefore: Math.round(before),
    rssDuring: Math.round(during),
    inFlight,
    inFlightAfter,
  };
}

/** M2: expensive bodies without a token over 16 connections. */
export async function sendHeavyBodies({ ms = 8_000, folder = undefined } = {}) {
  const app = await startApp(folder, { LIVE_REQUESTS_PER_MINUTE: '0' });
  const agent = makeAgent(16);
  const body = `{"x":[${'{},'.repeat(98_000)}{}]}`;
  const single = [];
  for (const headers of /** @type {Record<string, string>[]} */ ([{}, { 'x-auth-token': 't' }])) {
    const one = await ask(agent, app.port, {
      method: 'PUT',
      path: `${LAB}/abc`,
      headers: { ...json, ...headers },
      body,
    });
    single.push({ status: one.status, ms: Math.round(one.ms) });
  }
  const stop = watch(app.port, '/healthz');
  let made = 0;
  const end = performance.now() + ms;
  await inParallel(16, async () => {
    made += 1;
    await ask(agent, app.port, { method: 'PUT', path: `${LAB}/abc`, headers: json, body });
    return performance.now() < end;
  });
  const other = await stop();
  agent.destroy();
  await app.end();
  return { single, perSecond: Math.round((made * 1000) / ms), healthz: other };
}

/**
 * Opens connections from one local address that write some text and then stay silent.
 * @param {number} port
 * @param {number} count
 * @param {string} localAddress
 * @param {string} text
 */
async function openSilent(port, count, localAddress, text) {
  let closed = 0;
  const sockets = await Promise.all(
    Array.from(
      { length: count },
      () =>
        /** @type {Promise<import('node:net').Socket>} */ (
          new Promise((resolve) => {
            const socket = connect({ port, host: '127.0.0.1', localAddress }, () => {
              socket.write(text);
              resolve(socket);
            });
            socket.on('error', () => resolve(socket));
            socket.on('close', () => (closed += 1));
            socket.resume();
          })
        ),
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    closed: () => closed,
    end: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** M3: slow bodies from five addresses while another address sends normal requests. */
export async function sendSlowBodies({ folder = undefined } = {}) {
  const app = await startApp(folder);
  const text = `POST ${listOf(newProject())} HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`;
  const held = [];
  for (let at = 2; at <= 6; at++) held.push(await openSilent(app.port, 52, `127.0.0.${at}`, text));
  const agent = new Agent({ localAddress: '127.0.0.99' });
  const other = [];
  for (const one of [
    { path: '/new/basics' },
    { path: '/api/targets' },
    { path: LAB, headers: { 'x-auth-token': 't' } },
    { method: 'POST', path: listOf(newProject()), headers: json, body: makeBody('app') },
  ]) {
    other.push((await ask(agent, app.port, one)).status);
  }
  agent.destroy();
  for (const one of held) one.end();
  await app.end();
  return { other };
}

/** M8: 1,100 idle connections from one address while it and another one send normal requests. */
export async function openIdle({ folder = undefined } = {}) {
  const app = await startApp(folder);
  const held = await openSilent(app.port, 1_100, '127.0.0.1', '');
  const from = async (/** @type {string} */ localAddress, /** @type {string} */ path) => {
    const agent = new Agent({ localAddress });
    const { status } = await ask(agent, app.port, { path });
    agent.destroy();
    return status;
  };
  const shown = {
    closed: held.closed(),
    ownProbe: await from('127.0.0.1', '/healthz'),
    otherProbe: await from('127.0.0.2', '/readyz'),
    otherTargets: await from('127.0.0.2', '/api/targets'),
  };
  held.end();
  await app.end();
  return shown;
}
