/** The built `ief-convert` as users and CI jobs call it: a process with arguments, files, streams and an exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedTexts } from '#src/convert/refused-texts.testing.ts';
import { buildProgram, type BuiltProgram } from '../program/built-program.testing.ts';

const cases = join(import.meta.dirname, '../../convert/cases');
let built: BuiltProgram;

const body = {
  name: 'app',
  node_ids: ['0d1c2b3a-1111-4222-8333-444455556666'],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Always' },
      containers: [{ name: 'main', image_url: 'nginx:1.25' }],
    },
  },
};
const pod = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default}
spec:
  containers:
  - {name: web, image: "nginx:1.25"}
`;

beforeAll(async () => {
  built = await buildProgram('convert');
  built.write('body.json', JSON.stringify(body));
  built.write('pod.yaml', pod);
  built.write('twice.json', '{"name": "a",\n"name": "b"}');
  built.write('odd.json', JSON.stringify({ ...body, 'a b\u001b[2J': 1 }));
});

afterAll(() => built.remove());

describe('the exit code and the streams', () => {
  test('are 0, the body and the sum where nothing is lost', () => {
    expect(built.run(['body.json'])).toEqual({
      status: 0,
      stdout: `${JSON.stringify(body, null, 2)}\n`,
      stderr: 'carried 6 of 6 values\n',
    });
  });

  test('are 1, the body and a line for each loss', () => {
    const { status, stdout, stderr } = built.run(['pod.yaml']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'web', node_ids: [] });
    expect(stderr).toBe(
      'lost pod.yaml:3 metadata.namespace -> -  “default”: IEF has no namespaces.\n' +
        'carried 5 of 6 values\n',
    );
  });

  test('are 2 and a reason with its place where the input is refused', () => {
    expect(built.run(['twice.json'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'twice.json:2:1 The key “name” is already on line 1. Keep only one.\n',
    });
    expect(built.run(['--json', 'twice.json'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('are 2 where a file cannot be read, or the arguments are wrong', () => {
    expect(built.run(['nowhere.json']).stderr).toBe('nowhere.json:1:1 File not found.\n');
    for (const args of [['--from', 'xml'], ['--service'], ['--bogus'], ['a.json', 'b.json']]) {
      const { status, stdout, stderr } = built.run(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^ief-convert: .+\nUsage: ief-convert /);
    }
  });
});

describe('the report', () => {
  test('has a line for carried values, too, with --verbose', () => {
    expect(built.run(['--verbose', 'pod.yaml']).stderr).toContain(
      'carried pod.yaml:6 spec.containers[0].image -> /deployment/template/containers/0/image_url  ' +
        '“nginx:1.25”: kept as written.\n',
    );
  });

  test('is part of one object with --json, in both languages', () => {
    const { status, stdout } = built.run(['--json', '-'], { input: pod });
    const { report, ...rest } = JSON.parse(stdout) as { report: object[]; body: object };
    expect(status).toBe(1);
    expect(rest).toMatchObject({ body: { name: 'web' }, carried: 5, values: 6 });
    expect(report).toContainEqual({
      level: 'lost',
      source: 'metadata.namespace',
      line: 3,
      path: null,
      message: {
        en: '“default”: IEF has no namespaces.',
        zh: '“default”：IEF 没有命名空间。',
      },
    });
  });

  test('is in Chinese with --lang zh', () => {
    expect(built.run(['--lang', 'zh', 'pod.yaml']).stderr).toContain('IEF 没有命名空间。');
  });

  test('contains no control character, and no space in a source', () => {
    const { stderr } = built.run(['--verbose', 'odd.json']);
    expect(stderr).toContain(String.raw`$["a\u0020b\u001b[2J"] -> /a\u0020b\u001b[2J  “1”`);
  });
});

describe('the options', () => {
  test('choose the workload and the kind', () => {
    const two = `${pod}---\n${pod.replaceAll('web', 'api')}`;
    const { stdout } = built.run(['--service', 'api', '-'], { input: two });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'api' });
    expect(built.run(['--from', 'compose', 'pod.yaml']).status).toBe(2);
  });

  test('give env files to the container that names them', () => {
    built.write('collector.env', 'A=1\nB=2\n');
    const input = 'docker run --restart always --env-file ./collector.env -e B=3 app:1';
    const { status, stdout, stderr } = built.run(['--env-file', 'collector.env', '-'], { input });
    expect(status).toBe(1);
    expect(stdout).toContain('"value": "3"');
    expect(stderr).toBe(
      'lost collector.env:2 B -> -  “2”: B is set again later.\ncarried 5 of 6 values\n',
    );
  });

  test('pass edition and generation on', () => {
    const file = join(cases, 'kubernetes/npu-2025.yaml');
    const args = ['--edition', 'platinum', '--generation', '2025', file];
    const { stdout } = built.run(args);
    const { body: expected } = JSON.parse(
      readFileSync(join(cases, 'kubernetes/npu-2025.expected.json'), 'utf8'),
    ) as { body: object };
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('describe themselves with --help', () => {
    const { status, stdout } = built.run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--from auto|ief|kubernetes|compose|docker-run|');
    expect(built.run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('deep YAML ends with a refusal, not with the end of the process', () => {
  for (const levels of [500, 1500, 20_000]) {
    const input = `a: ${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(built.run([], { input })).toMatchObject({ status: 2, stdout: '' });
  }
});

test.each(refusedTexts)(
  '%s is refused with line, column and reason, and nothing is written',
  (_, text, line, column, reason) => {
    built.write('refused', text);
    const { status, stdout, stderr } = built.run(['refused']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`refused:${line}:${column}`);
    expect(stderr).toMatch(reason);
  },
);
