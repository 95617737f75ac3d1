// Compares the proxy route /ief/ with nginx with one worker in front of the same target, alternating.
import { quantile } from './client.mjs';
import { makeRequest, saturate, stream } from './generator.mjs';
import { startNginx } from './nginx.mjs';
import {
  DEPLOYMENTS,
  freePort,
  makeBody,
  noLimits,
  startProgram,
  writeTargets,
} from './programs.mjs';

/** Budgets: requests per second and p99, relative to nginx in the same run. */
export const LEAST_OF_NGINX = 0.5;
export const MOST_TIMES_P99 = 3;

const ROUNDS = 5;
const SATURATED = { connections: 64, ms: 4_000 };
const STEADY = { rps: 500, ms: 8_000, connections: 64 };

const RECORD = JSON.stringify({ id: 'a', name: 'app', padding: 'x'.repeat(1000) });
const body = makeBody('app')
  .replace('nginx:alpine', `example.com/${'a'.repeat(200)}:1`)
  .padEnd(4096);
const headers = { 'X-Auth-Token': 't'.repeat(2048) };

/**
 * Measures both alternately; medians of five rounds. The target is nginx with a fixed response, because anything else
 * would be the bottleneck.
 */
export async function measureThroughput() {
  const targetPort = await freePort();
  const target = await startNginx(
    `keepalive_requests 100000000; client_body_buffer_size 64k; default_type application/json;
server { listen 127.0.0.1:${targetPort}; location / { return 200 '${RECORD}'; } }`,
    targetPort,
  );
  const app = await startProgram('app.main', {
    ...noLimits,
    IEF_TARGETS: writeTargets(targetPort),
    LOG_LEVEL: 'warn',
  });
  const port = await freePort();
  const nginx = await startNginx(
    `keepalive_requests 100000000; client_body_buffer_size 64k;
upstream target { server 127.0.0.1:${targetPort}; keepalive 64; keepalive_requests 100000000; }
server { listen 127.0.0.1:${port}; location / { proxy_pass http://target; proxy_http_version 1.1; proxy_set_header Connection ''; } }`,
    port,
  );
  const ways = /** @type {const} */ ([
    ['ours', makeRequest({ port: app.port, path: `/ief/lab${DEPLOYMENTS}`, body, headers })],
    ['nginx', makeRequest({ port, path: DEPLOYMENTS, body, headers })],
    ['alone', makeRequest({ port: targetPort, path: DEPLOYMENTS, body, headers })],
  ]);
  /** @type {Record<string, { rps: number[], p50: number[], p99: number[], bad: number }>} */
  const seen = {};
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, request] of round % 2 === 0 ? ways : ways.toReversed()) {
      const full = await saturate(request, SATURATED);
      const steady = await stream(request, STEADY);
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
    p50: round(quantile(seen[name]?.p50 ?? [], 0.5)),
    p99: round(quantile(seen[name]?.p99 ?? [], 0.5)),
    bad: seen[name]?.bad ?? 0,
  });
  const [ours, theirs, alone] = [median('ours'), median('nginx'), median('alone')];
  return {
    what: `creates of ${body.length} bytes with a token of 2 KiB, ${ROUNDS} alternating rounds, medians; times in ms at ${STEADY.rps} per second`,
    ours,
    nginx: theirs,
    /** The target without a proxy: the upper bound of the client. */
    alone,
    throughput: round(ours.rps / theirs.rps),
    p99: round(ours.p99 / theirs.p99),
  };
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
