// Faults of the store's file: the disk is full in the middle of a rollout, and two servers use one file.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../programs.mjs';
import { callServer, judgeFleet, startFleet, startRollout } from './fleet.mjs';

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const newFile = () => join(mkdtempSync(join(tmpdir(), 'ief-store-')), 'store.db');

/**
 * Waits until a rollout is no longer running.
 * @param {number} port
 * @param {string} id
 */
async function untilEnd(port, id) {
  for (;;) {
    const shown = await callServer(port, 'GET', `/${id}`);
    if (shown.state !== 'running') return shown;
    await pause(200);
  }
}

/**
 * A server whose files cannot grow any more sends nothing more and lives on; one with room ends the rollout.
 * @param {number} nodes
 */
export async function tryFullDisk(nodes) {
  const fleet = await startFleet(nodes, {
    server: { IEF_STORE: newFile(), ROLLOUT_SETTLE_S: '2' },
  });
  // As root, a full file system needs a mount; a limit of the size of files fails in the same place. In KiB.
  const limit = ['bash', '-c', 'ulimit -f 2048; exec "$0" "$@"'];
  const full = await startProgram('app.main', fleet.env, { before: limit });
  const id = await startRollout(full.port, 'full', fleet.ids, { inFlight: 16 });
  let sent = -1;
  while (fleet.relay.creates.size !== sent) {
    sent = fleet.relay.creates.size;
    await pause(2_500);
  }
  const lives = await fetch(`http://127.0.0.1:${full.port}/healthz`).then(({ ok }) => ok);
  const refused = await startRollout(full.port, 'more', fleet.ids, {}).then(
    () => 'accepted',
    (/** @type {Error} */ error) => error.message.slice(0, 120),
  );
  await full.stop('SIGKILL');
  const server = await startProgram('app.main', fleet.env);
  const { state, counts } = await untilEnd(server.port, id);
  const judged = await judgeFleet(fleet, fleet.ids);
  await server.stop();
  await fleet.stop();
  return { nodes, sentWhenFull: sent, lives, refused, state, ready: counts.ready, ...judged };
}

/**
 * Two servers with one file: each starts a rollout, one of them is killed, and the other ends both.
 * @param {number} nodes Of both rollouts together.
 */
export async function trySharedFile(nodes) {
  const fleet = await startFleet(nodes, {
    server: { IEF_STORE: newFile(), ROLLOUT_SETTLE_S: '2' },
  });
  const [first, second] = [
    await startProgram('app.main', fleet.env),
    await startProgram('app.main', fleet.env),
  ];
  const half = Math.floor(nodes / 2);
  const ids = await Promise.all([
    startRollout(first.port, 'one', fleet.ids.slice(0, half), { inFlight: 16, perMinute: 1200 }),
    startRollout(second.port, 'two', fleet.ids.slice(half), { inFlight: 16, perMinute: 1200 }),
  ]);
  while (fleet.relay.creates.size < nodes / 3) await pause(5);
  await first.stop('SIGKILL');
  const ended = [];
  for (const id of ids) ended.push(await untilEnd(second.port, id));
  const judged = await judgeFleet(fleet, fleet.ids);
  await second.stop();
  await fleet.stop();
  return { nodes, states: ended.map(({ state }) => state), ...judged };
}
