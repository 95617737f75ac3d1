// Starts the built programs and their surroundings, each on its own port.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const PROJECT = '05e1aef9040010e22fccc009adecb056';
export const DEPLOYMENTS = `/v3/${PROJECT}/edgemgr/deployments`;

/** Raised limits, so that they do not distort a measurement. */
export const noLimits = {
  LIVE_REQUESTS_PER_MINUTE: '0',
  LIVE_REQUESTS_PER_SECOND_PER_PEER: '0',
  LIVE_CREATES_PER_MINUTE_PER_PEER: '0',
  MAX_IN_FLIGHT: '0',
  MAX_CONNECTIONS_PER_PEER: '0',
  MOCK_CREATES_PER_SECOND: '0',
  MAX_IN_FLIGHT_PER_PEER: '0',
};

/**
 * @typedef {{
 *   port: number,
 *   pid: number,
 *   output: () => string,
 *   stop: (signal?: NodeJS.Signals) => Promise<number | null>,
 *   exited: Promise<number | null>,
 * }} Program
 */

/**
 * Starts `dist/server/<name>.js` and waits for the line with its address.
 * @param {'app.main' | 'mock-ief.main'} name
 * @param {Record<string, string>} env
 * @param {{ before?: readonly string[], folder?: string, cwd?: string }} how The start of the command, the folder of
 *   dist/, and the working directory.
 * @returns {Promise<Program>}
 */
export function startProgram(name, env, { before = [], folder = root, cwd = folder } = {}) {
  const [program = process.execPath, ...args] = [...before, process.execPath];
  const child = spawn(program, [...args, join(folder, `dist/server/${name}.js`)], {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0', MOCK_PORT: '0', IEF_STORE: 'off', ...env },
  });
  let output = '';
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', () => resolve(null));
  });
  return new Promise((resolve, reject) => {
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      const port = /https?:\/\/[^\s/]*:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      resolve({
        port: Number(port),
        pid: child.pid ?? 0,
        output: () => output,
        exited,
        stop(signal = 'SIGTERM') {
          child.kill(signal);
          return exited;
        },
      });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exited.then((code) => reject(new Error(`${name} ended with ${code}: ${output}`)));
  });
}

/**
 * A targets file with one live target at a port of this machine.
 * @param {number} port
 * @param {object} auth
 */
export function writeTargets(port, auth = { kind: 'token' }) {
  const endpoint = `http://127.0.0.1:${port}`;
  return writeTargetList([{ id: 'lab', label: 'Lab', endpoint, region: 'lab', auth }]);
}

/**
 * A targets file.
 * @param {readonly object[]} targets
 */
export function writeTargetList(targets) {
  const path = join(mkdtempSync(join(tmpdir(), 'ief-load-')), 'targets.json');
  writeFileSync(path, JSON.stringify({ targets }));
  return path;
}

/** A target that responds immediately, so that only the server in front of it is measured. */
export async function startFastTarget() {
  const body = JSON.stringify({ id: 'a', name: 'app', padding: 'x'.repeat(1000) });
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      outgoing.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      outgoing.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { port: address.port, stop: () => server.closeAllConnections() ?? server.close() };
}

/**
 * Resident memory in MiB and open descriptors of a process.
 * @param {number} pid
 */
export function usageOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  return { rss, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

/**
 * @param {string} name
 * @param {string} [fault] A fault of the mock.
 * @param {string} [value] The value of an environment variable.
 */
export function makeBody(name, fault, value) {
  return JSON.stringify({
    name,
    node_ids: ['9ebd8efb-9fdd-44a1-abda-9cdbc287a867'],
    ...(fault === undefined ? {} : { tags: [{ key: 'mock-fault', value: fault }] }),
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: true, restart_policy: 'Always' },
        containers: [
          {
            name: 'container-0',
            image_url: 'nginx:alpine',
            ...(value === undefined ? {} : { envs: [{ name: 'SETTING', value }] }),
          },
        ],
      },
    },
  });
}

/** A new project ID, unused on the mock. */
export function newProject() {
  return Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
}

/**
 * The names of all deployments of a project, read from the mock directly.
 * @param {number} port
 * @param {string} project
 */
export async function listNames(port, project) {
  /** @type {string[]} */
  const names = [];
  for (;;) {
    const path = `/v3/${project}/edgemgr/deployments?limit=100&offset=${names.length}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { 'x-auth-token': 't' },
    });
    const { deployments } = /** @type {{ deployments: { name: string }[] }} */ (
      await answer.json()
    );
    names.push(...deployments.map(({ name }) => name));
    if (deployments.length < 100) return names;
  }
}

/** A free port. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}
