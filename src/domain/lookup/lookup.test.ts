import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedDeployment } from './deployment-record.ts';
import { beginSearch, step, type Search, type SearchEvent } from './lookup.ts';
import { bodyOf, listed, START } from '#src/features/submit/submission/scene.testing.ts';

const body = bodyOf();
const wanted = { body, sentAt: START, clockOffsetMs: undefined };
const MINUTE = 60_000;

/** A search after events; times are seconds since it began. */
function after(...events: SearchEvent[]): Search {
  return events.reduce(step, beginSearch(wanted, START, START));
}
const look = (s: number): SearchEvent => ({ type: 'look', at: START + s * 1000 });
const shows = (s: number, ...deployments: ListedDeployment[]): SearchEvent => ({
  type: 'listed',
  at: START + s * 1000,
  listing: { deployments, isComplete: true, clockOffsetMs: undefined },
});
const fails = (
  s: number,
  retryAfterS?: number,
  kind: 'signIn' | 'other' = 'other',
): SearchEvent => ({
  type: 'failed',
  at: START + s * 1000,
  trouble: { kind, message: 'no', retryAfterS },
});
const dueIn = (search: Search, from: number) => (search.nextAt - START) / 1000 - from;

describe('a list that was cut short', () => {
  const cut = (s: number, ...deployments: ListedDeployment[]): SearchEvent => ({
    type: 'listed',
    at: START + s * 1000,
    listing: { deployments, isComplete: false, clockOffsetMs: undefined },
  });

  test('never means that there is none: after a minute it is still unknown', () => {
    const search = after(look(0), cut(0), look(61), cut(62));
    expect(search).toMatchObject({ phase: 'stopped', isCut: true, looks: 2 });
    expect(search.verdict).toBeUndefined();
    const next = [look(70), cut(71)].reduce(step, search);
    expect([next.phase, next.verdict]).toEqual(['stopped', undefined]);
  });

  test('is looked at again at the usual times, and a whole one decides', () => {
    const search = after(look(0), cut(0));
    expect([search.phase, dueIn(search, 0)]).toEqual(['waiting', 1]);
    expect([look(61), shows(62)].reduce(step, search)).toMatchObject({
      phase: 'done',
      verdict: 'notFound',
      isCut: false,
    });
  });

  test('shows what is in it', () => {
    const search = after(look(0), cut(0, listed(body, START)));
    expect(search).toMatchObject({ phase: 'done', verdict: 'created' });
  });
});

describe('looks', () => {
  test('are due at once, then after 1, 2, 4, 8, 15 and 30 seconds (S45)', () => {
    let search = after();
    const waits: number[] = [];
    let now = START;
    while (search.phase === 'waiting') {
      waits.push((search.nextAt - now) / 1000);
      now = search.nextAt;
      search = step(step(search, { type: 'look', at: now }), {
        type: 'listed',
        at: now,
        listing: { deployments: [], isComplete: true, clockOffsetMs: undefined },
      });
    }
    expect(waits).toEqual([0, 1, 2, 4, 8, 15, 30]);
    expect(search).toMatchObject({ phase: 'done', verdict: 'notFound', looks: 7 });
  });

  test('in between do not bring “not found” nearer', () => {
    const events = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((s) => [look(s), shows(s)]);
    expect(after(...events)).toMatchObject({ phase: 'waiting', looks: 10 });
  });

  test('one that began a minute after the end decides, however few there were (S42)', () => {
    expect(after(look(59.9), shows(70)).phase).toBe('waiting');
    expect(after(look(60), shows(70)).verdict).toBe('notFound');
  });

  test('that fail wait as asked, at most a minute, and decide nothing (S22)', () => {
    expect(dueIn(after(look(0), fails(0)), 0)).toBe(1);
    expect(dueIn(after(look(0), fails(0), look(1), fails(1), look(3), fails(3)), 3)).toBe(4);
    expect(dueIn(after(look(0), fails(0, 7)), 0)).toBe(7);
    expect(dueIn(after(look(0), fails(0, 3600)), 0)).toBe(60);
    const late = after(look(90), fails(90));
    expect(late).toMatchObject({
      phase: 'waiting',
      trouble: { message: 'no' },
    });
    expect(late.verdict).toBeUndefined();
    expect(step(step(late, look(91)), shows(91))).toMatchObject({ verdict: 'notFound' });
  });

  test('without a token wait for one, and go on with it (S27)', () => {
    const search = after(look(0), fails(0, undefined, 'signIn'));
    expect(search.phase).toBe('needsSignIn');
    const found = step(step(search, look(300)), shows(300, listed(body, START)));
    expect(found).toMatchObject({ verdict: 'created', trouble: undefined });
  });

  test('that were stopped say nothing, and may be taken up again', () => {
    const stopped = after(look(0), { type: 'stop' });
    expect(step(stopped, shows(1, listed(body, START)))).toBe(stopped);
    expect(step(step(stopped, look(5)), shows(5, listed(body, START))).verdict).toBe('created');
  });
});

