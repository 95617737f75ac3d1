import { describe, expect, test } from 'vitest';
import { formatPath, type Path } from '#src/json/path.ts';
import type { Context, Facts } from '#src/domain/core/context.ts';
import { ruleExamples } from './examples/rule-examples.ts';
import { retiredRules, rules } from './rule-list.ts';
import { container, groupId, nodeId, onNode } from './examples/example-bodies.ts';
import { judge, verdictsOf, type Verdict } from './judge.testing.ts';
import { validate } from '../validate.ts';

const retired = new Set<string>(retiredRules);

/** For titles: `R01` and so on. */
const byId = rules.map((rule) => [rule.id, rule] as const);

const patternOf = (path: Path) => formatPath(path).replaceAll(/\[\d+\]/g, '[]');
const place = ({ path }: Verdict) => formatPath(path);

function expectWellSaid(verdict: Verdict): void {
  for (const words of [verdict.message.en, verdict.message.zh]) {
    expect(words).toMatch(/\S/);
    // Only R46 is about null.
    const slips =
      verdict.rule === 'R46' ? /undefined|NaN|\[object/ : /undefined|null|NaN|\[object|[!！]/;
    expect(words).not.toMatch(slips);
  }
  expect(verdict.message.en).toMatch(/\.$/);
  expect(verdict.message.zh).toMatch(/。$/);
}

describe('the list of rules', () => {
  test('has every number once and in order, except the retired ones', () => {
    const count = rules.length + retiredRules.length;
    const ids = Array.from({ length: count }, (_, at) => `R${String(at + 1).padStart(2, '0')}`);
    expect(rules.map(({ id }) => id)).toEqual(ids.filter((id) => !retired.has(id)));
    expect(ids).toEqual(expect.arrayContaining([...retiredRules]));
  });

  test('has the documented severities', () => {
    const decided = rules.map(({ id }) => [id, ruleExamples[id]?.severity]);
    expect(rules.map(({ id, severity }) => [id, severity])).toEqual(decided);
  });

  test('limits R22 and R34 to the newer generation', () => {
    const found = rules.filter(({ generation }) => generation).map(({ id }) => id);
    expect(found).toEqual(['R22', 'R34']);
  });

  test('has an example for every rule and no others', () => {
    expect(Object.keys(ruleExamples).toSorted()).toEqual(rules.map(({ id }) => id));
  });

  test.each(byId)('%s has valid patterns, a source, and both texts', (_id, rule) => {
    for (const patterns of rule.scope === 'every' ? [] : [rule.reads, rule.blames]) {
      expect(patterns.length).toBeGreaterThan(0);
      expect(new Set(patterns).size).toBe(patterns.length);
      for (const pattern of patterns) {
        expect(pattern).toMatch(/^(tags|name|group_id|node_ids|deployment)\b/);
        expect(pattern).toMatch(/^[A-Za-z]\w*(\[\])?(\.[A-Za-z]\w*(\[\])?)*$/);
        if (rule.scope === 'container') {
          expect(pattern).toMatch(/^deployment\.template\.(init_)?containers\[\]\./);
        }
      }
    }
    expect(rule.source).toMatch(
      /^(table \d+|API Explorer|Kubernetes|Linux|user manual|tag service|image reference grammar)$/,
    );
    expect(rule.title.en).toMatch(/^\S.*\.$/);
    expect(rule.title.zh).toMatch(/^\S.*。$/);
  });
});

describe('examples', () => {
  test.each(byId)('only %s reports its broken example', (_id, rule) => {
    const { broken, context, blames } = ruleExamples[rule.id]!;
    const found = judge(broken, context);
    expect(found.map((verdict) => [verdict.rule, place(verdict), verdict.severity])).toEqual([
      [rule.id, blames, rule.severity],
    ]);
    if (rule.scope !== 'every') expect(rule.blames).toContain(patternOf(found[0]!.path));
    found.forEach(expectWellSaid);
  });

  test.each(byId)('neither %s nor any other rule reports its corrected example', (_id, rule) => {
    const { corrected, context } = ruleExamples[rule.id]!;
    expect(judge(corrected, context)).toEqual([]);
  });

  test.each(['R28', 'R30', 'R36', 'R37', 'R39'] as const)(
    '%s reports nothing without facts',
    (id) => {
      const { broken, context } = ruleExamples[id]!;
      expect(judge(broken, { edition: context.edition })).toEqual([]);
      expect(judge(broken, { edition: context.edition, facts: {} })).toEqual([]);
    },
  );

  test.each(['R22', 'R34'] as const)('%s reports nothing in the generation of the page', (id) => {
    const { broken, context } = ruleExamples[id]!;
    expect(judge(broken, { edition: context.edition })).toEqual([]);
    expect(judge(broken, { edition: context.edition, generation: '2024-04' })).toEqual([]);
  });
});

describe('tolerance', () => {
  const facts: Facts = {
    hasAllNodes: true,
    groups: [],
    hasAllGroups: true,
    nodes: [{ id: nodeId, name: 'n', arch: 'x86_64', enableGpu: false, npuType: 'D310B' }],
    deploymentNames: ['app'],
    configmaps: [],
    secrets: [],
  };
  const contexts: readonly Context[] = [
    { edition: 'platinum', generation: '2025', facts },
    { edition: 'professional' },
  ];

  /** Every key that a rule reads, so that each is tested with wrong values. */
  const everything = {
    volumes: [
      { name: 'a', type: 'hostPath', source: '/', destination: '/a', default_mode: 1 },
      { name: 'a', type: 'secret', source: 'none', destination: '/a', read_only: false },
      { name: 'b', type: 'emptyDir', source: 'x', destination: '/b' },
    ],
    envs: [
      { name: 'A', value: '', field_path: 'status.hostIP' },
      { name: 'A', value_from: { secret: { name: 's', key: 'k' }, configmap: { name: 'c' } } },
      { name: 'B' },
    ],
    ports: [
      { container_port: 80, host_port: 80, host_ip: '10.0.0.1' },
      { container_port: 80, host_port: 80, host_ip: '10.0.0.1' },
      { container_port: 81, host_port: 1, host_port_range: { min_port: 2, max_port: 1 } },
    ],
    resources: {
      limits: { cpu: '1', memory: '2', gpu: '1', npu: '1.5', D310: '1' },
      requests: { cpu: '2', memory: '3', gpu: '2', npu: '2.5', D310B: '1.5' },
    },
    npu_type: 'D310',
    args: ['a'],
    command: ['b'],
    readiness_probe: { http_get: {}, exec: {} },
    liveness_probe: {},
  };
  const rich = onNode({
    replicas: 3,
    root: { group_id: groupId, tags: Array.from({ length: 11 }, () => ({ key: 'k', value: '' })) },
    configs: { host_network: true, toleration_seconds: 1, dns_policy: 'ClusterFirst' },
    container: everything,
    template: {
      affinity: {
        node_affinity: [{ key: 'a', operator: 'Gt', values: ['x'] }],
        pod_affinity: [{ key: 'a', operator: 'In' }],
      },
      containers: [container('a', everything), container('a')],
      init_containers: [container('a', everything)],
    },
  });
  const onOneNode = { ...rich, group_id: '' };

  const garbage: readonly unknown[] = [
    null,
    undefined,
    0,
    -1.5,
    Infinity,
    '',
    'x',
    true,
    [],
    [null],
    [[]],
    [{}],
    {},
    // Converting these to a string throws.
    { toString: null, valueOf: null, length: 1e9 },
    Object.create(null),
    JSON.parse('{"__proto__":{"name":"app"},"constructor":null}'),
  ];

  /** Copies of the value, each with one part replaced, at any depth. */
  function* spoiled(value: unknown): Generator<unknown> {
    yield* garbage;
    if (Array.isArray(value)) {
      for (const [index, part] of value.entries()) {
        for (const bad of spoiled(part)) yield value.with(index, bad);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        for (const bad of spoiled(part)) yield { ...value, [key]: bad };
      }
    }
  }

  const richBodies = [...spoiled(rich), ...spoiled(onOneNode)];

  test.each(byId)('%s never throws, and reports only at its declared paths', (_id, rule) => {
    const example = ruleExamples[rule.id]!;
    const findings = [
      ...[...spoiled(example.broken)].flatMap((body) => verdictsOf(rule, body, example.context)),
      ...(rule.scope === 'every'
        ? []
        : contexts.flatMap((context) =>
            richBodies.flatMap((body) => verdictsOf(rule, body, context)),
          )),
    ];
    const places = new Set(findings.map(({ path }) => patternOf(path)));
    expect(places.size).toBeGreaterThan(0);
    if (rule.scope !== 'every') expect(rule.blames).toEqual(expect.arrayContaining([...places]));
    new Map(findings.map((verdict) => [verdict.message.en, verdict])).forEach(expectWellSaid);
  });

  test.each(byId)('%s never throws on a subject that is not an object', (_id, rule) => {
    for (const context of contexts) {
      for (const subject of garbage) {
        const list = 'init_containers';
        if (rule.scope === 'every') {
          expect(() => validate(subject, context)).not.toThrow();
          continue;
        }
        const found =
          rule.scope === 'body'
            ? rule.check(subject as never, context)
            : rule.check(subject as never, context, list);
        // For an empty body, only the missing target is reported.
        expect([...found]).toHaveLength(rule.id === 'R01' ? 1 : 0);
      }
    }
  });
});
