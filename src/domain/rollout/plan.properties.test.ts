import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parsePointer, toPointer } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { runs } from '#src/testing/runs.ts';
import { expandText } from './expand-variables.ts';
import { putValue } from './put-value.ts';
import { readRollout } from './read-rollout.ts';
import { rolloutBody } from './rollout-body.ts';
import { rolloutPlanSchema } from './rollout-plan.ts';
import { rateOf, waveEnds } from './waves.ts';

/** A request for creates named `app-1` and so on. */
function makeRequest(total: number, more: Record<string, unknown>) {
  return {
    target: 'mock',
    projectId: '05e1aef9040010e22fccc009adecb056',
    action: 'create',
    body: {
      name: 'app',
      deployment: {
        replicas: 1,
        template: { containers: [{ name: 'web', image_url: 'nginx:1.25' }] },
      },
    },
    namePattern: 'app-{{n}}',
    nodes: Array.from({ length: total }, (_, index) => ({
      id: `node-${index + 1}`,
      name: `gw-${index + 1}`,
    })),
    ...more,
    plan: { waves: ['100%'], ...(more.plan as object | undefined) },
  };
}

const share = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
);

describe('waves', () => {
  it('grow, never skip a row and end with the last one, or are refused', () => {
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 10_000 }),
        (waves, total) => {
          const ends = waveEnds([...waves, '100%'], total);
          if (ends === undefined) return;
          expect(ends[0]).toBeGreaterThan(0);
          expect(ends.at(-1)).toBe(total);
          expect(ends.every((end, index) => index === 0 || end > ends[index - 1]!)).toBe(true);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test.each([
    [[1, '10%', '100%'], 300, [1, 30, 300]],
    [[1, '10%', '100%'], 5, [1, 5]],
    [['100%'], 1, [1]],
    [[5, 3, '100%'], 9, undefined],
    [[1, '50%'], 9, undefined],
  ] as const)('%j of %i are %j', (waves, total, ends) => {
    expect(waveEnds([...waves], total)).toEqual(ends);
  });
});

test('a rate never allows more per minute than it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6000 }), (perMinute) => {
      const { rateCount, rateMs } = rateOf(perMinute);
      const allowed = (rateCount * 60_000) / rateMs;
      expect(allowed).toBeLessThanOrEqual(perMinute);
      expect(allowed).toBeGreaterThan(perMinute * 0.98);
    }),
  );
});

test('a pointer is read back into its keys', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('', '~', '/', '~1', '0'), fc.string())),
      (keys) => {
        expect(parsePointer(toPointer(keys))).toEqual(keys);
      },
    ),
  );
  expect(parsePointer('a')).toBeUndefined();
  expect(parsePointer('/~2')).toBeUndefined();
});

describe('a value', () => {
  test('is put where its pointer says, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()),
        fc.constantFrom('a', 'b', 'd'),
        fc.jsonValue(),
        (body, key, value) => {
          const put = putValue(body as Json, [key], value as Json) as Record<string, Json>;
          expect(put[key]).toBe(value);
          for (const other of Object.keys(body))
            if (other !== key) expect(put[other]).toBe(body[other]);
        },
      ),
    );
  });

  test.each([
    [
      ['list', '1'],
      ['x', 1],
    ],
    [
      ['list', '-'],
      ['x', 1],
    ],
    [['list', '2'], undefined],
    [['list', '01'], undefined],
    [['none', 'x'], undefined],
    [['list', '0', 'y'], undefined],
    [['__proto__'], undefined],
  ])('at %j needs its parent', (keys, list) => {
    const put = putValue({ list: ['x'] }, keys, 1);
    expect(put).toEqual(list === undefined ? undefined : { list });
  });
});

