import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { anyJson } from '#src/document/documents.testing.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json, JsonObject } from '#src/json/value.ts';
import { anyBody, fullBody } from '#src/domain/deployment/bodies.testing.ts';
import { convert } from '../convert.ts';
import { exportDocument } from './export-document.ts';
import { exportKinds, type ExportKind } from './request/export-request.ts';

const kinds = Object.keys(exportKinds) as ExportKind[];
const handlings = ['keep', 'omit', 'variable'] as const;
const anyDocument = fc.oneof(anyBody as fc.Arbitrary<Json>, anyJson);

/** Values of a document, counted without the code under test. */
function countValues(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  const parts = Object.values(value) as Json[];
  return parts.length === 0 ? 1 : parts.reduce((sum: number, part) => sum + countValues(part), 0);
}

describe('an export', () => {
  test('takes any document and reports every value once', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.constantFrom(...kinds),
        fc.constantFrom(...handlings),
        (document, to, secrets) => {
          const { account } = exportDocument({ document, to, secrets });
          if (account === undefined) return;
          const entries = account.report.filter(({ level }) => level !== 'note');
          expect(entries.length).toBe(countValues(document));
          expect(account.carried).toBe(entries.filter(({ level }) => level !== 'lost').length);
          for (const { path, level } of entries) if (level === 'lost') expect(path).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(['json', 'curl', 'powershell', 'python'] as const)(
    'to %s contains the text of the document byte for byte',
    (to) => {
      fc.assert(
        fc.property(anyDocument, (value) => {
          const document = { value };
          expect(exportDocument({ document, to }).text).toContain(documentText(document));
        }),
        { numRuns: 100 },
      );
    },
  );

  test('names the lines of the document', () => {
    const { account } = exportDocument({ document: fullBody as Json, to: 'kubernetes' });
    const lines = documentText(fullBody as Json).split('\n');
    const wrong = account!.report.filter(({ source, line }) => {
      const [, key = '', item] = /([\w-]+)(\[\d+\])*$/.exec(source)!;
      return item === undefined && !lines[line - 1]!.includes(`"${key}"`);
    });
    expect(wrong).toEqual([]);
  });
});

const word = fc.constantFrom(
  'a',
  'true',
  'no',
  '0755',
  '1e3',
  '$HOME $$',
  'x y',
  "it's",
  '# b',
  'ä',
);
const path = fc.constantFrom('/data', '/var/log/a b', '/opt/app');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const amount = fc.record({
  cpu: fc.constantFrom('0.5', '2'),
  memory: fc.constantFrom('64', '512'),
});

/** A container with the fields that every notation can hold. */
const anyContainer = (index: number) =>
  fc.record({
    name: fc.constant(`app-${index}`),
    image_url: fc.constantFrom('nginx:1.27', 'swr.example.com/a/b@sha256:00'),
    command: optional(fc.array(word, { minLength: 1, maxLength: 1 })),
    args: optional(fc.array(word, { minLength: 1, maxLength: 3 })),
    privileged: optional(fc.constant(true)),
    envs: optional(
      fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B_1', 'c'), value: word }), {
        minLength: 1,
        selector: ({ name }) => name,
      }),
    ),
    ports: optional(
      fc.constantFrom(
        [{ container_port: 80, host_port: 8080 }],
        [{ container_port: 80, host_port: 8080, host_ip: '10.0.0.1' }],
      ),
    ),
    volumes: optional(
      fc.tuple(path, fc.boolean()).map(([source, read_only]) => [
        { name: 'data', type: 'hostPath', source, destination: '/data', read_only },
        { name: 'tmp', type: 'emptyDir', source: 'memory', destination: '/tmp', read_only: false },
      ]),
    ),
    resources: optional(amount.map((limits) => ({ limits }))),
  });

const anyPortable = (count: number) =>
  fc
    .tuple(
      fc.tuple(...Array.from({ length: count }, (_, index) => anyContainer(index))),
      fc.boolean(),
    )
    .map(
      ([containers, host_network]) =>
        JSON.parse(
          JSON.stringify({
            name: 'app-0',
            node_ids: [],
            deployment: {
              replicas: 1,
              template: { configs: { host_network, restart_policy: 'Always' }, containers },
            },
          }),
        ) as Json,
    );

