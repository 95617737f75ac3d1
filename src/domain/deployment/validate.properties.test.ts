import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPath } from '#src/json/path.ts';
import { PROPERTY_MS, runs } from '#src/testing/runs.ts';
import { withValue } from './bodies.testing.ts';
import { anyBrokenLimit, brokenLimits } from './broken-limits.testing.ts';
import { validate } from './validate.ts';
import { anyJudgedBody, type Judgement } from './valid-bodies.testing.ts';

/** The errors of a body in short form. */
const errors = (body: unknown, judgement: Judgement) =>
  validate(body, judgement)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${formatPath(path)}: ${message.en}`);

describe('a body generated from the specs', () => {
  test('is accepted', { timeout: PROPERTY_MS }, () => {
    fc.assert(
      fc.property(anyJudgedBody, ({ judgement, body }) => {
        expect(errors(body, judgement)).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('is rejected at the field whose limit is broken', { timeout: PROPERTY_MS }, () => {
    const brokenBody = anyJudgedBody.chain(({ judgement, body }) =>
      anyBrokenLimit(body, judgement.generation).map((broken) => ({ judgement, body, broken })),
    );
    fc.assert(
      fc.property(brokenBody, ({ judgement, body, broken: { path, value, what } }) => {
        const found = validate(withValue(body, path, value), judgement);
        const here = found.filter(
          (issue) => issue.severity === 'error' && formatPath(issue.path) === formatPath(path),
        );
        expect([what, here.length > 0]).toEqual([what, true]);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('covers every field of the specs', () => {
    const seen = new Set<string>();
    for (const { body, judgement } of fc.sample(anyJudgedBody, 300)) {
      for (const { path } of brokenLimits(body, judgement.generation))
        seen.add(formatPath(path).replaceAll(/\[\d+\]/g, '[]'));
    }
    for (const field of [
      'tags[].value',
      'group_id',
      'node_ids',
      'deployment.annotations.ring_controller',
      'deployment.template.configs.dns_policy',
      'deployment.template.affinity.pod_affinity[].values',
      'deployment.template.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm.labelSelector.matchLabels',
      'deployment.template.init_containers[].liveness_probe.exec.command',
      'deployment.template.containers[].envs[].value_from.configmap.key',
      'deployment.template.containers[].ports[].host_port_range.max_port',
      'deployment.template.containers[].volumes[].default_mode',
      'deployment.template.containers[].resources.requests.D310B',
      'deployment.template.containers[].run_as_user',
    ])
      expect(seen).toContain(field);
  });
});
