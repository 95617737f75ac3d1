/** The built `ief-export` as users call it: a process with arguments, files, streams and an exit code. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convert } from '#src/convert/convert.ts';
import { buildProgram, type BuiltProgram } from '../program/built-program.testing.ts';

let built: BuiltProgram;

const body = {
  name: 'app',
  node_ids: ['0d1c2b3a-1111-4222-8333-444455556666'],
  deployment: {
    replicas: 1,
    template: {
      configs: { restart_policy: 'Never' },
      containers: [
        { name: 'main', image_url: 'nginx:1.25', envs: [{ name: 'TOKEN', value: 'abc' }] },
      ],
    },
  },
};

beforeAll(async () => {
  built = await buildProgram('export');
  built.write('body.json', JSON.stringify(body));
  built.write('lines.json', '{\n"name": "app",\n\n"node_ids": ["x"]}');
  built.write('broken.json', '{\n"name": x}');
  built.write(
    'targets.json',
    JSON.stringify({
      targets: [
        { id: 'plant', label: 'Plant', preset: 'cn-north-4', projectId: 'a'.repeat(32) },
        { id: 'own', label: 'Own', endpoint: 'https://ief.example.com', instanceId: 'i-1' },
      ],
    }),
  );
});

afterAll(() => built.remove());

describe('the exit code and the streams', () => {
  test.each(['json', 'curl', 'powershell', 'python', 'go'])(
    'are 0 and the text with the whole body for %s',
    (to) => {
      const { status, stdout, stderr } = built.run(['--to', to, 'body.json']);
      expect(status).toBe(0);
      expect(stdout).toContain(JSON.stringify(body, null, 2));
      expect(stderr).toMatch(/^note: 1 value looks like a secret\. .+\n$/);
    },
  );

  test('are 0 and the report where something is lost, with the lines of the file', () => {
    const { status, stdout, stderr } = built.run(['--to', 'kubernetes', 'lines.json']);
    expect(status).toBe(0);
    expect(convert({ text: stdout })).toMatchObject({ body: { name: 'app' } });
    expect(stderr).toBe(
      'lost lines.json:4 node_ids[0] -> -  “x”: only IEF knows its edge nodes. Choose a machine there.\n' +
        'carried 1 of 2 values\n',
    );
  });

  test('are 2 and the place of the fault for a text that is not JSON', () => {
    const { status, stdout, stderr } = built.run(['--to', 'curl', 'broken.json']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^broken\.json:2:9 /m);
    built.write('deep.json', '['.repeat(200_000));
    const deep = built.run(['--to', 'curl', 'deep.json']);
    expect([deep.status, deep.stdout]).toEqual([2, '']);
    expect(deep.stderr).toMatch(/^deep\.json:1:65 Lists and objects are nested too deeply/);
  });

  test.each([
    [['--to', 'x', 'body.json'], '--to cannot be “x”'],
    [['--to', 'curl', 'body.json', 'body.json'], 'Only one file'],
    [['nothing.json'], 'File not found.'],
  ])('are 2 for %j', (args, message) => {
    const { status, stdout, stderr } = built.run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('standard input is exported like a file', () => {
  const { status, stdout } = built.run(['--to', 'docker-run', '-'], {
    input: JSON.stringify(body),
  });
  expect(status).toBe(0);
  expect(stdout).toContain('docker run');
});

test('secrets stay out of the text on request', () => {
  for (const secrets of ['omit', 'variable'])
    for (const to of ['json', 'curl', 'python', 'kubernetes', 'compose', 'docker-run'])
      expect(built.run(['--to', to, '--secrets', secrets, 'body.json']).stdout).not.toContain(
        'abc',
      );
});

describe('--target', () => {
  const run = (target: string) => {
    process.env.IEF_TARGETS = 'targets.json';
    const result = built.run(['--to', 'curl', '--target', target, 'body.json']);
    delete process.env.IEF_TARGETS;
    return result;
  };

  test('puts the address of the target into the text, never a credential', () => {
    const { stdout } = run('plant');
    expect(stdout).toMatch(
      new RegExp(
        `'https://ief\\d?\\.cn-north-4\\.[\\w.]+/v3/${'a'.repeat(32)}/edgemgr/deployments'`,
      ),
    );
    expect(stdout).toContain('"X-Auth-Token: $IEF_TOKEN"');
    expect(run('own').stdout).toContain(`'ief-instance-id: i-1'`);
  });

  test('that is unknown leaves the variables and says so', () => {
    const { status, stdout, stderr } = run('nowhere');
    expect(status).toBe(0);
    expect(stdout).toContain('"$IEF_ENDPOINT"');
    expect(stderr).toContain('has no target nowhere');
  });
});
