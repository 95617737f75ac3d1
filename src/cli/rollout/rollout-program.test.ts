/** `ief-rollout` against the mock on a port of its own: as a process where it is killed, otherwise in this one. */
import { spawn } from 'node:child_process';
import { createReadStream, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeListener } from '#src/server/http/listen/node-listener.ts';
import { asConnectionEnd } from '#src/server/mock-ief/faults/as-connection-end.ts';
import { countingMock } from '#src/server/rollouts/counting-mock.testing.ts';
import { makeRollout } from '#src/server/rollouts/rollouts.testing.ts';
import { serveOnFreePort } from '#src/server/scene.fixture.ts';
import { createOutput } from '../program/output.ts';
import { buildProgram, type BuiltProgram, type Ending } from '../program/built-program.testing.ts';
import { runRollout } from './rollout-run.ts';

let built: BuiltProgram;
beforeAll(async () => {
  built = await buildProgram('rollout');
  // For libsql, which is not bundled.
  symlinkSync(
    join(import.meta.dirname, '../../../node_modules'),
    join(built.folder, 'node_modules'),
  );
});
// Beside the file, because the tests run at the same time: they mostly wait.
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups) await cleanup();
  built.remove();
});

type Env = Readonly<Record<string, string>>;

/** A mock with its own store and targets file, and the program that uses them. */
async function scene(name: string, auth: Record<string, string> = { kind: 'token' }) {
  const { mock, creates } = countingMock({ podStartMs: 20 });
  const faults = new Map<string, (request: Request) => Promise<Response>>();
  const running = await serveOnFreePort(
    createNodeListener(
      async (request) => {
        const fault = [...faults].find(([path]) =>
          `${request.method} ${request.url}`.includes(path),
        );
        return fault === undefined ? mock(request) : fault[1](request);
      },
      { screen: false, asConnectionEnd },
    ),
  );
  cleanups.push(() => running.stop(0));
  const target = {
    id: 'lab',
    label: 'Lab',
    region: 'cn-north-4',
    endpoint: `http://127.0.0.1:${running.port}`,
    auth,
  };
  const targets = built.write(`${name}.targets.json`, JSON.stringify({ targets: [target] }));
  const env = {
    IEF_TARGETS: targets,
    IEF_STORE: `${name}/store.db`,
    IEF_TOKEN: 'canary-token',
    LIVE_REQUESTS_PER_MINUTE: '0',
    ROLLOUT_SETTLE_S: '1',
  };
  const start = (args: readonly string[], more: Env = {}) => {
    const child = spawn(process.execPath, [built.program, ...args], {
      cwd: built.folder,
      env: { PATH: process.env.PATH ?? '', ...env, ...more },
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (chunk: Buffer) => (output[stream] += chunk.toString()));
    }
    const ended = new Promise<Ending>((resolve) => {
      child.on('close', (status) => resolve({ status, ...output }));
    });
    return { child, ended };
  };
  return {
    creates,
    faults,
    start,
    run: (args: readonly string[], more: Env = {}) => runHere(args, { ...env, ...more }),
    plan(total: number, more: Record<string, unknown> = {}) {
      return built.write(
        `${name}.json`,
        JSON.stringify(makeRollout(total, { target: 'lab', ...more })),
      );
    },
  };
}

/** Runs the program in this process, which is quicker. */
async function runHere(args: readonly string[], env: Env): Promise<Ending> {
  const texts = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof texts) =>
    createOutput(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          texts[name] += chunk.toString();
          done();
        },
      }),
    );
  const context = {
    version: '1.2.3',
    open: (file: string) => createReadStream(join(built.folder, file)),
    stdin: Readable.from([]),
    isStderrTerminal: false,
    stdout: collect('stdout'),
    stderr: collect('stderr'),
  };
  const here = {
    ...env,
    ...(env.IEF_TARGETS !== '' && { IEF_TARGETS: join(built.folder, env.IEF_TARGETS ?? '') }),
    ...(env.IEF_STORE !== 'off' && { IEF_STORE: resolve(built.folder, env.IEF_STORE ?? '') }),
  };
  const status = await runRollout(args, context, here, new AbortController().signal);
  return { status, ...texts };
}

const linesOf = ({ stdout }: Ending) => stdout.split('\n').filter((line) => line !== '');
const idsOf = (ending: Ending) => linesOf(ending).map((line) => line.split(' ')[1]);

