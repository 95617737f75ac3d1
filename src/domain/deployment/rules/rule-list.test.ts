import { describe, expect, test } from 'vitest';
import type { RuleId } from '#src/domain/core/issue.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import type { Context, Facts } from '#src/domain/core/context.ts';
import { ruleExamples } from './examples/rule-examples.ts';
import { rules } from './rule-list.ts';
import { container, groupId, nodeId, onNode } from './examples/example-bodies.ts';
import { judge, verdictsOf, type Verdict } from './judge.testing.ts';
import { validate } from '../validate.ts';

/** Where the broken example of each rule is blamed. */
const blamed: Readonly<Record<RuleId, string>> = {
  R01: 'node_ids',
  R02: 'node_ids',
  R03: 'group_id',
  R04: 'deployment.template.configs.migration',
  R05: 'deployment.template.configs.migration',
  R06: 'deployment.template.configs.toleration_seconds',
  R07: 'deployment.template.configs.toleration_seconds',
  R08: 'deployment.replicas',
  R09: 'deployment.replicas',
  R10: 'deployment.template.affinity',
  R11: 'deployment.template.affinity',
  R12: 'deployment.template.affinity.pod_affinity[0].values',
  R13: 'deployment.template.containers[0].ports',
  R14: 'deployment.template.containers[0].ports[0]',
  R15: 'deployment.template.containers[0].ports[0].host_port_range.max_port',
  R16: 'deployment.template.containers[1].ports[0].host_port',
  R17: 'deployment.template.containers[0].envs[0]',
  R18: 'deployment.template.containers[0].envs[0].value_from',
  R19: 'deployment.template.containers[0].envs[1].name',
  R20: 'deployment.template.containers[0].volumes[0].source',
  R21: 'deployment.template.containers[0].volumes[0].read_only',
  R22: 'deployment.template.containers[0].volumes[0].default_mode',
  R23: 'deployment.template.containers[0].liveness_probe.exec',
  R24: 'deployment.template.containers[0].resources.requests.cpu',
  R25: 'deployment.template.containers[0].resources.limits.memory',
  R26: 'deployment.template.containers[0].resources.limits.npu',
  R27: 'deployment.template.containers[0].npu_type',
  R28: 'deployment.template.containers[0].resources.limits.gpu',
  R29: 'tags[1].key',
  R30: 'name',
  R31: 'deployment.template.init_containers[0].name',
  R32: 'deployment.template.init_containers[0].readiness_probe',
  R33: 'deployment.template.containers[0].args',
  R34: 'deployment.template.configs.dns_policy',
  R36: 'deployment.template.containers[0].image_url',
  R37: 'deployment.template.containers[0].envs[0].value_from.configmap.key',
  R39: 'node_ids[0]',
  R40: 'deployment.template.containers[0].image_url',
  R41: 'deployment.template.containers[0].ports[0].host_ip',
  R42: 'deployment.template.containers[0].liveness_probe.http_get.path',
  R43: 'deployment.template.containers[0].ports[1].host_port',
  R44: 'deployment.template.containers[0].command[0]',
  R45: 'deployment.template.containers[0].volumes[0].source',
  R46: 'description',
  R47: 'tags[0]',
  R48: 'deployment.template.containers[0].envs[0].value',
  R49: 'node_ids[0]',
  R50: 'deployment.template.configs.restartPolicy',
  R51: '$',
};

/** "Severity, decided" of the facts sheet. */
const warnings =
  'R05 R06 R07 R09 R11 R13 R26 R27 R28 R30 R32 R36 R37 R39 R40 R41 R42 R43 R44 R45 R46 R47 R48 R49 R50'.split(
    ' ',
  );

/** For titles: `R01` and so on. */
const byId = rules.map((rule) => [rule.id, rule] as const);

const patternOf = (path: Path) => formatPath(path).replaceAll(/\[\d+\]/g, '[]');
const place = ({ path }: Verdict) => formatPath(path);

function expectWellSaid(verdict: Verdict): void {
  for (const words of [verdict.message.en, verdict.message.zh]) {
    expect(words).toMatch(/\S/);
    // R46 alone is about null.
    const slips =
      verdict.rule === 'R46' ? /undefined|NaN|\[object/ : /undefined|null|NaN|\[object|[!！]/;
    expect(words).not.toMatch(slips);
  }
  expect(verdict.message.en).toMatch(/\.$/);
  expect(verdict.message.zh).toMatch(/。$/);
}

describe('the list of rules', () => {
  test('has the numbers 1 to 51 without 35 and 38, once each and in order', () => {
    const numbers = Array.from({ length: 51 }, (_, index) => index + 1).filter(
      (n) => n !== 35 && n !== 38,
    );
    const ids = numbers.map((n) => `R${String(n).padStart(2, '0')}`);
    expect(rules.map(({ id }) => id)).toEqual(ids);
  });

  test('has the severities that were decided', () => {
    const found = rules.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
    expect(found).toEqual(warnings);
  });

  test('keeps R22 and R34 to the newer generation', () => {
    const found = rules.filter(({ generation }) => generation).map(({ id }) => id);
    expect(found).toEqual(['R22', 'R34']);
  });

  test('has an example of every rule and of nothing else', () => {
    expect(Object.keys(ruleExamples).toSorted()).toEqual(rules.map(({ id }) => id));
  });

  test.each(byId)('%s has well-formed patterns, a source and words', (_id, rule) => {
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
  test.each(byId)('%s is broken alone by its broken example', (_id, rule) => {
    const { broken, context } = ruleExamples[rule.id]!;
    const found = judge(broken, context);
    expect(found.map((verdict) => [verdict.rule, place(verdict), verdict.severity])).toEqual([
      [rule.id, blamed[rule.id], rule.severity],
    ]);
    if (rule.scope !== 'every') expect(rule.blames).toContain(patternOf(found[0]!.path));
    found.forEach(expectWellSaid);
  });

  test.each(byId)('%s and all others are silent on its mended example', (_id, rule) => {
    const { mended, context } = ruleExamples[rule.id]!;
    expect(judge(mended, context)).toEqual([]);
  });

  test.each(['R28', 'R30', 'R36', 'R37', 'R39'] as const)('%s is silent without facts', (id) => {
    const { broken, context } = ruleExamples[id]!;
    expect(judge(broken, { edition: context.edition })).toEqual([]);
    expect(judge(broken, { edition: context.edition, facts: {} })).toEqual([]);
  });

  test.each(['R22', 'R34'] as const)('%s is silent in the generation of the page', (id) => {
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

  /** Every key a rule reads, so that every reading is tried with a wrong value. */
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
    // Text made of these by the language would throw.
    { toString: null, valueOf: null, length: 1e9 },
    Object.create(null),
    JSON.parse('{"__proto__":{"name":"app"},"constructor":null}'),
  ];

  /** The value with one part after another replaced, deepest included. */
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

  test.each(byId)('%s never throws, and blames only what it says', (_id, rule) => {
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

  test.each(byId)('%s never throws on a subject that is no object', (_id, rule) => {
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
        // Of a body without anything, only the missing target is to be said.
        expect([...found]).toHaveLength(rule.id === 'R01' ? 1 : 0);
      }
    }
  });
});
