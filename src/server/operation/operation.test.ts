import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '#src/server/time/clock.ts';
import { createMockTarget } from '#src/server/create-targets.ts';
import { createNodeListener } from '#src/server/http/listen/node-listener.ts';
import { sendRaw } from '#src/server/http/listen/raw-http.testing.ts';
import type { LogEntry } from '#src/server/http/kit/request-log.ts';
import { LAB, listenMock, targetAt, TOKEN } from '#src/server/live-scene.fixture.ts';
import { createMockIef } from '#src/server/mock-ief/mock-ief.ts';
import { createLiveLimits } from '#src/server/proxy/live-limits.ts';
import {
  createAppScene,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  serveOnFreePort,
} from '#src/server/scene.fixture.ts';
import { createMetricsListener } from './metrics-listener.ts';
import { createMetrics } from './metrics.ts';
import type { OpenRollouts } from './rollout-metrics.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;
const fault = (name: string) => ({ 'x-mock-fault': name });

describe('metrics', () => {
  it('count requests, outcomes of creates and response times, without paths', async () => {
    const metrics = createMetrics(() => 3, { withProcess: false });
    const { ask } = createAppScene({ log: metrics.count });
    const key = { 'idempotency-key': 'intent-of-a-person' };
    await ask('POST', PATH, makeBody(), key);
    await ask('POST', PATH, makeBody(), key);
    await ask('POST', PATH, makeBody('b'), fault('lost-answer'));
    await ask('POST', PATH, makeBody('c'), fault('refuse'));
    await ask('POST', PATH, { name: 'A' });
    await ask('PURGE', '/nowhere/canary-path');
    const text = await metrics.text();
    for (const [outcome, count] of Object.entries({
      created: 1,
      replayed: 1,
      unknown: 1,
      not_sent: 1,
      refused: 1,
    })) {
      expect(text).toContain(
        `ief_create_outcomes_total{target="mock",outcome="${outcome}"} ${count}\n`,
      );
    }
    const route = '/ief/{target}/v3/{project_id}/edgemgr/deployments';
    expect(text).toContain(
      `ief_http_requests_total{route="${route}",method="POST",status="200"} 2\n`,
    );
    expect(text).toContain('ief_http_requests_total{route="none",method="other",status="404"} 1\n');
    expect(text).toContain(`ief_upstream_seconds_count{target="mock",route="${route}"} 4\n`);
    expect(text).toContain('ief_in_flight_requests 3\n');
    expect(text).not.toMatch(/canary|05e1aef9|intent/);
  });

  it('show open rollouts, and count their rows, requests, lookups, retries and claims', async () => {
    const readOpenRollouts = vi
      .fn<() => Promise<OpenRollouts>>()
      .mockResolvedValueOnce({ rollouts: { running: 1, paused: 2 }, rows: { waiting: 7 } })
      .mockRejectedValueOnce(new Error('gone'));
    const metrics = createMetrics(() => 0, { withProcess: false, readOpenRollouts });
    const about = { rolloutId: 'r', target: 'mock' };
    for (const event of [
      { event: 'row', state: 'ready' },
      { event: 'send', outcome: 'unknown' },
      { event: 'lookup', outcome: 'absent' },
      { event: 'retry' },
      { event: 'claim', ms: 3 },
      { event: 'failure', where: 'send', error: new Error('canary') },
    ] as const) {
      metrics.countRollout({ ...about, ...event });
    }
    const text = await metrics.text();
    for (const line of [
      'ief_rollout_rows_total{target="mock",state="ready"} 1',
      'ief_rollout_sends_total{target="mock",outcome="unknown"} 1',
      'ief_rollout_lookups_total{target="mock",result="absent"} 1',
      'ief_rollout_retries_total{target="mock"} 1',
      'ief_rollout_failures_total{where="send"} 1',
      'ief_rollout_claim_seconds_count 1',
      'ief_rollouts{state="paused"} 2',
      'ief_rollout_rows{state="waiting"} 7',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    // A store that fails takes only its own numbers along.
    const later = await metrics.text();
    expect(later).toContain('ief_rollout_retries_total{target="mock"} 1\n');
    expect(later).not.toMatch(/ief_rollouts\{|canary/);
  });

  it('are the only thing served on their port', async () => {
    const running = await serveOnFreePort(
      createMetricsListener(
        createMetrics(() => 0),
        '127.0.0.1',
      ),
    );
    const ask = (path: string, method = 'GET') =>
      fetch(`http://127.0.0.1:${running.port}${path}`, { method });
    const response = await ask('/metrics');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(await response.text()).toContain('process_cpu_seconds_total');
    expect((await ask('/metrics', 'POST')).status).toBe(404);
    expect((await ask('/')).status).toBe(404);
    const rebound = 'GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
    expect(await sendRaw(running.port, rebound)).toMatch(/^HTTP\/1.1 403 /);
    await running.stop(0);
  });
});

describe('a log line of a create', () => {
  it('has the outcome, the target’s status and the start of the key', async () => {
    const { ask, log } = createAppScene();
    const key = { 'idempotency-key': '0123456789abcdef' };
    await ask('POST', PATH, makeBody(), { ...key, ...fault('unavailable') });
    const [entry] = log as [LogEntry];
    expect(entry).toMatchObject({
      level: 'error',
      status: 503,
      upstreamStatus: 503,
      outcome: 'unknown',
      attempt: '01234567',
    });
    expect(JSON.stringify(log)).not.toContain('89abcdef');
  });
});

describe('limits', () => {
  it('L10 returns busy immediately while too many requests are in flight, and recovers (S51)', async () => {
    const { ask, app } = createAppScene(
      { concurrency: { inFlight: 4, perPeer: 0 } },
      { slowMs: 100 },
    );
    const held = Array.from({ length: 4 }, () => ask('GET', PATH, undefined, fault('slow')));
    const refused = await ask('GET', PATH);
    expect([refused.status, refused.json.error_code, refused.headers.get('retry-after')]).toEqual([
      503,
      'BUILDER.busy',
      '1',
    ]);
    expect((await ask('GET', '/healthz')).status).toBe(200);
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(app.concurrency.size()).toBe(0);
    expect((await ask('GET', PATH)).status).toBe(200);
  });

  it('L10 refuses the 257th request over the network while it holds the other 256, and completes those', async () => {
    // The mock holds requests until the test releases them, however slow this machine is.
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let reportAllHeld = () => undefined as void;
    const allHeld = new Promise<void>((resolve) => (reportAllHeld = resolve));
    let count = 0;
    const { mock } = createMockScene();
    const slowTarget = createMockTarget(async (request) => {
      count += 1;
      if (count === 256) reportAllHeld();
      await released;
      return mock(request);
    });
    const { app } = createAppScene({
      targets: [slowTarget],
      concurrency: { inFlight: 256, perPeer: 0 },
      isHostAllowed: () => true,
    });
    const running = await serveOnFreePort(createNodeListener(app, { screen: true }));
    const get = () => fetch(`http://127.0.0.1:${running.port}${PATH}`);
    const held = Array.from({ length: 256 }, get);
    await allHeld;
    expect(app.concurrency.size()).toBe(256);
    for (let at = 0; at < 20; at++) expect((await get()).status).toBe(503);
    release();
    const statuses = (await Promise.all(held)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(app.concurrency.size()).toBe(0);
    await running.stop(0);
  });

  it('limits one peer without affecting others', async () => {
    const { app } = createAppScene({ concurrency: { inFlight: 0, perPeer: 2 } }, { slowMs: 100 });
    const from = async (remote: string, headers = {}) =>
      (await app(new Request(`http://localhost:8080${PATH}`, { headers }), remote)).status;
    const held = [from('10.0.0.1', fault('slow')), from('10.0.0.1', fault('slow'))];
    expect([await from('10.0.0.1'), await from('10.0.0.2')]).toEqual([503, 200]);
    expect(await Promise.all(held)).toEqual([200, 200]);
  });

  it('counts live creates and requests per peer, and ignores the mock’s', async () => {
    const { port } = await listenMock();
    const rates = { requestsPerMinute: 0, peerRequestsPerSecond: 5, createsPerMinute: 2 };
    const { app, ask } = createAppScene({
      targets: [
        targetAt(port),
        createMockTarget(createMockIef({ clock: systemClock, newId: randomUUID })),
      ],
      limits: createLiveLimits(rates, () => 0),
    });
    const create = async (remote: string, name: string) =>
      (
        await app(
          new Request(`http://localhost:8080${LAB}`, {
            method: 'POST',
            headers: TOKEN,
            body: JSON.stringify(makeBody(name)),
          }),
          remote,
        )
      ).status;
    expect([await create('10.0.0.1', 'a'), await create('10.0.0.1', 'b')]).toEqual([200, 200]);
    expect([await create('10.0.0.1', 'c'), await create('10.0.0.2', 'd')]).toEqual([429, 200]);
    for (let at = 0; at < 20; at++) expect((await ask('GET', PATH)).status).toBe(200);
  });
});

describe('a CSP violation report', () => {
  const report = (one: unknown) => ({ 'csp-report': one });
  it.each([
    [
      report({
        'violated-directive': 'style-src-elem canary',
        'document-uri': 'http://localhost:8080/new/basics?canary=1#canary',
        'blocked-uri': 'http://canary.test/',
      }),
      { directive: 'style-src-elem', page: '/new/basics' },
    ],
    [
      [
        {
          type: 'csp-violation',
          body: { effectiveDirective: 'script-src', documentURL: 'about:canary' },
        },
      ],
      { directive: 'script-src', page: 'other' },
    ],
    [report({ 'violated-directive': 'CANARY!' }), {}],
    ['canary', {}],
  ])('%j is logged as directive and page only', async (body, seen) => {
    const { ask, log } = createAppScene();
    expect((await ask('POST', '/csp-report', body)).status).toBe(204);
    const [entry] = log as [LogEntry];
    expect({ directive: entry.directive, page: entry.page }).toEqual({
      directive: undefined,
      page: undefined,
      ...seen,
    });
    expect(JSON.stringify(log)).not.toMatch(/canary/i);
  });

  it('is accepted ten times a minute', async () => {
    const { ask } = createAppScene();
    const statuses: number[] = [];
    for (let at = 0; at < 11; at++) statuses.push((await ask('POST', '/csp-report', {})).status);
    expect(statuses.slice(-2)).toEqual([204, 429]);
  });
});