test.concurrent(
  'one line per node, 0 once all are ready; run again, it sends nothing',
  async () => {
    const { run, plan, creates } = await scene('ready');
    const first = await run([plan(3)]);
    expect(first).toMatchObject({ status: 0 });
    expect(linesOf(first).toSorted()).toEqual([
      expect.stringMatching(/^ready node-1 app-1 [0-9a-f-]{36}$/),
      expect.stringMatching(/^ready node-2 app-2 [0-9a-f-]{36}$/),
      expect.stringMatching(/^ready node-3 app-3 [0-9a-f-]{36}$/),
    ]);
    expect(first.stderr).toMatch(
      /^rollout [0-9a-f]{32}-[0-9a-f]{8} started\n(.+\n)*3 of 3 ready\.\n$/,
    );
    // Neither the pace nor the order of keys makes it another plan.
    const again = await run([plan(3, { plan: { inFlight: 2 } }), '--json', '--lang', 'zh']);
    expect(again.status).toBe(0);
    expect(again.stderr).toContain('此前已完成');
    expect(linesOf(again).map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { nodeId: 'node-1', name: 'app-1', state: 'ready', tries: 1 },
      { nodeId: 'node-2' },
      { nodeId: 'node-3' },
    ]);
    expect([...creates.values()]).toEqual([1, 1, 1]);
    const anew = await run([plan(3), '--again']);
    expect(anew.status).toBe(1);
    expect(linesOf(anew).sort()[0]).toMatch(/^failed node-1 app-1 -  name_taken: .+exists\.$/);
    expect(first.stdout + first.stderr + anew.stderr).not.toContain('canary');
  },
);

test.concurrent('killed and run again: no duplicate, none missing', async () => {
  const { start, plan, creates } = await scene('killed');
  const file = plan(40);
  const { child, ended } = start([file]);
  while (creates.size < 12) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
  const last = await start([file]).ended;
  expect(last.stderr).toContain(' resumed\n');
  expect(last.status).toBe(0);
  expect(new Set(idsOf(last)).size).toBe(40);
  expect(linesOf(last)).toHaveLength(40);
  expect(creates.size).toBe(40);
  expect([...creates].filter(([, count]) => count !== 1)).toEqual([]);
});

test.concurrent(
  'SIGINT lets requests finish and lists the nodes that remain; two processes share a plan',
  async () => {
    const { start, run, plan, creates } = await scene('stopped');
    const file = plan(30, { plan: { perMinute: 600 } });
    const { child, ended } = start([file]);
    while (creates.size < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toMatch(/Interrupted\. Run the plan again to resume\.\n$/);
    expect(new Set(idsOf(stopped)).size).toBe(30);
    expect(stopped.stdout).toMatch(/^waiting node-30 app-30 -$/m);
    expect(stopped.stdout).not.toMatch(/^(sending|unknown)/m);
    plan(30);
    const both = await Promise.all([start([file]).ended, run([file])]);
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect([...creates].filter(([, count]) => count !== 1)).toEqual([]);
    expect(creates.size).toBe(30);
  },
);

describe('run again', { concurrent: true }, () => {
  test.concurrent('opens the next wave of a manual gate', async () => {
    const { run, plan } = await scene('gate');
    const file = plan(2, { plan: { waves: [1, '100%'], gate: 'manual' } });
    const first = await run([file]);
    expect(first.status).toBe(1);
    expect(first.stderr).toContain('waits at a gate');
    expect(linesOf(first)).toEqual([
      expect.stringMatching(/^ready node-1/),
      'waiting node-2 app-2 -',
    ]);
    expect(await run([file])).toMatchObject({ status: 0 });
  });

  test.concurrent(
    'retries what failed, and continues after the failure limit once it is raised',
    async () => {
      const { run, plan, faults, creates } = await scene('failed');
      const refuse = () =>
        Promise.resolve(
          Response.json({ error_code: 'IEF.1', error_msg: 'no\u001bway' }, { status: 400 }),
        );
      faults.set('POST ', refuse);
      const waves = { plan: { inFlight: 1, waves: ['100%'] } };
      const stopped = await run([plan(3, waves)]);
      expect(stopped.status).toBe(1);
      expect(stopped.stderr).toContain('Raise stopAt');
      expect(stopped.stdout).toContain('failed node-1 app-1 -  IEF.1: no\\u001bway\n');
      const still = await run([plan(3, waves)]);
      expect(still).toMatchObject({ status: 2, stdout: '' });
      expect(still.stderr).toContain('stopAt');
      const raised = await run([plan(3, { plan: { ...waves.plan, stopAt: '100%' } })]);
      expect(raised.status).toBe(1);
      expect(raised.stderr).toMatch(/0 of 3 ready\. Run the plan again to retry the others\.\n$/);
      faults.clear();
      const retried = await run([plan(3, { plan: { ...waves.plan, stopAt: '100%' } })]);
      expect(retried.stderr).toContain('retries what failed');
      expect(retried.status).toBe(0);
      expect(linesOf(retried)).toHaveLength(3);
      expect([...creates.values()]).toEqual([1, 1, 1]);
    },
  );

  test.concurrent('retries what was skipped, too', async () => {
    const { run, plan } = await scene('skipped');
    // Offline in the mock.
    const nodes = [{ id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8' }];
    const file = plan(1, { nodes, plan: { offlineWithinS: 0 } });
    expect(await run([file])).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^skipped /) as string,
    });
    const again = await run([file]);
    expect(again).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^skipped /) as string,
    });
    expect(again.stderr).toContain('retries what failed');
  });

  test.concurrent('takes a new token after one was refused', async () => {
    const { run, plan, faults } = await scene('token');
    faults.set('GET ', () => Promise.resolve(Response.json({}, { status: 401 })));
    const refused = await run([plan(1)]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('Set a new IEF_TOKEN');
    faults.clear();
    expect(await run([plan(1)], { IEF_TOKEN: 'canary-2' })).toMatchObject({ status: 0 });
  });
});

