import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedDeployment } from './deployment-record.ts';
import { startLookup, advanceLookup, type Lookup, type LookupEvent } from './lookup.ts';
import { bodyOf, listed, START } from './lookup.testing.ts';

const body = bodyOf();
const create = { body, sentAt: START, clockOffsetMs: undefined };
const MINUTE = 60_000;

/** A lookup after events. Times are in seconds since its start. */
function after(...events: LookupEvent[]): Lookup {
  return events.reduce(advanceLookup, startLookup(create, START, START));
}
const poll = (s: number): LookupEvent => ({ type: 'poll', at: START + s * 1000 });
const shows = (s: number, ...deployments: ListedDeployment[]): LookupEvent => ({
  type: 'listed',
  at: START + s * 1000,
  listing: { deployments, isComplete: true, clockOffsetMs: undefined },
});
const fails = (
  s: number,
  retryAfterS?: number,
  kind: 'signIn' | 'other' = 'other',
): LookupEvent => ({
  type: 'failed',
  at: START + s * 1000,
  error: { kind, message: 'no', retryAfterS },
});
const dueIn = (lookup: Lookup, from: number) => (lookup.nextAt - START) / 1000 - from;

describe('a truncated list', () => {
  const cut = (s: number, ...deployments: ListedDeployment[]): LookupEvent => ({
    type: 'listed',
    at: START + s * 1000,
    listing: { deployments, isComplete: false, clockOffsetMs: undefined },
  });

  test('never proves absence: after a minute the outcome is still unknown', () => {
    const lookup = after(poll(0), cut(0), poll(61), cut(62));
    expect(lookup).toMatchObject({ phase: 'stopped', isIncomplete: true, polls: 2 });
    expect(lookup.verdict).toBeUndefined();
    const next = [poll(70), cut(71)].reduce(advanceLookup, lookup);
    expect([next.phase, next.verdict]).toEqual(['stopped', undefined]);
  });

  test('is polled again as scheduled, and a complete list decides', () => {
    const lookup = after(poll(0), cut(0));
    expect([lookup.phase, dueIn(lookup, 0)]).toEqual(['waiting', 1]);
    expect([poll(61), shows(62)].reduce(advanceLookup, lookup)).toMatchObject({
      phase: 'done',
      verdict: 'notFound',
      isIncomplete: false,
    });
  });

  test('still shows the deployments in it', () => {
    const lookup = after(poll(0), cut(0, listed(body, START)));
    expect(lookup).toMatchObject({ phase: 'done', verdict: 'created' });
  });
});

describe('polls', () => {
  test('are due at once, then after 1, 2, 4, 8, 15 and 30 seconds (S45)', () => {
    let lookup = after();
    const waits: number[] = [];
    let now = START;
    while (lookup.phase === 'waiting') {
      waits.push((lookup.nextAt - now) / 1000);
      now = lookup.nextAt;
      lookup = advanceLookup(advanceLookup(lookup, { type: 'poll', at: now }), {
        type: 'listed',
        at: now,
        listing: { deployments: [], isComplete: true, clockOffsetMs: undefined },
      });
    }
    expect(waits).toEqual([0, 1, 2, 4, 8, 15, 30]);
    expect(lookup).toMatchObject({ phase: 'done', verdict: 'notFound', polls: 7 });
  });

  test('in between do not hasten “not found”', () => {
    const events = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((s) => [poll(s), shows(s)]);
    expect(after(...events)).toMatchObject({ phase: 'waiting', polls: 10 });
  });

  test('that start a minute after the end decide, however few there were (S42)', () => {
    expect(after(poll(59.9), shows(70)).phase).toBe('waiting');
    expect(after(poll(60), shows(70)).verdict).toBe('notFound');
  });

  test('that fail are repeated after the requested delay, at most a minute, and decide nothing (S22)', () => {
    expect(dueIn(after(poll(0), fails(0)), 0)).toBe(1);
    expect(dueIn(after(poll(0), fails(0), poll(1), fails(1), poll(3), fails(3)), 3)).toBe(4);
    expect(dueIn(after(poll(0), fails(0, 7)), 0)).toBe(7);
    expect(dueIn(after(poll(0), fails(0, 3600)), 0)).toBe(60);
    const late = after(poll(90), fails(90));
    expect(late).toMatchObject({
      phase: 'waiting',
      error: { message: 'no' },
    });
    expect(late.verdict).toBeUndefined();
    expect(advanceLookup(advanceLookup(late, poll(91)), shows(91))).toMatchObject({
      verdict: 'notFound',
    });
  });

  test('without a token wait for one and then continue (S27)', () => {
    const lookup = after(poll(0), fails(0, undefined, 'signIn'));
    expect(lookup.phase).toBe('needsSignIn');
    const found = advanceLookup(advanceLookup(lookup, poll(300)), shows(300, listed(body, START)));
    expect(found).toMatchObject({ verdict: 'created', error: undefined });
  });

  test('that were stopped change nothing and can be resumed', () => {
    const stopped = after(poll(0), { type: 'stop' });
    expect(advanceLookup(stopped, shows(1, listed(body, START)))).toBe(stopped);
    expect(
      advanceLookup(advanceLookup(stopped, poll(5)), shows(5, listed(body, START))).verdict,
    ).toBe('created');
  });
});

