// Servers that share rollouts through one PostgreSQL, each as if on a machine of its own: killed, stopped and continued
// at random, while answers are lost. Afterwards every node has exactly one deployment.
import { spawnSync } from 'node:child_process';
import { startProgram } from '../programs.mjs';
import { HEADERS, callServer, judgeFleet, startFleet, startRollout } from './fleet.mjs';
import { startPostgres } from './postgres.mjs';

const LEASE_MS = 10_000;
/** Answers that are lost, of all creates. */
const LOSE = 0.02;

/** The start of a command with its own host name, where permitted: a server takes over at once from a process of its own
 * machine that has ended, so only another machine's lease has to expire. */
const canUnshare = spawnSync('unshare', ['--uts', 'true']).status === 0;

/**
 * @param {string} programs The folder of PostgreSQL's programs.
 * @param {{ nodes: number, kills: number }} counts Nodes of each of two rollouts.
 */
export async function tryPostgresReplicas(programs, { nodes, kills }) {
  const postgres = await startPostgres(programs);
  const fleet = await startFleet(2 * nodes, {
    server: { IEF_STORE: postgres.url, ROLLOUT_SETTLE_S: '5' },
    lose: LOSE,
  });
  let started = 0;
  const start = () => {
    started += 1;
    const host = ['unshare', '--uts', 'sh', '-c', `hostname replica-${started}; exec "$0" "$@"`];
    return startProgram('app.main', fleet.env, { before: canUnshare ? host : [] });
  };
  const servers = await Promise.all([start(), start()]);
  const halves = [fleet.ids.slice(0, nodes), fleet.ids.slice(nodes)];
  const plan = { inFlight: 16, perMinute: 1200, stopAt: '100%' };
  const ids = await Promise.all(
    halves.map((half, at) => startRollout(servers[at]?.port ?? 0, `half-${at}`, half, plan)),
  );
  /** The process that works on a rollout; 0 if there is none. */
  const ownerOf = (/** @type {string | undefined} */ id) =>
    Number(postgres.query(`select owner from rollouts where id = '${id}'`)[0]?.split(' ')[1] ?? 0);
  const owners = new Set(ids.map(ownerOf));
  /** @type {number[]} */
  const takenAfter = [];
  await pause(2_000);
  const whileDown = await crashDatabase(postgres, servers[0]?.port ?? 0);
  while (takenAfter.length < kills) {
    await pause(2_000 + Math.random() * 4_000);
    const kill = takenAfter.length;
    const victim = servers.find(({ pid }) => pid === ownerOf(ids[kill % 2]));
    // That rollout has ended.
    if (victim === undefined) break;
    const begin = performance.now();
    // Every other one only sleeps, and must send nothing when it wakes up after its lease.
    const sleeps = kill % 2 === 1;
    process.kill(victim.pid, sleeps ? 'SIGSTOP' : 'SIGKILL');
    while (ids.some((id) => ownerOf(id) === victim.pid)) await pause(100);
    takenAfter.push(Math.round(performance.now() - begin));
    if (sleeps) process.kill(victim.pid, 'SIGCONT');
    else servers[servers.indexOf(victim)] = await start();
  }
  const port = servers[0]?.port ?? 0;
  const states = [];
  for (const id of ids) {
    let shown = await callServer(port, 'GET', `/${id}`);
    while (shown.state === 'running') {
      await pause(500);
      shown = await callServer(port, 'GET', `/${id}`);
    }
    states.push(`${shown.state}, ${shown.counts.ready} ready`);
  }
  const { missing, duplicates } = await judgeFleet(fleet, fleet.ids);
  const lost = postgres.query(
    'select count(*) from rollout_rows where unsettled_since is not null',
  )[0];
  await Promise.all(servers.map((server) => server.stop()));
  await fleet.stop();
  await postgres.stop();
  return {
    nodes: 2 * nodes,
    states,
    missing,
    duplicates,
    /** Rows whose outcome was unknown at some time. */
    lookedUp: Number(lost),
    bothWorked: owners.size === 2,
    whileDown,
    kills: takenAfter.length,
    /** From the kill or stop until the other server had the lease, in milliseconds. */
    takenAfter,
    leaseMs: LEASE_MS,
    ownMachines: canUnshare,
  };
}

/**
 * Crashes the database for a while; returns what a server answers meanwhile.
 * @param {Awaited<ReturnType<typeof startPostgres>>} postgres
 * @param {number} port
 */
async function crashDatabase(postgres, port) {
  const at = `http://127.0.0.1:${port}`;
  let seen = { lives: false, status: 0 };
  await postgres.crash(async () => {
    await pause(4_000);
    const listed = await fetch(`${at}/api/rollouts`, { headers: HEADERS });
    seen = { lives: (await fetch(`${at}/healthz`)).ok, status: listed.status };
  });
  return seen;
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
