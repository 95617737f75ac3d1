// Two servers behind nginx with the example configuration: each attempt reaches only one server, and a server that
// dies leaves an unknown outcome, never a second create.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, inParallel, makeAgent } from './client.mjs';
import {
  DEPLOYMENTS,
  listNames,
  makeBody,
  noLimits,
  PROJECT,
  startProgram,
  writeTargets,
} from './programs.mjs';
import { startNginx } from './nginx.mjs';

const folder = join(import.meta.dirname, '../../deploy/nginx');
const example = readFileSync(join(folder, 'ief-builder.conf'), 'utf8');
const common = readFileSync(join(folder, 'proxy.conf'), 'utf8');
const SECRET = 'a secret for two replicas';

/** @typedef {Awaited<ReturnType<typeof startCluster>>} Cluster */

export async function tryReplicas() {
  const cluster = await startCluster();
  const { mock, servers, agent, nginx } = cluster;
  const attempts = await tryAttempts(cluster);
  const session = await trySession(cluster);
  const death = await tryDeath(cluster);
  await Promise.all([death.fresh, ...servers].map((one) => one.stop('SIGKILL')));
  const restarts = await tryRestarts(cluster);
  agent.destroy();
  nginx.stop();
  await Promise.all([...restarts.pair, mock].map((one) => one.stop('SIGKILL')));
  return { ...attempts, ...session, ...death.shown, ...restarts.shown };
}