describe('a poll that finds', () => {
  const first = (...deployments: ListedDeployment[]) => after(poll(0), shows(0, ...deployments));

  test('one match identifies the deployment', () => {
    expect(first(listed(body, START + 500, 'a'))).toMatchObject({ verdict: 'created' });
  });

  test('two matches is ambiguous (S47)', () => {
    const lookup = first(listed(body, START, 'a'), listed(body, START + 1, 'b'));
    expect(lookup.verdict).toBe('ambiguous');
    expect(lookup.candidates?.matches.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('an older deployment shows it, but not as created (S46)', () => {
    const lookup = first(listed(body, START - MINUTE - 1, 'old'));
    expect(lookup.phase).toBe('waiting');
    expect(lookup.candidates?.earlier).toMatchObject([{ id: 'old' }]);
    expect(first(listed(body, START - MINUTE, 'a')).verdict).toBe('created');
  });

  test.each<[what: string, raw: Record<string, unknown>]>([
    ['another image', { template: { containers: [{ name: 'web', image_url: 'other' }] } }],
    ['another container', { template: { containers: [{ name: 'db', image_url: 'nginx' }] } }],
    [
      'an additional container',
      { template: { containers: [{ name: 'web', image_url: 'nginx' }, {}] } },
    ],
    ['other replicas', { replicas: 2 }],
    ['another node', { node_ids: ['n2'] }],
    ['a group', { group_id: 'g', node_ids: ['n1'] }],
  ])('a deployment of the same name with %s shows it, but not as created', (_what, change) => {
    const one = listed(body, START, 'x');
    const lookup = first({ ...one, raw: { ...(one.raw as object), ...change } });
    expect(lookup.phase).toBe('waiting');
    expect(lookup.candidates?.others).toMatchObject([{ id: 'x' }]);
  });

  test.each<[what: string, raw: Record<string, unknown>]>([
    ['fewer keys', { template: undefined, replicas: undefined, node_ids: null }],
    ['added defaults', { version: '', labels: [], state: '' }],
    ['replicas as a string', { replicas: '1' }],
  ])('a record with %s reports it as created', (_what, change) => {
    const one = listed(body, START);
    expect(first({ ...one, raw: { ...(one.raw as object), ...change } }).verdict).toBe('created');
  });

  test('one with an unreadable time is ambiguous', () => {
    const undated = { ...listed(body, START), createdAt: 'yesterday' };
    expect(first(undated).verdict).toBe('ambiguous');
    expect(first(undated, listed(body, START)).verdict).toBe('ambiguous');
  });

  test.each([16, -24 * 60])(
    'a deployment of a target whose clock differs by %i minutes uses the clock of the target',
    (minutes) => {
      const clockOffsetMs = minutes * MINUTE;
      const listing = {
        deployments: [listed(body, START + clockOffsetMs + 500)],
        isComplete: true,
        clockOffsetMs,
      };
      const old = {
        deployments: [listed(body, START + clockOffsetMs - 2 * MINUTE)],
        isComplete: true,
        clockOffsetMs,
      };
      const at = START;
      expect(advanceLookup(after(poll(0)), { type: 'listed', at, listing }).verdict).toBe(
        'created',
      );
      expect(
        advanceLookup(after(poll(0)), { type: 'listed', at, listing: old }).verdict,
      ).toBeUndefined();
    },
  );
});

test('for any events, “not found” is never reported for an existing deployment or before a minute has passed', () => {
  const event = fc.oneof(
    fc.constant('poll' as const),
    fc.constant('listed' as const),
    fc.constant('failed' as const),
    fc.constant('token' as const),
    fc.constant('stop' as const),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(event, fc.integer({ min: 0, max: 20_000 })), { maxLength: 60 }),
      fc.option(fc.integer({ min: 0, max: 58_000 })),
      (events, madeAfter) => {
        let lookup = startLookup(create, START, START);
        let now = START;
        for (const [type, ms] of events) {
          now += ms;
          const isThere = madeAfter !== null && lookup.pollStartedAt >= START + madeAfter;
          const deployments = isThere ? [listed(body, START + madeAfter)] : [];
          if (type === 'poll' || type === 'stop') lookup = advanceLookup(lookup, { type, at: now });
          else if (type === 'listed')
            lookup = advanceLookup(lookup, {
              type,
              at: now,
              listing: { deployments, isComplete: true, clockOffsetMs: undefined },
            });
          else
            lookup = advanceLookup(lookup, {
              type: 'failed',
              at: now,
              error: { kind: type === 'token' ? 'signIn' : 'other', message: '' },
            });
        }
        if (lookup.verdict === 'notFound') {
          expect(madeAfter).toBeNull();
          expect(now - START).toBeGreaterThanOrEqual(MINUTE);
        }
        if (lookup.verdict === 'created') expect(madeAfter).not.toBeNull();
      },
    ),
  );
});
