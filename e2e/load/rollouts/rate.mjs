// A rollout as fast as the target allows: the share of the allowed rate that it reaches, and what it costs the server.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startProgram, usageOf } from '../programs.mjs';
import { quantile } from '../client.mjs';
import { readLoopDelay } from '../latency.mjs';
import { callServer, judgeFleet, startFleet, startRollout } from './fleet.mjs';

/** Budget: the rate of a rollout, relative to the one that the target allows. */
export const LEAST_SHARE = 0.8;

/** Not counted at the beginning: the mock admits a burst of one second. In milliseconds. */
const WARM_UP_MS = 3_000;

/**
 * @param {{ nodes: number, perSecond: number }} what
 */
export async function measureRate({ nodes, perSecond }) {
  const fleet = await startFleet(nodes, {
    mock: { MOCK_CREATES_PER_SECOND: String(perSecond) },
    server: {
      IEF_STORE: join(mkdtempSync(join(tmpdir(), 'ief-rate-')), 'store.db'),
      METRICS_PORT: String(await freePort()),
    },
  });
  const server = await startProgram('app.main', fleet.env);
  const metricsPort = Number(fleet.env.METRICS_PORT);
  const id = await startRollout(server.port, 'rate', fleet.ids, { inFlight: 64 });
  const begin = performance.now();
  /** @type {number[]} */
  const delays = [];
  /** @type {number[]} */
  const memory = [];
  let shown;
  // Each reading covers the time since the one before.
  await readLoopDelay(metricsPort);
  do {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    shown = await callServer(server.port, 'GET', `/${id}`);
    delays.push(await readLoopDelay(metricsPort));
    memory.push(usageOf(server.pid).rss);
  } while (shown.state === 'running');
  const { missing, duplicates } = await judgeFleet(fleet, fleet.ids);
  const times = fleet.relay.times.filter((time) => time >= begin + WARM_UP_MS);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  await server.stop();
  await fleet.stop();
  // The memory grows with the rows that are in flight, not with those that are done.
  const third = memory.slice(Math.floor(memory.length / 3));
  const half = Math.floor(third.length / 2);
  return {
    nodes,
    allowed: perSecond,
    state: shown.state,
    ready: shown.counts.ready,
    missing,
    duplicates,
    perSecond: round((times.length - 1) / seconds),
    share: round((times.length - 1) / seconds / perSecond),
    /** The median and the worst of the p99 of each second, in milliseconds. */
    loopP99: round(quantile(delays, 0.5)),
    worstLoopP99: round(quantile(delays, 1)),
    memoryMiB: round(quantile(memory, 1)),
    grownMiB: round(quantile(third.slice(half), 0.5) - quantile(third.slice(0, half), 0.5)),
  };
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