describe('what a look shows', () => {
  const first = (...deployments: ListedDeployment[]) => after(look(0), shows(0, ...deployments));

  test('one match is the deployment', () => {
    expect(first(listed(body, START + 500, 'a'))).toMatchObject({ verdict: 'created' });
  });

  test('two matches are for the person to tell apart (S47)', () => {
    const search = first(listed(body, START, 'a'), listed(body, START + 1, 'b'));
    expect(search.verdict).toBe('ambiguous');
    expect(search.sighting?.matches.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('one that existed before is not mistaken, but shown (S46)', () => {
    const search = first(listed(body, START - MINUTE - 1, 'old'));
    expect(search.phase).toBe('waiting');
    expect(search.sighting?.earlier).toMatchObject([{ id: 'old' }]);
    expect(first(listed(body, START - MINUTE, 'a')).verdict).toBe('created');
  });

  test.each<[what: string, raw: Record<string, unknown>]>([
    ['another image', { template: { containers: [{ name: 'web', image_url: 'other' }] } }],
    ['another container', { template: { containers: [{ name: 'db', image_url: 'nginx' }] } }],
    ['one container more', { template: { containers: [{ name: 'web', image_url: 'nginx' }, {}] } }],
    ['other replicas', { replicas: 2 }],
    ['another node', { node_ids: ['n2'] }],
    ['a group', { group_id: 'g', node_ids: ['n1'] }],
  ])('one of the name with %s is not it, but shown', (_what, change) => {
    const one = listed(body, START, 'x');
    const search = first({ ...one, raw: { ...(one.raw as object), ...change } });
    expect(search.phase).toBe('waiting');
    expect(search.sighting?.others).toMatchObject([{ id: 'x' }]);
  });

  test.each<[what: string, raw: Record<string, unknown>]>([
    ['less in it', { template: undefined, replicas: undefined, node_ids: null }],
    ['defaults filled in', { version: '', labels: [], state: '' }],
    ['replicas as text', { replicas: '1' }],
  ])('a record with %s is still it', (_what, change) => {
    const one = listed(body, START);
    expect(first({ ...one, raw: { ...(one.raw as object), ...change } }).verdict).toBe('created');
  });

  test('one without a time that can be read is never taken for sure', () => {
    const undated = { ...listed(body, START), createdAt: 'yesterday' };
    expect(first(undated).verdict).toBe('ambiguous');
    expect(first(undated, listed(body, START)).verdict).toBe('ambiguous');
  });

  test.each([16, -24 * 60])(
    'a target whose clock differs by %i minutes is read by its own',
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
      expect(step(after(look(0)), { type: 'listed', at, listing }).verdict).toBe('created');
      expect(step(after(look(0)), { type: 'listed', at, listing: old }).verdict).toBeUndefined();
    },
  );
});

test('whatever happens, “not created” is never said of what was there, nor before a minute is over', () => {
  const event = fc.oneof(
    fc.constant('look' as const),
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
        let search = beginSearch(wanted, START, START);
        let now = START;
        for (const [type, ms] of events) {
          now += ms;
          const isThere = madeAfter !== null && search.beganAt >= START + madeAfter;
          const deployments = isThere ? [listed(body, START + madeAfter)] : [];
          if (type === 'look' || type === 'stop') search = step(search, { type, at: now });
          else if (type === 'listed')
            search = step(search, {
              type,
              at: now,
              listing: { deployments, isComplete: true, clockOffsetMs: undefined },
            });
          else
            search = step(search, {
              type: 'failed',
              at: now,
              trouble: { kind: type === 'token' ? 'signIn' : 'other', message: '' },
            });
        }
        if (search.verdict === 'notFound') {
          expect(madeAfter).toBeNull();
          expect(now - START).toBeGreaterThanOrEqual(MINUTE);
        }
        if (search.verdict === 'created') expect(madeAfter).not.toBeNull();
      },
    ),
  );
});
