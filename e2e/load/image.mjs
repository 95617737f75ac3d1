// Builds and runs the image's files without a container engine: dist/, built from what .dockerignore lets in, and the
// packages of the store, in a read-only folder, as the image's user where permitted, with only the environment that the
// image and the manifests set.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makeScratchProject } from '../../src/testing/scratch-project.mjs';
import { ask, makeAgent } from './client.mjs';
import { DEPLOYMENTS, makeBody, PROJECT, startProgram } from './programs.mjs';

const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const manifests = join(root, 'deploy/kubernetes');

const user = Number(/^USER (\d+)/m.exec(dockerfile)?.[1]);
const isRoot = process.getuid?.() === 0;
/** The command prefix that switches to the image's user, where permitted. */
const asUser = isRoot
  ? [
      'setpriv',
      `--reuid=${user}`,
      `--regid=${user}`,
      '--clear-groups',
      '--no-new-privs',
      '--inh-caps=-all',
      '--bounding-set=-all',
    ]
  : [];

/** @typedef {(env: Record<string, string>, cwd?: string) => ReturnType<typeof startProgram>} Run */
/** @typedef {ReturnType<typeof makeAgent>} Agent */

/** The variables that the image sets. */
const imageEnv = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
    [...line.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]),
  ),
);

export async function tryImage() {
  const app = mkdtempSync(join(tmpdir(), 'ief-image-'));
  const built = buildFromContext();
  for (const part of ['client', 'server']) {
    cpSync(join(built, 'dist', part), join(app, 'dist', part), { recursive: true });
  }
  rmSync(built, { recursive: true });
  writeFileSync(join(app, 'dist/package.json'), '{"type":"module"}\n');
  // The packages of the store, as the image names them.
  for (const part of ['libsql', '@libsql', '@neon-rs/load']) {
    cpSync(join(root, 'node_modules', part), join(app, 'node_modules', part), { recursive: true });
  }
  lock(app);
  const before = listAll(app);
  /** @type {Run} */
  const run = (env, cwd = app) =>
    startProgram('app.main', env, { before: asUser, folder: app, cwd });
  const agent = makeAgent(4);
  /** @type {Record<string, boolean>} */
  const shown = { ...(await tryAlone(run, agent)), ...(await tryStore(run, agent)) };

  // With the image's defaults the server must not listen on a public address without TLS.
  const bare = await run({ HOST: '0.0.0.0' }).catch((/** @type {Error} */ error) => error.message);
  shown['it does not listen on a public address without TLS'] = String(bare).includes('HOST: ');

  Object.assign(shown, await tryManifests(run, agent));
  shown['it wrote nothing'] = JSON.stringify(listAll(app)) === JSON.stringify(before);
  agent.destroy();
  return {
    user: isRoot ? user : `${process.getuid?.()}, because this user may not switch to another`,
    shown,
  };
}