describe('variables', () => {
  const variables = new Map([
    ['n', '7'],
    ['node.name', '{{n}}'],
  ]);
  test.each([
    ['gw-{{n}}', { text: 'gw-7' }],
    ['{{ n }}{{n}}', { text: '77' }],
    ['{{node.name}}', { text: '{{n}}' }],
    ['{{site}}', { unknown: 'site' }],
    ['{n} {{}} $n', { text: '{n} {{}} $n' }],
  ])('%s is %j', (text, wanted) => {
    expect(expandText(text, variables, { left: 100 })).toEqual(wanted);
  });

  it('may not make a text longer than there is room for', () => {
    const long = new Map([['c', 'x'.repeat(40_000)]]);
    expect(expandText('{{c}}'.repeat(50_000), long, { left: 1_000_000 })).toEqual({
      tooLong: true,
    });
  });
});

describe('a request', () => {
  const read = async (total: number, more: Record<string, unknown>) =>
    readRollout(makeRequest(total, more), {
      edition: 'professional',
      generation: undefined,
      breathe: () => Promise.resolve(),
    });

  it('has the defaults of the plan', () => {
    expect(rolloutPlanSchema.parse({})).toEqual({
      waves: [1, '10%', '100%'],
      goOnAt: '100%',
      stopAt: 1,
      gate: 'auto',
      readyWithinS: 600,
      offlineWithinS: 86_400,
      inFlight: 8,
      perMinute: 120,
    });
  });

  it('expands variables in name and values, and never in the body', async () => {
    const body = {
      name: '{{n}}',
      deployment: {
        replicas: 1,
        template: {
          configs: { host_network: true, restart_policy: 'Always' },
          containers: [{ name: 'web', image_url: 'nginx:1', args: ['{{n}}', 'x'] }],
        },
      },
    };
    const pointer = '/deployment/template/containers/0/args/1';
    const nodes = [
      {
        id: 'n1',
        name: 'gw',
        site: 'sz',
        values: { [pointer]: '{{site}}-{{node.name}}-{{node.id}}' },
      },
    ];
    const { rollout } = (await read(1, {
      body,
      nodes,
      namePattern: 'a-{{n}}-{{site}}',
    })) as never as {
      rollout: { rows: Parameters<typeof rolloutBody>[3][]; body: never };
    };
    const [container] = body.deployment.template.containers;
    const template = {
      ...body.deployment.template,
      containers: [{ ...container, args: ['{{n}}', 'sz-gw-n1'] }],
    };
    expect(rolloutBody(rollout.body, 'create', 'node', rollout.rows[0]!)).toEqual({
      name: 'a-1-sz',
      node_ids: ['n1'],
      deployment: { ...body.deployment, template },
    });
  });

  test.each<[string, Record<string, unknown>, object]>([
    ['an unknown key', { other: 1 }, { path: '' }],
    ['two kinds of rows', { groups: [{ id: 'g' }] }, {}],
    ['no rows', { nodes: [] }, { path: '/nodes' }],
    ['the same ID twice', { nodes: [{ id: 'a' }, { id: 'a' }] }, { id: 'a' }],
    ['a name that is too long', { namePattern: 'a'.repeat(33) }, { id: 'node-1', path: '/name' }],
    ['a name the field refuses', { namePattern: 'A B' }, { id: 'node-1', path: '/name' }],
    ['an unknown variable', { namePattern: 'x-{{no}}' }, { id: 'node-1', path: '/namePattern' }],
    ['a value for the name', { nodes: [{ id: 'a', values: { '/name': 'x' } }] }, { id: 'a' }],
    [
      'a value without a parent',
      { nodes: [{ id: 'a', values: { '/x/y': 1 } }] },
      { id: 'a', path: '/values' },
    ],
    ['a value that is not a pointer', { nodes: [{ id: 'a', values: { x: 1 } }] }, { id: 'a' }],
    [
      'waves that go back',
      { nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id })), plan: { waves: [3, 1, '100%'] } },
      { path: '/plan/waves' },
    ],
    ['too many in flight', { plan: { inFlight: 65 } }, { path: '/plan/inFlight' }],
  ])('with %s is refused', async (_what, more, problem) => {
    expect((await read(1, more)).problems?.[0]).toMatchObject(problem);
  });
});
