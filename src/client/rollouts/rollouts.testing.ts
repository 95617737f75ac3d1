import type { Json } from '#src/json/value.ts';

const rolloutProject = '05e1aef9040010e22fccc009adecb056';

/** A rollout as the server shows it: six creates in three waves, all waiting. */
export function makeRolloutJson(change: Record<string, Json> = {}): Record<string, Json> {
  const counts = {
    waiting: 6,
    sending: 0,
    unknown: 0,
    accepted: 0,
    ready: 0,
    failed: 0,
    skipped: 0,
  };
  return {
    id: 'rollout-1',
    action: 'create',
    state: 'running',
    wave: 1,
    waves: [1, 3, 6],
    total: 6,
    target: 'mock',
    projectId: rolloutProject,
    plan: {
      waves: [1, '50%', '100%'],
      goOnAt: '100%',
      stopAt: 1,
      gate: 'auto',
      readyWithinS: 600,
      offlineWithinS: 86_400,
      inFlight: 8,
      perMinute: 120,
    },
    createdAt: '2026-11-29T08:00:00.000Z',
    ...change,
    counts: { ...counts, ...(change.counts as object | undefined) },
  };
}

/** Node `n` of a rollout, from 1, as the server shows it. */
export function makeNodeJson(n: number, change: Record<string, Json> = {}): Record<string, Json> {
  return {
    id: `node-${n}`,
    nodeId: `node-${n}`,
    nodeName: `gateway-${n}`,
    name: `edge-web-${n}`,
    state: 'waiting',
    since: '2026-11-29T08:00:00.000Z',
    tries: 0,
    ...change,
  };
}

/** An event stream that a test writes. */
export function makeEventStream() {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    write(event: 'rollout' | 'node', id: string, data: Json) {
      controller.enqueue(
        encoder.encode(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      );
    },
    end: () => controller.close(),
    fail: () => controller.error(new TypeError('connection lost')),
  };
}
