import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import type { Context } from '#src/domain/core/context.ts';
import { comparePaths } from '#src/domain/core/spec/spec-at.ts';
import {
  anyBody,
  anyMutation,
  fullBody,
  mutate,
  newerBody,
  pathOf,
  withValue,
} from './bodies.testing.ts';
import { deploymentGroup } from './fields/deployment.fields.ts';
import { initialBody } from './initial.ts';
import { validate } from './validate.ts';

const professional: Context = { edition: 'professional' };
const platinum: Context = { edition: 'platinum' };
const contexts: readonly Context[] = [professional, platinum, { ...platinum, generation: '2025' }];

/** Issues in short: `name table 3`, or `node_ids R01`. */
const brief = (body: unknown, context: Context) =>
  validate(body, context).map(({ path, rule, source }) => `${formatPath(path)} ${rule ?? source}`);

describe('the initial body', () => {
  test('has exactly the documented text', () => {
    expect(JSON.stringify(initialBody)).toBe(
      '{"name":"","node_ids":[],"deployment":{"replicas":1,"template":{"configs":{"host_network":false,"restart_policy":"Always"},"containers":[{"name":"container-0","image_url":""}]}}}',
    );
  });

  test.each(contexts)('lacks only name, target and image: %j', (context) => {
    expect(brief(initialBody, context)).toEqual([
      'name table 3',
      'node_ids R01',
      'deployment.template.containers[0].image_url table 6',
    ]);
  });
});

describe('the full body', () => {
  test('has no problem in the platinum edition', () => {
    expect(validate(fullBody, platinum)).toEqual([]);
  });

  test('has errors in the professional edition for platinum features, in the order of the form', () => {
    expect(brief(fullBody, professional)).toEqual([
      'group_id R03',
      'deployment.replicas R08',
      'deployment.template.affinity R10',
      'deployment.template.containers[0].ports[1].host_port_range R15',
    ]);
  });
});

describe('issues depend on the edition', () => {
  test.each<[string, unknown, string[], string[]]>([
    ['deployment.replicas', 1, [], []],
    ['deployment.replicas', 0, ['deployment.replicas R08'], []],
    ['deployment.replicas', 99, ['deployment.replicas R08'], []],
    ['deployment.replicas', 100, ['deployment.replicas R08'], ['deployment.replicas R08']],
  ])('for %s = %j', (field, value, onProfessional, onPlatinum) => {
    const body = withValue(fullBody, pathOf(field), value);
    const replicas = (context: Context) =>
      brief(body, context).filter((it) => it.startsWith(field));
    expect(replicas(professional)).toEqual(onProfessional);
    expect(replicas(platinum)).toEqual(onPlatinum);
  });

  test('the same body again for another edition', () => {
    const before = brief(fullBody, professional);
    expect(brief(fullBody, platinum)).toEqual([]);
    expect(brief(fullBody, professional)).toEqual(before);
  });
});

describe('issues depend on the generation', () => {
  test('for the rules of the newer generation, on the same body', () => {
    const volume = 'deployment.template.containers.0.volumes.0.default_mode';
    const body = withValue(fullBody, pathOf(volume), 420);
    const marked = ['deployment.template.containers[0].volumes[0].default_mode API Explorer'];
    expect(brief(body, platinum)).toEqual(marked);
    expect(brief(body, { ...platinum, generation: '2025' })).toContain(
      'deployment.template.containers[0].volumes[0].default_mode R22',
    );
    expect(brief(body, { ...platinum, generation: '2024-04' })).toEqual(marked);
  });
});

describe('the full body of generation 2025', () => {
  const newer: Context = { ...platinum, generation: '2025' };

  test('has no problem in its generation', () => {
    expect(validate(newerBody, newer)).toEqual([]);
  });

  test('in the generation of the API page, newer fields are warnings and newer options are errors', () => {
    const found = validate(newerBody, platinum);
    const at = (severity: string) =>
      found.filter((it) => it.severity === severity).map(({ path }) => formatPath(path));
    expect(at('error')).toEqual(['source', 'deployment.template.containers[0].npu_type']);
    expect(at('warning')).toEqual([
      'deployment.annotations',
      'deployment.template.configs.dns_policy',
      'deployment.template.affinity.nodeAffinity',
      'deployment.template.affinity.podAffinity',
      'deployment.template.affinity.podAntiAffinity',
      'deployment.template.containers[0].run_as_user',
      'deployment.template.containers[0].volumes[1].default_mode',
      'deployment.template.containers[0].resources.limits.D310',
      'deployment.template.containers[0].resources.limits.D310B',
      'deployment.template.containers[0].resources.requests.D310',
      'deployment.template.containers[0].resources.requests.D310B',
    ]);
    for (const issue of found) expect(issue.message.en).toContain('newer than the API page');
  });

  test('reports the two affinity lists as the format of the API page', () => {
    const found = validate(fullBody, newer);
    expect(found.map(({ path, severity }) => [formatPath(path), severity])).toEqual([
      ['deployment.template.affinity.node_affinity', 'warning'],
      ['deployment.template.affinity.pod_affinity', 'warning'],
    ]);
  });

  test.each([
    ['deployment.template.containers.0.run_as_user', 65_535],
    ['deployment.template.configs.dns_policy', 'None'],
    ['deployment.annotations', []],
    [
      'deployment.template.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.0.weight',
      101,
    ],
  ])(
    '%s = %j is an error there, and a warning in the generation of the API page',
    (field, value) => {
      const body = withValue(newerBody, pathOf(field), value);
      const place = formatPath(pathOf(field));
      const severities = (context: Context) =>
        validate(body, context)
          .filter(({ path }) => formatPath(path) === place)
          .map(({ severity }) => severity);
      expect(severities(newer)).toEqual(['error']);
      expect(new Set(severities(platinum))).toEqual(new Set(['warning']));
    },
  );
});

