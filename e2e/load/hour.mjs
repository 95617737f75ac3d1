// An hour (SOAK_MINUTES) of steady creates, with a rollout now and then: the memory stays flat and the event loop turns.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './client.mjs';
import { makeRequest, stream } from './generator.mjs';
import { readLoopDelay } from './latency.mjs';
import { DEPLOYMENTS, freePort, makeBody, usageOf, startProgram } from './programs.mjs';
import { callServer, startFleet, startRollout } from './rollouts/fleet.mjs';

const RPS = 200;
const ROLLOUT_NODES = 20;

/** @param {number} minutes */
export async function measureHour(minutes) {
  const metricsPort = await freePort();
  // Every create is refused by the mock, which would otherwise be full within minutes.
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
    body: makeBody('flood', 'refuse'),
    headers: { 'x-ief-access': fleet.env.ACCESS_SECRET ?? '' },
  });
  /** @type {number[]} */
  const memory = [];
  /** @type {number[]} */
  const delays = [];
  let rollouts = 0;
  await readLoopDelay(metricsPort);
  for (let minute = 0; minute < minutes; minute++) {
    const prefix = `m${minute}`;
    const [id] = await Promise.all([
      startRollout(server.port, prefix, fleet.ids, { inFlight: 8 }),
      stream(request, { rps: RPS, ms: 60_000, connections: 16 }),
    ]);
    const { state } = await callServer(server.port, 'GET', `/${id}`);
    if (state === 'done') rollouts += 1;
    delays.push(await readLoopDelay(metricsPort));
    memory.push(usageOf(server.pid).rss);
  }
  await server.stop();
  await fleet.stop();
  const quarter = Math.floor(memory.length / 4);
  const early = memory.slice(quarter, 2 * quarter);
  return {
    minutes,
    requests: minutes * 60 * RPS,
    rollouts,
    loopP99: Math.round(quantile(delays, 0.5)),
    worstLoopP99: Math.round(quantile(delays, 1)),
    memoryMiB: memory.map(Math.round),
    /** The last quarter, compared with the second one. */
    grownMiB: Math.round(quantile(memory.slice(-quarter), 0.5) - quantile(early, 0.5)),
  };
}
