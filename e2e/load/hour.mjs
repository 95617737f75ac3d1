// An hour (SOAK_MINUTES) of steady creates (SOAK_RPS a second), with a rollout a minute: the memory stays flat and the
// event loop turns.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './client.mjs';
import { makeRequest, stream } from './generator.mjs';
import { readLoopDelay } from './latency.mjs';
import { DEPLOYMENTS, freePort, makeBody, usageOf, startProgram } from './programs.mjs';
import { callServer, startFleet, startRollout } from './rollouts/fleet.mjs';

const ROLLOUT_NODES = 20;

/**
 * @param {{ minutes: number, rps: number, onMinute: (line: string) => void }} load
 */
export async function measureHour({ minutes, rps, onMinute }) {
  const metricsPort = await freePort();
  // The mock refuses every create with 400, because the body has no name. Otherwise it would be full within minutes.
  const fleet = await startFleet(ROLLOUT_NODES, {
    server: {
      IEF_STORE: join(mkdtempSync(join(tmpdir(), 'ief-hour-')), 'store.db'),
      METRICS_PORT: String(metricsPort),
      NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=4',
    },
  });
  const server = await startProgram('app.main', fleet.env);
  const request = makeRequest({
    port: server.port,
    path: `/ief/lab${DEPLOYMENTS}`,
    body: makeBody(''),
    headers: { 'x-ief-access': fleet.env.ACCESS_SECRET ?? '' },
  });
  /** @type {number[]} */
  const memory = [];
  /** @type {number[]} */
  const delays = [];
  /** @type {Record<number, number>} */
  const statuses = {};
  let rollouts = 0;
  const start = performance.now();
  /** When each figure of `memory` was taken, in hours: on a busy machine a minute of load takes longer. @type {number[]} */
  const hours = [];
  await readLoopDelay(metricsPort);
  for (let minute = 0; minute < minutes; minute++) {
    const prefix = `m${minute}`;
    const [id, sent] = await Promise.all([
      startRollout(server.port, prefix, fleet.ids, { inFlight: 8 }),
      stream(request, { rps, ms: 60_000, connections: 16 }),
    ]);
    if (await isDone(server.port, id)) rollouts += 1;
    for (const [status, count] of Object.entries(sent.statuses)) {
      statuses[Number(status)] = (statuses[Number(status)] ?? 0) + count;
    }
    const delay = await readLoopDelay(metricsPort);
    const { rss } = usageOf(server.pid);
    delays.push(delay);
    memory.push(rss);
    hours.push((performance.now() - start) / 3_600_000);
    onMinute(`minute ${minute + 1}: ${rss.toFixed(1)} MiB, event loop p99 ${delay.toFixed(1)} ms`);
  }
  await server.stop();
  await fleet.stop();
  // The first quarter is the warm-up.
  const from = Math.floor(memory.length / 4);
  return {
    minutes,
    requests: minutes * 60 * rps,
    /** Only refusals of the mock: anything else was lost or refused by the server. */
    statuses,
    rollouts,
    loopP99: Math.round(quantile(delays, 0.5)),
    worstLoopP99: Math.round(quantile(delays, 1)),
    memoryMiB: memory.map(Math.round),
    slopeMiBPerHour: Number(slopeOf(hours.slice(from), memory.slice(from)).toFixed(1)),
  };
}

/**
 * Whether a rollout ends well; its last nodes may become ready after the load.
 * @param {number} port
 * @param {string} id
 */
async function isDone(port, id) {
  for (let tries = 0; tries < 60; tries++) {
    const { state } = await callServer(port, 'GET', `/${id}`);
    if (state === 'done') return true;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return false;
}

/**
 * The slope of the line of least squares through the points; 0 for a single one.
 * @param {readonly number[]} xs
 * @param {readonly number[]} ys
 */
export function slopeOf(xs, ys) {
  const mean = (/** @type {readonly number[]} */ of) => of.reduce((a, b) => a + b, 0) / of.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  let above = 0;
  let below = 0;
  for (const [at, x] of xs.entries()) {
    above += (x - middleX) * ((ys[at] ?? 0) - middleY);
    below += (x - middleX) ** 2;
  }
  return below === 0 ? 0 : above / below;
}
