import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { createMockTarget, suppliedTokenOf } from './create-targets.ts';
import { faultNames, type FaultName } from './mock-ief/faults/faults.ts';
import type { MockIef } from './mock-ief/mock-ief.ts';
import { createAppScene, createMockScene, DEPLOYMENTS, makeBody } from './scene.fixture.ts';

const PATH = `/ief/mock${DEPLOYMENTS}`;

/** What a browser, a user or a network may do with one attempt, in sequence or at once. */
const anyStep = fc.record({
  fault: fc.oneof(fc.constant(undefined), fc.constantFrom<FaultName>(...faultNames)),
  /** Requests that arrive together: a resend by the browser, a double click, a second tab. */
  twins: fc.integer({ min: 1, max: 4 }),
  /** The time until the next step, in milliseconds of the mock's clock. */
  pause: fc.constantFrom(0, 1_000, 9_000),
});

/** Faults after which a deployment may exist; after any other the target did nothing. */
const acting: readonly (FaultName | null)[] = [
  null,
  'reset-after',
  'lost-answer',
  'cut',
  'slow',
  'late-create',
  'slow-pull',
  'pull-failed',
  'crash-loop',
  'token-expires',
];

/**
 * The mock refuses a second deployment of the same name, which would hide a second create. So this counts the
 * requests that reach it and would be carried out.
 */
function counting(mock: MockIef, creates: Map<string, number>): MockIef {
  return async (request) => {
    const fault = request.headers.get('x-mock-fault') as FaultName | null;
    const isCounted = request.method === 'POST' && acting.includes(fault);
    const { name } = isCounted
      ? ((await request.clone().json()) as { name: string })
      : { name: '' };
    const count = (by: number) => creates.set(name, (creates.get(name) ?? 0) + by);
    if (isCounted) count(1);
    const response = await mock(request);
    // Its token had expired.
    if (isCounted && response.status === 401) count(-1);
    return response;
  };
}

const anyIntents = fc.array(fc.array(anyStep, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});

describe('any faults, however often an attempt arrives', () => {
  it(
    'creates at most once, and never after a reported create',
    { timeout: PROPERTY_MS * 5 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyIntents, async (intents) => {
          const { mock, clock } = createMockScene({
            slowMs: 2,
            lateMs: 8_000,
            suppliedToken: suppliedTokenOf([]),
          });
          const creates = new Map<string, number>();
          const target = createMockTarget(counting(mock, creates), [], 20);
          const { ask } = createAppScene({ targets: [target], clock });
          for (const [at, steps] of intents.entries()) {
            const name = `app-${at}`;
            const key = { 'idempotency-key': `intent-${at}` };
            let wasCreated = false;
            for (const { fault, twins, pause } of steps) {
              const headers = fault === undefined ? key : { ...key, 'x-mock-fault': fault };
              const responses = await Promise.all(
                Array.from({ length: twins }, () => ask('POST', PATH, makeBody(name), headers)),
              );
              const good = responses.filter(({ status }) => status < 300);
              if (wasCreated) expect(good.length).toBe(twins);
              wasCreated ||= good.length > 0;
              // Everyone who got a response got the same one.
              expect(new Set(good.map(({ json }) => json.id)).size).toBeLessThanOrEqual(1);
              clock.move(pause);
            }
            clock.move(10_000);
            const listed = await listAll(mock);
            const own = listed.filter((one) => one === name).length;
            expect(own).toBeLessThanOrEqual(1);
            if (wasCreated) expect(own).toBe(1);
            expect(creates.get(name) ?? 0).toBeLessThanOrEqual(1);
          }
        }),
        { numRuns: process.env.SOAK ? 20_000 : runs(300) },
      );
    },
  );
});

/** Names of all deployments, read from the mock itself. */
async function listAll(mock: (request: Request) => Promise<Response>): Promise<string[]> {
  const response = await mock(
    new Request(`http://mock${DEPLOYMENTS}?limit=100`, { headers: { 'x-auth-token': 't' } }),
  );
  const { deployments } = (await response.json()) as { deployments: { name: string }[] };
  return deployments.map(({ name }) => name);
}