/** Builds in a folder that has only the files of the image's build context. Returns the folder. */
function buildFromContext() {
  const lines = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  const included = lines.flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  const endings = lines.flatMap((line) => (line.startsWith('**/*') ? [line.slice(4)] : []));
  const context = makeScratchProject(included);
  for (const path of readdirSync(join(context, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (endings.some((ending) => path.endsWith(ending))) rmSync(join(context, 'src', path));
  }
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: context, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build in the image fails: ${stderr}`);
  return context;
}

/**
 * Like `docker run --network host -e HOST=127.0.0.1`.
 * @param {Run} run
 * @param {Agent} agent
 */
async function tryAlone(run, agent) {
  /** @type {Record<string, boolean>} */
  const shown = {};
  const alone = await run({ NODE_ENV: 'production', HOST: '127.0.0.1' });
  const get = async (/** @type {string} */ path) => (await ask(agent, alone.port, { path })).status;
  shown['page and probes respond'] =
    (await get('/')) === 200 && (await get('/healthz')) === 200 && (await get('/readyz')) === 200;
  const created = await ask(agent, alone.port, {
    method: 'POST',
    path: `/ief/mock${DEPLOYMENTS}`,
    body: makeBody('app'),
  });
  shown['the embedded mock creates'] = created.status === 200;
  const ids = /^Uid:\s+(\d+)\s+(\d+)/m.exec(readFileSync(`/proc/${alone.pid}/status`, 'utf8'));
  shown['it runs as the user of the image'] =
    !isRoot || (ids?.[1] === String(user) && ids[2] === ids[1]);
  shown['the health check of the image passes'] = checkHealth(alone.port) === 0;
  shown['it exits with 0'] = (await alone.stop()) === 0;
  shown['the health check fails after the exit'] = checkHealth(alone.port) === 1;
  return shown;
}

/**
 * With the default store, in a working directory that only the user of the image can write: a rollout outlives a
 * restart. Then with the file named in another file.
 * @param {Run} run
 * @param {Agent} agent
 */
async function tryStore(run, agent) {
  const volume = mkdtempSync(join(tmpdir(), 'ief-volume-'));
  chmodSync(volume, 0o755);
  if (isRoot) chownSync(volume, user, user);
  const env = { IEF_STORE: '', ...imageEnv, HOST: '127.0.0.1', PORT: '0' };
  const read = async (/** @type {number} */ port, /** @type {string} */ path) =>
    JSON.parse((await ask(agent, port, { path: `/api/rollouts${path}` })).text);
  const first = await run(env, volume);
  const { node_ids: _, ...body } = JSON.parse(makeBody('stored'));
  const started = await ask(agent, first.port, {
    method: 'POST',
    path: '/api/rollouts',
    body: JSON.stringify({
      target: 'mock',
      projectId: PROJECT,
      action: 'create',
      body,
      nodes: [{ id: 'node-1' }],
    }),
  });
  const { id } = JSON.parse(started.text);
  let state = '';
  for (let tries = 0; tries < 200 && state !== 'done'; tries++) {
    ({ state } = await read(first.port, `/${id}`));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await first.stop();
  const second = await run(env, volume);
  const kept = await read(second.port, `/${id}`);
  await second.stop();
  const folder = join(volume, '.ief-builder');
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
  const address = join(volume, 'address');
  writeFileSync(address, join(folder, 'store.db'), { mode: 0o600 });
  if (isRoot) chownSync(address, user, user);
  const third = await run({ ...env, IEF_STORE_FILE: address }, volume);
  const named = await read(third.port, `/${id}`);
  await third.stop();
  return {
    'a rollout runs with the store on the volume': started.status === 201 && state === 'done',
    'the store outlives a restart': kept.state === 'done' && kept.counts.ready === 1,
    'a file can name the store': named.state === 'done',
    'only its user may read the store': modes.length > 0 && modes.every((mode) => mode === 0),
  };
}

/**
 * With the settings of the manifests.
 * @param {Run} run
 * @param {Agent} agent
 */
async function tryManifests(run, agent) {
  /** @type {Record<string, boolean>} */
  const shown = {};
  const { mounts, data, settings } = writeMounts();
  const free = { PORT: '0', METRICS_PORT: '0' };
  if (isRoot) {
    const inCluster = await run({ ...settings, ...free });
    const host = new URL(data.PUBLIC_ORIGIN ?? '').host;
    const session = await ask(agent, inCluster.port, { path: '/api/session', headers: { host } });
    shown['it starts with the settings of the manifests'] =
      session.text === JSON.stringify({ state: 'locked', kind: 'access' });
    await inCluster.stop();
  }
  chmodSync(join(mounts, 'run/access-secret'), 0o600);
  writeFileSync(join(mounts, 'run/access-secret'), 'CHANGE-ME');
  chmodSync(join(mounts, 'run/access-secret'), 0o440);
  const example = await run({ ...settings, ...free }).catch(
    (/** @type {Error} */ error) => error.message,
  );
  shown['it does not start with the placeholder secrets of the example'] = /ACCESS_SECRET/.test(
    String(example),
  );
  return shown;
}

/** The files and settings of the manifests. Kubernetes makes root own mounted files, readable by the group. */
function writeMounts() {
  const mounts = mkdtempSync(join(tmpdir(), 'ief-mounts-'));
  const secrets = {
    'access-secret': 'a word of sixteen',
    'session-key': 'k'.repeat(32),
    'iam-password': 'p',
  };
  mkdirSync(join(mounts, 'run'));
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(join(mounts, 'run', name), value);
    chmodSync(join(mounts, 'run', name), 0o440);
    if (isRoot) chownSync(join(mounts, 'run', name), 0, user);
  }
  const targets = readFileSync(join(manifests, 'targets.json'), 'utf8');
  writeFileSync(
    join(mounts, 'targets.json'),
    targets.replaceAll('/run/secrets/ief-builder', `${mounts}/run`),
  );
  lock(mounts);
  const { data } = /** @type {{ data: Record<string, string> }} */ (
    parse(readFileSync(join(manifests, 'settings.yaml'), 'utf8'))
  );
  const settings = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      value
        .replace('/etc/ief-builder', mounts)
        .replace('/run/secrets/ief-builder', `${mounts}/run`),
    ]),
  );
  return { mounts, data, settings };
}

/** The command of HEALTHCHECK. */
function checkHealth(/** @type {number} */ port) {
  const line = /^HEALTHCHECK [^\n]*\\\n\s+CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
  const [, ...args] = /** @type {string[]} */ (JSON.parse(line));
  return spawnSync(process.execPath, args, { env: { PORT: String(port) } }).status;
}

/** Removes write permission for all users, and makes files that hold no secret readable for every user. */
function lock(/** @type {string} */ folder) {
  for (const path of [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((one) => join(folder, one)),
  ]) {
    const stat = statSync(path);
    if (stat.isDirectory()) chmodSync(path, 0o555);
    else if ((stat.mode & 0o007) !== 0) chmodSync(path, 0o444);
  }
}

/** @param {string} folder */
function listAll(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => [path, statSync(join(folder, path)).mtimeMs]);
}