test.concurrent.each<readonly [string, string | undefined, Env, string]>([
  ['a file that is not JSON', '{\n"target": x}', {}, 'json:2:11 This is not a JSON value.'],
  [
    'a deeply nested file',
    '['.repeat(200_000),
    {},
    'json:1:65 Lists and objects are nested too deeply',
  ],
  ['a token with a line break', undefined, { IEF_TOKEN: 'a\nb' }, 'IEF_TOKEN is not a token'],
  ['a huge token', undefined, { IEF_TOKEN: 'a'.repeat(100_001) }, 'IEF_TOKEN is not a token'],
  ['a list', '[]', {}, '.json: The plan must be a JSON object.'],
  ['a repeated key', '{"target":"lab","target":"lab"}', {}, 'repeats a key'],
  ['another target', '{"target":"x"}', {}, '.json: /target No target with this ID'],
  ['no token', undefined, { IEF_TOKEN: '' }, 'ief-rollout: The target lab needs a token.'],
  ['no store', undefined, { IEF_STORE: 'off' }, 'ief-rollout: A rollout needs a store'],
  ['a store that cannot be opened', undefined, { IEF_STORE: '/dev/null/x' }, 'cannot be opened'],
  ['no targets', undefined, { IEF_TARGETS: '' }, 'IEF_TARGETS: must name a targets file'],
  ['a bad row', '{"nodes":[{"id":"a b"}]}', {}, '.json: '],
])('2 and nothing sent for %s', async (what, text, env, message) => {
  const { run, plan, creates } = await scene(what);
  const file = plan(1);
  if (text !== undefined) built.write(file, text);
  const { status, stdout, stderr } = await run([file], env);
  expect([status, stdout, creates.size]).toEqual([2, '', 0]);
  expect(stderr).toContain(message);
});

test.concurrent(
  'what the target says controls no terminal and looks like no other line',
  async () => {
    const { run, plan, faults } = await scene('hostile');
    const message = 'boom\u001b[2J\nready node-9 gw-9\r\u202eabc canary-token';
    faults.set('POST ', () =>
      Promise.resolve(
        Response.json({ error_code: 'IEF.1\u001b', error_msg: message }, { status: 400 }),
      ),
    );
    const { status, stdout, stderr } = await run([plan(1)]);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^failed node-1 app-1 - {2}IEF\.1\\u001b: boom\\u001b\[2J\\u000aready .+\n$/,
    );
    expect(stdout + stderr).not.toMatch(/[^\P{C}\n]|canary/u);
  },
);

test.concurrent('a plan that is refused, with the place of each problem', async () => {
  const { run, plan } = await scene('refused');
  const file = plan(2, { namePattern: 'same' });
  const { status, stderr } = await run([file]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^refused\.json: node-2 \/name Two rows have the name same\.\n$/);
  // A mistake of the body is one line, however many rows there are.
  const body = { deployment: { replicas: 1, template: { containers: [] } } };
  const { stderr: once } = await run([plan(40, { body: { name: 'app', ...body } })]);
  expect(once).toMatch(/^refused\.json: 40 rows: \/deployment\/template\/configs .+$/m);
  expect(once.split('\n').length).toBeLessThan(6);
});

test.concurrent('help, version and a missing plan', async () => {
  const { run } = await scene('help');
  expect((await run(['--help', '--lang', 'zh'])).stdout).toContain('用法：ief-rollout');
  expect(built.run(['--version'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
  expect(await run([])).toMatchObject({ status: 2, stdout: '' });
});
