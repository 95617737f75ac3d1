import { describe, expect, test } from 'vitest';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { factsAt, factsOf, memberFacts, unknownFacts, unknownKeys } from './facts.ts';
import { englishFormatter } from './value-formatter.testing.ts';

const context = (document: Json) => ({
  root: deploymentGroup,
  document,
  translate: (text: { en: string }) => text.en,
});
const template = ['deployment', 'template'];

/** Label and value of each fact, in words. */
function formatted(document: Json, find: typeof factsOf, path: Path, keys: readonly string[]) {
  return find(context(document), path, keys).map(({ label, value, spec }) => [
    label,
    englishFormatter.value(value, spec).text,
  ]);
}

describe('facts', () => {
  test('are the values of a step in the words of the form', () => {
    const configs = { host_network: false, restart_policy: 'OnFailure', toleration_seconds: 30 };
    const document = { deployment: { template: { configs } } };
    const facts = factsAt(context(document), [...template, 'configs']);
    expect(
      facts.map(({ label, value, spec }) => [label, englishFormatter.value(value, spec).text]),
    ).toEqual([
      ['Restart policy', 'On failure'],
      ['Host network', 'No'],
      ['Toleration time', '30 s'],
    ]);
  });

  test('combine a row of leaves into one fact', () => {
    const document = {
      tags: [{ key: 'app', value: '' }],
      deployment: {
        template: {
          affinity: { node_affinity: [{ key: 'zone', operator: 'In', values: ['a', 'b c'] }] },
        },
      },
    };
    expect(formatted(document, factsOf, [], ['tags'])).toEqual([
      ['Tag app', 'Tag key app · Tag value (empty)'],
    ]);
    expect(formatted(document, factsOf, template, ['affinity'])).toEqual([
      ['Affinity › Affinity rule zone', 'Label key zone · Operator In (attracts) · Values a "b c"'],
    ]);
  });

  test('keep custom keys with an empty value', () => {
    const term = { labelSelector: { matchLabels: { a: '' } } };
    const must = 'requiredDuringSchedulingIgnoredDuringExecution';
    const document = {
      deployment: { template: { affinity: { podAffinity: { [must]: [term] } } } },
    };
    expect(formatted(document, factsOf, template, ['affinity'])).toEqual([
      ['Affinity › Application affinity › Term 1 › Applications › Match labels › a', '(empty)'],
    ]);
  });

  test('show a value of an unexpected type as JSON', () => {
    const document = { name: 5, tags: { a: 1 }, deployment: { template: { configs: [true] } } };
    expect(formatted(document, factsOf, [], ['name', 'tags'])).toEqual([
      ['Deployment name', '5'],
      ['Tags', '{"a":1}'],
    ]);
    expect(formatted(document, memberFacts, template, ['configs'])).toEqual([
      ['Instance settings', '[true]'],
    ]);
  });
});

describe('unknown keys', () => {
  const container = { name: 'web', envs: [{ name: 'A', odd: 1 }], lifecycle: {} };
  const document = { owner: 'a', deployment: { x: null, template: { containers: [container] } } };
  const path = [...template, 'containers', 0];

  test('are found at any depth, with their values', () => {
    const found = unknownFacts(context(document), []);
    expect(found.map(({ label, value }) => [label, value])).toEqual([
      ['owner', 'a'],
      ['x', null],
      ['Container web › Variable A › odd', 1],
      ['Container web › lifecycle', {}],
    ]);
  });

  test('are omitted if another card shows them', () => {
    const found = unknownFacts(context(document), [], (at) => at.length === path.length);
    expect(found.map(({ label }) => label)).toEqual(['owner', 'x']);
  });

  test('of one object do not include those of its members', () => {
    expect(unknownKeys(deploymentGroup, container, path)).toEqual(['lifecycle']);
    expect(unknownKeys(deploymentGroup, 'text', path)).toEqual([]);
  });
});
