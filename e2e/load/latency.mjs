// Compares the latency of the proxy route /ief/ with that of nginx with one worker in front of the same target, alternating.
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

/** Budgets: the median that the server adds, in milliseconds; its p99 relative to nginx; and the p99 of its event loop. */
export const MOST_ADDED_MS = 1;
export const MOST_TIMES_P99 = 3;
export const MOST_LOOP_MS = 50;

const ROUNDS = 5;
const SATURATED = { connections: 64, ms: 4_000 };
const STEADY = { rps: 200, ms: 10_000, connections: 64 };

const RECORD = JSON.stringify({ id: 'a', name: 'app', padding: 'x'.repeat(1000) });
const body = makeBody('app')
  .replace('nginx:alpine', `example.com/${'a'.repeat(200)}:1`)
  .padEnd(4096);
const headers = { 'X-Auth-Token': 't'.repeat(2048) };

/**
 * Measures both alternately; medians of five rounds. The target is nginx with a fixed response, because anything else
 * would be the bottleneck.
 */
export async function measureLatency() {
  const targetPort = await freePort();
  const target = await startNginx(
    `keepalive_requests 100000000; client_body_buffer_size 64k; default_type application/json;
server { listen 127.0.0.1:${targetPort}; location / { return 200 '${RECORD}'; } }`,
    targetPort,
  );
  const metricsPort = await freePort();
  const app = await startProgram('app.main', {
    ...noLimits,
    IEF_TARGETS: writeTargets(targetPort),
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'warn',
  });
  const port = await freePort();
  const nginx = await startNginx(
    `keepalive_requests 100000000; client_body_buffer_size 64k;
upstream target { server 127.0.0.1:${targetPort}; keepalive 64; keepalive_requests 100000000; }
server { listen 127.0.0.1:${port}; location / { proxy_pass http://target; proxy_http_version 1.1; proxy_set_header Connection ''; } }`,
    port,
  );
  const ours = makeRequest({ port: app.port, path: `/ief/lab${DEPLOYMENTS}`, body, headers });
  const ways = /** @type {const} */ ([
    ['ours', ours],
    ['nginx', makeRequest({ port, path: DEPLOYMENTS, body, headers })],
    ['alone', makeRequest({ port: targetPort, path: DEPLOYMENTS, body, headers })],
  ]);
  /** @type {Record<string, { p50: number[], p99: number[], bad: number }>} */
  const seen = {};
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, request] of round % 2 === 0 ? ways : ways.toReversed()) {
      const { p50, p99, bad } = await stream(request, STEADY);
      if (round < 0) continue;
      const kept = (seen[name] ??= { p50: [], p99: [], bad: 0 });
      kept.p50.push(p50);
      kept.p99.push(p99);
      kept.bad += bad;
    }
  }
  // As many requests as it can take: the event loop must still turn.
  await readLoopDelay(metricsPort);
  const full = await saturate(ours, SATURATED);
  const loop = await readLoopDelay(metricsPort);
  nginx.stop();
  await app.stop();
  target.stop();
  const median = (/** @type {string} */ name) => ({
    p50: round(quantile(seen[name]?.p50 ?? [], 0.5)),
    p99: round(quantile(seen[name]?.p99 ?? [], 0.5)),
    bad: (seen[name]?.bad ?? 0) + (name === 'ours' ? full.bad : 0),
  });
  const [own, theirs, alone] = [median('ours'), median('nginx'), median('alone')];
  return {
    what: `creates of ${body.length} bytes with a token of 2 KiB, ${ROUNDS} alternating rounds, medians; times in ms at ${STEADY.rps} per second`,
    ours: own,
    nginx: theirs,
    /** The target without a proxy. */
    alone,
    added: round(own.p50 - alone.p50),
    p99: round(own.p99 / theirs.p99),
    /** With 64 connections that never rest: requests per second, and the p99 of the event loop. */
    saturated: Math.round(full.rps),
    loopP99: round(loop),
  };
}

/**
 * The p99 of the delay of a server's event loop since the last reading, in milliseconds.
 * @param {number} metricsPort
 */
export async function readLoopDelay(metricsPort) {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1]) * 1000;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
