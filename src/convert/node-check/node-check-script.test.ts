import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { countChecks, nodeCheckScript } from './node-check-script.ts';

const bodyOf = (container: object, more: object = {}): Json =>
  ({
    name: 'edge-web',
    node_ids: ['n'],
    deployment: {
      replicas: 1,
      template: {
        containers: [{ name: 'web', image_url: 'localhost/web:1', ...container }],
        ...more,
      },
    },
  }) as never;

type Shell = readonly [command: string, ...args: string[]];

/** Runs the script as the person at the node would. */
function runScript(body: Json, now = 0, [command, ...args]: Shell = ['sh', '-s']) {
  const script = nodeCheckScript(body, { language: 'en', now });
  const { stdout, stderr, status } = spawnSync(command, args, { input: script, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return {
    lines,
    stderr,
    status,
    of: (label: string) => lines.filter((line) => line.includes(label)),
  };
}

const listener = createServer();
afterAll(() => listener.close());

/** The shells that nodes may have. Only those that exist where the tests run are tested; `sh` always exists. */
const shells: readonly Shell[] = [
  ['sh', '-s'],
  ['dash', '-s'],
  ['busybox', 'sh', '-s'],
  ['bash', '--posix', '-s'],
];
const present = shells.filter(([command, ...args]) => {
  const { status } = spawnSync(command, args, { input: 'exit 0' });
  return status === 0;
});

test.each(present)(
  'in %s %s, each check prints one line, and nothing goes to the standard error',
  (command, ...args) => {
    const body = bodyOf({
      ports: [{ container_port: 80, host_port: 1 }],
      volumes: [
        { name: 'tmp', type: 'hostPath', source: '/tmp', destination: '/data' },
        { name: 'null', type: 'hostPath', source: '/dev/null', destination: '/dev/x' },
      ],
      resources: { requests: { cpu: '0.1', memory: '1', gpu: '1', npu: '1' } },
    });
    const { lines, stderr } = runScript(body, 0, [command, ...args]);
    expect(stderr).toBe('');
    expect(lines).toHaveLength(countChecks(body));
    for (const line of lines) expect(line).toMatch(/^(?:ok|warn|fail|skip) +[^:]+: ./);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^ok {3}architecture: \w+$/),
        'ok   path: /tmp (directory)',
        'ok   device: /dev/null',
        'ok   host port: 1/tcp free',
      ]),
    );
  },
);

test('a port in use, a missing path, a file that is not a device and a wrong architecture are found', async () => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const { of, status } = runScript(
    bodyOf({
      image_url: 'localhost/web:1-s390x',
      ports: [
        { container_port: 80, host_port: port },
        { container_port: 81, host_port_range: { min_port: port, max_port: port } },
      ],
      volumes: [
        { name: 'a', type: 'hostPath', source: '/nowhere/at all', destination: '/a' },
        { name: 'b', type: 'hostPath', source: '/dev/nothing', destination: '/b' },
      ],
    }),
  );
  expect(of('host port')).toEqual([`fail host port: ${port}/tcp in use`]);
  expect(of('path')).toEqual(['warn path: /nowhere/at all does not exist']);
  expect(of('device')).toEqual(['fail device: /dev/nothing does not exist']);
  expect(of('architecture')[0]).toMatch(/^fail architecture: \w+ \(the images need s390x\)$/);
  expect(status).toBe(1);
});

test('more than the node has fails, and so does a clock behind the script', () => {
  const { of } = runScript(
    bodyOf({ resources: { requests: { cpu: '1000', memory: '1024000000' } } }),
    Date.now() + 86_400_000,
  );
  expect(of('CPU cores')[0]).toMatch(/^fail .*\(requested 1000\)$/);
  expect(of('memory')[0]).toMatch(/^fail /);
  expect(of('clock')[0]).toMatch(/^fail .*behind/);
});

test('the host network needs the ports of the container, and SWR needs the object store of its region', () => {
  const script = nodeCheckScript(
    bodyOf(
      {
        image_url: 'swr.cn-north-4.myhuaweicloud.com/plant/web:1',
        ports: [{ container_port: 8443 }],
      },
      { configs: { host_network: true } },
    ),
    { language: 'zh', now: 0 },
  );
  expect(script).toContain("check_port tcp '8443' '8443'");
  expect(script).toContain("'swr.cn-north-4.myhuaweicloud.com'");
  expect(script).toContain(`check_host "$w_objectStore" 'obs.cn-north-4.myhuaweicloud.com'`);
  expect(script).toContain("w_port='主机端口'");
});

test('an incomplete body has fewer checks', () => {
  for (const body of [{}, null, [], { deployment: { template: { containers: [null, {}] } } }])
    expect(runScript(body as Json).lines).toHaveLength(6);
});

const canary = join(tmpdir(), `node-check-canary-${process.pid}`);
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    `'; touch ${canary}; '`,
    `$(touch ${canary})`,
    `\`touch ${canary}\``,
    `"; touch ${canary}; "`,
    `\n touch ${canary}\n`,
    `\\'; touch ${canary} #`,
    `-e ${canary}`,
    '/dev/$(id)',
    '%s%n%d',
    '*',
    '~',
    '!!',
    "'",
    '\\',
  ),
  fc.string({ unit: 'grapheme' }).map((text) => `/dev/${text}`),
);

test('no value of a body can run a command, break a line or end the script early', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 4, maxLength: 4 }), (values) => {
      const [name, image, first, second] = values as [string, string, string, string];
      const volumes = [first, second].map((source) => ({ type: 'hostPath', source, name: source }));
      const more = { architecture: name, requests: { cpu: first, memory: second } };
      const body = {
        ...(bodyOf({ image_url: image, volumes, resources: more, ports: values }) as object),
        name,
      } as Json;
      const { lines, stderr } = runScript(body);
      expect(stderr).toBe('');
      expect(lines).toHaveLength(countChecks(body));
      expect(existsSync(canary)).toBe(false);
    }),
    { numRuns: 25 },
  );
});