describe.each([
  ['kubernetes', 2],
  ['compose', 2],
  ['docker-run', 1],
] as const)('an export to %s', (to, count) => {
  test('loses nothing that the notation can hold: importing it restores the document', () => {
    fc.assert(
      fc.property(anyPortable(count), (document) => {
        const { text, account } = exportDocument({ document, to });
        const result = convert({ text, from: to });
        if ('refusal' in result) throw new Error(result.refusal.message.en);
        expect(withoutOwnLabel(named(result.body))).toEqual(named(document));
        // `node_ids: []` holds nothing.
        expect(account!.carried).toBe(account!.values);
      }),
    );
  });

  test('contains every value that its report calls kept as written', () => {
    const { text, account } = exportDocument({ document: fullBody as Json, to });
    const written = text.toLowerCase();
    const kept = account!.report.filter(
      ({ level, message }) => level === 'carried' && message.en.endsWith(': kept as written.'),
    );
    expect(kept.length).toBeGreaterThan(10);
    for (const { source, message } of kept) {
      const value = message.en.slice(1, message.en.indexOf('”')).toLowerCase();
      expect([source, value, written.includes(value)]).toEqual([source, value, true]);
    }
  });
});

test.each(['compose', 'docker-run'] as const)(
  'an export to %s keeps the timeout of a probe without one: those of IEF and Docker differ',
  (to) => {
    const probe = { exec: { command: 'check' }, initial_delay_seconds: 5 };
    const container = { name: 'app', image_url: 'nginx', liveness_probe: probe };
    const document = { name: 'app', deployment: { template: { containers: [container] } } };
    const result = convert({ text: exportDocument({ document, to }).text, from: to });
    const path = ['deployment', 'template', 'containers', 0, 'liveness_probe', 'timeout_seconds'];
    expect('body' in result && getIn(result.body, path)).toBe(1);
  },
);

test.each([
  ['compose', 'Never'],
  ['compose', 'OnFailure'],
  ['docker-run', 'Never'],
  ['docker-run', 'OnFailure'],
] as const)('an export to %s keeps the restart policy %s', (to, restart_policy) => {
  const template = { configs: { restart_policy }, containers: [{ name: 'app', image_url: 'a' }] };
  const result = convert({
    text: exportDocument({ document: { name: 'app', deployment: { template } }, to }).text,
    from: to,
  });
  const path = ['deployment', 'template', 'configs', 'restart_policy'];
  expect('body' in result && getIn(result.body, path)).toBe(restart_policy);
});

test.each([
  ['compose', false, 1],
  ['docker-run', false, 1],
  ['compose', true, 0],
  ['docker-run', true, 0],
] as const)(
  'an export to %s says that containers no longer share 127.0.0.1 (host network: %s)',
  (to, host_network, count) => {
    const containers = ['a', 'b'].map((name) => ({ name, image_url: name }));
    const template = { configs: { host_network }, containers };
    const document = { name: 'app', deployment: { template } };
    const notes = exportDocument({ document, to }).account!.report.filter(({ message }) =>
      message.en.includes('127.0.0.1'),
    );
    expect(notes).toHaveLength(count);
  },
);

/** A volume is named after its mount where the notation has no names. */
function named(body: Json): Json {
  return JSON.parse(
    JSON.stringify(body, (key, value: Json) =>
      key === 'volumes'
        ? (value as JsonObject[]).map((volume) => ({ ...volume, name: '' }))
        : value,
    ),
  ) as Json;
}

/** Kubernetes needs a label to find the pods of a deployment. */
function withoutOwnLabel(body: Json): Json {
  const { tags, ...rest } = body as JsonObject;
  expect(tags === undefined ? undefined : getIn(tags, [0, 'key'])).toBe(
    tags === undefined ? undefined : 'app',
  );
  return rest;
}