describe('never throws', () => {
  const judgeAll = (body: unknown) => contexts.map((context) => validate(body, context));

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', [{}]],
  ])('%s: one issue, at the root', (_what, body) => {
    for (const issues of judgeAll(body)) {
      expect(issues.map(({ path, severity }) => [path, severity])).toEqual([[[], 'error']]);
    }
  });

  test('for any value', () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withObjectString: true,
      withDate: true,
    });
    fc.assert(
      fc.property(anything, (body) => {
        for (const issues of judgeAll(body)) expect(issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('for any change of the full body; issues have texts and are in the order of the form', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const issues of judgeAll(body)) {
          for (const [at, issue] of issues.entries()) {
            expect(issue.message.en).toMatch(/\S\.$/);
            expect(issue.message.zh).toMatch(/\p{Script=Han}/u);
            expect(issue.message.en.length).toBeLessThan(500);
            expect((issue.rule === undefined) === (issue.field !== undefined)).toBe(true);
            const next = issues[at + 1];
            if (next !== undefined)
              expect(comparePaths(deploymentGroup, issue.path, next.path)).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  const places = [
    'name',
    'node_ids',
    'group_id',
    'tags.0',
    'deployment',
    'deployment.replicas',
    'deployment.template.configs.toleration_seconds',
    'deployment.template.affinity.node_affinity.0.values',
    'deployment.template.containers',
    'deployment.template.containers.0',
    'deployment.template.containers.0.args',
    'deployment.template.containers.0.envs.0.value_from',
    'deployment.template.containers.0.ports.0.host_port',
    'deployment.template.containers.0.resources.limits',
    'deployment.template.containers.0.resources.limits.npu',
    'deployment.template.containers.0.unknown',
  ];

  test.each(places)('10,000 levels of depth at %s', (place) => {
    for (const wrap of [(inner: unknown) => [inner], (inner: unknown) => ({ name: inner })]) {
      let deep: unknown = 0;
      for (let level = 0; level < 10_000; level++) deep = wrap(deep);
      const body = withValue(fullBody, pathOf(place), deep);
      for (const issues of judgeAll(body)) expect(Array.isArray(issues)).toBe(true);
    }
  });

  test('own __proto__ keys anywhere, which add nothing to the body', () => {
    const spoofed = JSON.parse(`{"__proto__":${JSON.stringify(fullBody)}}`) as unknown;
    const beside = (body: unknown) =>
      validate(body, platinum).filter(({ path }) => !path.includes('__proto__'));
    expect(beside(spoofed)).toEqual(validate({}, platinum));
    const text = JSON.stringify(fullBody).replaceAll('{', '{"__proto__":{"name":5,"host_port":0},');
    expect(beside(JSON.parse(text))).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('own __proto__ keys, each reported at its path', () => {
    const body = JSON.parse(
      JSON.stringify(fullBody)
        .replace('{', '{"__proto__":{"a":[{"__proto__":1}]},')
        .replace('"containers":[{', '"containers":[{"__proto__":null,'),
    ) as unknown;
    const issues = validate(body, platinum);
    expect(issues.map(({ path, severity }) => [path.join('.'), severity])).toEqual([
      ['deployment.template.containers.0.__proto__', 'error'],
      ['__proto__', 'error'],
      ['__proto__.a.0.__proto__', 'error'],
    ]);
    // An edited copy shares the parts that were already checked.
    expect(validate({ ...(body as object), name: 'other' }, platinum)).toHaveLength(3);
  });

  test('70,000 empty containers', () => {
    const containers = Array.from({ length: 70_000 }, () => ({}));
    const body = withValue(fullBody, pathOf('deployment.template.containers'), containers);
    expect(validate(body, platinum)).toHaveLength(140_000);
  });
});

describe('caching', () => {
  test('an edited copy gets the same issues as a fresh clone, whatever was checked before', () => {
    fc.assert(
      fc.property(fc.array(anyMutation, { maxLength: 6 }), (mutations) => {
        let body: unknown = fullBody;
        for (const mutation of mutations) {
          body = mutate(body, mutation);
          for (const context of contexts) {
            const fresh: unknown = JSON.parse(JSON.stringify(body));
            expect(validate(body, context)).toEqual(validate(fresh, context));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('changes that a caller makes to the issues do not affect later results', () => {
    const first = validate(initialBody, professional);
    const wanted = structuredClone(first);
    first.length = 0;
    expect(validate(initialBody, professional)).toEqual(wanted);
  });

  test('an object in both container lists is checked for each', () => {
    const probed = { name: 'one', image_url: 'a', liveness_probe: { exec: { command: 'a' } } };
    const template = pathOf('deployment.template');
    const both = [...template, 'containers'];
    const body = withValue(
      withValue(fullBody, both, [probed]),
      [...template, 'init_containers'],
      [probed],
    );
    expect(brief(body, platinum).filter((it) => it.includes('probe'))).toEqual([
      'deployment.template.init_containers[0].liveness_probe R32',
    ]);
  });
});