async function startCluster() {
  const mock = await startProgram('mock-ief.main', {
    MOCK_AK: 'AK',
    MOCK_SK: 'SK',
    MOCK_SLOW_MS: '1500',
  });
  const port = 30_000 + (process.pid % 10_000);
  const env = {
    ...noLimits,
    IEF_TARGETS: writeTargets(mock.port, { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' }),
    A: 'AK',
    S: 'SK',
    ACCESS_SECRET: SECRET,
    SESSION_KEY: 'a common key of the replicas, 32 and more',
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const servers = await Promise.all([startProgram('app.main', env), startProgram('app.main', env)]);
  // The example configuration without TLS and with other names and ports.
  const conf = example
    .slice(0, example.indexOf('server {\n    listen 80;'))
    .replace(/include [^;]*;/, () => common)
    .replace(/listen [^;]*;/, `listen 127.0.0.1:${port};`)
    .replace(/^ *(ssl_|server_name).*$/gm, '')
    .replace('10.0.0.11:8080', `127.0.0.1:${servers[0].port}`)
    .replace('10.0.0.12:8080', `127.0.0.1:${servers[1].port}`);
  const nginx = await startNginx(conf, port);
  const agent = makeAgent(64);
  const path = `/ief/lab${DEPLOYMENTS}`;
  const headers = {
    'x-ief-access': SECRET,
    'x-ief-builder': '1',
    'content-type': 'application/json',
  };
  return { mock, port, env, servers, nginx, agent, path, headers };
}

/**
 * Sends ten concurrent requests for each of forty keys: one create per key.
 * @param {Cluster} cluster
 */
async function tryAttempts({ servers, agent, port, path, headers }) {
  const answers = await Promise.all(
    Array.from({ length: 400 }, (_, at) =>
      ask(agent, port, {
        method: 'POST',
        path,
        body: makeBody(`app-${at % 40}`),
        headers: { ...headers, 'idempotency-key': `attempt-${at % 40}` },
      }),
    ),
  );
  const count = async () => {
    const listed = await ask(agent, port, { path: `${path}?limit=100`, headers });
    return Number(JSON.parse(listed.text).count);
  };
  const spread = servers.map((one) => (one.output().match(/"outcome":"created"/g) ?? []).length);
  return {
    '400 requests of 40 attempts are 40 creates':
      answers.every(({ status }) => status === 200) && (await count()) === 40,
    'both servers took part': spread.every((creates) => creates > 0),
  };
}

/**
 * A cookie of one replica is valid on the other.
 * @param {Cluster} cluster
 */
async function trySession({ servers, agent, path }) {
  const login = await fetch(`http://127.0.0.1:${servers[0].port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: SECRET }),
  });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const other = await ask(agent, servers[1].port, { path, headers: { cookie } });
  return {
    'a session of one server is good on the other': login.status === 204 && other.status === 200,
  };
}

/**
 * Kills a server during a create: the outcome is unknown, and there is at most one create.
 * @param {Cluster} cluster
 */
async function tryDeath({ env, servers, agent, port, path, headers }) {
  const tagged = JSON.stringify({
    ...JSON.parse(makeBody('dying')),
    tags: [{ key: 'mock-fault', value: 'slow' }],
  });
  const inFlight = ask(agent, port, {
    method: 'POST',
    path,
    body: tagged,
    headers: { ...headers, 'idempotency-key': 'dying' },
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const first = servers[0].output().length;
  await servers[0].stop('SIGKILL');
  const lost = await Promise.race([
    inFlight,
    new Promise((/** @type {(value: undefined) => void} */ resolve) =>
      setTimeout(() => resolve(undefined), 800),
    ),
  ]);
  // The key may have selected the other replica: then kill that replica, too, and start a new one.
  if (lost === undefined) await servers[1].stop('SIGKILL');
  const answer = lost ?? (await inFlight);
  const fresh = await startProgram('app.main', {
    ...env,
    PORT: String(lost === undefined ? servers[1].port : servers[0].port),
  });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const found = await ask(agent, fresh.port, { path: `${path}?name=dying`, headers });
  return {
    fresh,
    shown: {
      'a server that dies leaves an unknown outcome':
        [0, 502, 504].includes(answer.status) && first > 0,
      'what it had sent is there once at most': JSON.parse(found.text).count <= 1,
    },
  };
}

/**
 * Restarts both replicas in turn under a load of reads and creates: no request fails.
 * @param {Cluster} cluster
 */
async function tryRestarts(cluster) {
  const { mock, env, servers } = cluster;
  const start = (/** @type {number} */ at) =>
    startProgram('app.main', { ...env, PORT: String(servers[at]?.port) });
  const pair = await Promise.all([start(0), start(1)]);
  const load = startLoad(cluster);
  for (const at of /** @type {const} */ ([0, 1])) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if ((await pair[at].stop()) !== 0) load.bad.push('exit code');
    await new Promise((resolve) => setTimeout(resolve, 300));
    pair[at] = await start(at);
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { created, bad } = await load.stop();
  const there = (await listNames(mock.port, PROJECT)).filter((name) => created.has(name));
  const words = 'two servers that are restarted in turn lose no request behind nginx';
  return {
    pair,
    shown: {
      [[words, ...bad.slice(0, 5)].join(', ')]: bad.length === 0,
      'what was created meanwhile is there once':
        created.size > 50 && there.length === created.size && new Set(there).size === there.length,
    },
  };
}

/**
 * Sends reads and creates, twenty at a time, until stopped.
 * @param {Cluster} cluster
 */
function startLoad({ agent, port, path, headers }) {
  /** @type {string[]} */
  const bad = [];
  const created = new Set();
  let made = 0;
  let isOver = false;
  const load = inParallel(20, async (worker) => {
    made += 1;
    const name = `restart-${made}`;
    const isCreate = worker % 2 === 0;
    const { status, code } = await ask(
      agent,
      port,
      isCreate
        ? {
            method: 'POST',
            path,
            body: makeBody(name),
            headers: { ...headers, 'idempotency-key': name },
          }
        : { path, headers },
    );
    if (status !== 200) bad.push(`${isCreate ? 'create' : 'look'}: ${status}${code}`);
    else if (isCreate) created.add(name);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return !isOver;
  });
  return {
    bad,
    stop: async () => {
      isOver = true;
      await load;
      return { created, bad };
    },
  };
}
