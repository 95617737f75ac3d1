/** The built program as users and CI jobs call it: a process with arguments, files, streams and an exit code. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageRequestText } from '#src/domain/deployment/page-examples.ts';
import { buildProgram, type BuiltProgram, type Ending } from '../program/built-program.testing.ts';

const BUILD_MS = 60_000;
/** The budget for one run of the built file, started by node. */
const MOST_MS = 300;

let built: BuiltProgram;

/** The page's request with other configs; its own toleration time has a warning. */
function bodyText(configs: Readonly<Record<string, unknown>>): string {
  const body = JSON.parse(pageRequestText);
  body.deployment.template.configs = { restart_policy: 'Always', ...configs };
  return JSON.stringify(body, null, 2);
}

beforeAll(async () => {
  built = await buildProgram();
  built.write('page.json', pageRequestText);
  built.write('good.json', bodyText({}));
  built.write('bad.json', bodyText({}).replace('"app"', '""'));
  built.write('warned.json', bodyText({ dns_policy: 'Default' }));
  built.write('broken.json', '{\n  "name": "app",\n}\n');
}, BUILD_MS);

afterAll(() => built.remove());

const badLine = 'bad.json:2:11 name This is empty. Enter a value. (table 3)\n';

describe('the exit code', () => {
  test('is 0 without output for a valid body', () => {
    expect(built.run(['good.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is 1 for an error, with a line for it on standard output', () => {
    expect(built.run(['bad.json'])).toEqual({ status: 1, stdout: badLine, stderr: '' });
  });

  test('is 0 for warnings only, and 1 with --strict', () => {
    const line =
      /^warned\.json:18:23 deployment\.template\.configs\.dns_policy warning: .+ \(API Explorer\)\n$/;
    const lax = built.run(['warned.json']);
    expect(lax).toEqual({ status: 0, stdout: expect.stringMatching(line), stderr: '' });
    expect(built.run(['warned.json', '--strict'])).toEqual({ ...lax, status: 1 });
    expect(built.run(['good.json', '--strict']).status).toBe(0);
  });

  test('is 2 if a file cannot be checked; the other files are still checked, and a summary follows', () => {
    expect(built.run(['nowhere.json', 'bad.json', 'broken.json', 'good.json'])).toEqual({
      status: 2,
      stdout: badLine,
      stderr:
        'nowhere.json:1:1 File not found.\n' +
        'broken.json:2:16 JSON does not allow a trailing comma. Remove it.\n' +
        '4 files, 1 error, 0 warnings, 2 unreadable\n',
    });
  });

  test('is 2 for wrong arguments, with the reason in the requested language', () => {
    const { status, stdout, stderr } = built.run(['good.json', '--edition', 'gold']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^ief-validate: --edition cannot be “gold”.*\nUsage: /);
    expect(built.run(['--lang', 'zh', '--bogus\u001b[1m']).stderr).toMatch(
      /^ief-validate: 未知选项 --bogus\\u001b\[1m。\n用法：/,
    );
  });

  test.skipIf(!existsSync('/dev/full'))('is 2 if the results cannot be written', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" bad.json > /dev/full', process.execPath, built.program],
      { cwd: built.folder, encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toBe('ief-validate: The results could not be written (ENOSPC).\n');
  });
});

describe('a file that cannot be checked', () => {
  const many = '['.repeat(100_000);
  test.each<readonly [what: string, content: string | Uint8Array, line: string]>([
    ['an empty file', '', '1:1 The file is empty.'],
    ['a file of blanks', ' \n\t\n', '1:1 The file is empty.'],
    ['only a byte order mark', '\ufeff', '1:1 The file is empty.'],
    [
      'a file that is not UTF-8',
      Buffer.from('{\n"a": "\xe9"}', 'latin1'),
      '2:7 This is not UTF-8.',
    ],
    ['a file in UTF-16', Buffer.from('\ufeff{}', 'utf16le'), '1:1 This is not UTF-8.'],
    [
      'a file that ends within a character',
      Buffer.from('{"a": "é').subarray(0, -1),
      '1:8 This is not',
    ],
    ['a file that ends too early', '{"name":\n', '2:1 The text ends before'],
    ['nesting of 100,000 levels', many + ']'.repeat(100_000), '1:65 Lists and objects are nested'],
    ['nesting that is never closed', many, '1:65 Lists and objects are nested'],
    ['a file of 17 MiB', ' '.repeat(17 * 1024 * 1024), '1:1 This file is larger than 16 MiB.'],
    ['too many values', `[${'0,'.repeat(1e6)}0]`, '1:1499999 The file contains more than 750000'],
  ])('%s: exit code 2, and the message gives the place', (_, content, line) => {
    built.write('odd.json', content);
    const { status, stdout, stderr } = built.run(['odd.json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`odd.json:${line}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('is a directory', () => {
    mkdirSync(join(built.folder, 'folder'));
    expect(built.run(['folder'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'folder:1:1 This is a directory, not a file.\n',
    });
  });
});

describe('input', () => {
  test('comes from standard input if no file is named, or where it is -', () => {
    const input = '{"name": ""}';
    const none = built.run([], { input });
    expect(none.status).toBe(1);
    expect(none.stdout).toContain('<stdin>:1:10 name This is empty. Enter a value. (table 3)\n');
    expect(built.run(['-'], { input }).stdout).toBe(none.stdout);
    const both = built.run(['bad.json', '-', '-'], { input });
    expect(both.stdout).toBe(badLine + none.stdout);
    expect(both.stderr).toMatch(/^2 files, /);
  });

  test('may begin with a byte order mark, which takes no column', () => {
    const input = '\ufeff{"name": ""}';
    expect(built.run([], { input }).stdout).toContain('<stdin>:1:10 name ');
  });

  test('of 5 MB is checked', () => {
    const body = JSON.parse(bodyText({}));
    body.deployment.template.containers[0].envs = Array.from({ length: 70_000 }, (_, index) => ({
      name: `NAME_${index}`,
      value: index === 69_999 ? 7 : 'a value of some length',
    }));
    const text = JSON.stringify(body, null, 1);
    expect(text.length).toBeGreaterThan(5e6);
    const { status, stdout } = built.run([], { input: text });
    const line = text.split('\n').findIndex((line) => line.endsWith('"value": 7')) + 1;
    expect(status).toBe(1);
    expect(stdout).toContain(
      `<stdin>:${line}:17 deployment.template.containers[0].envs[69999].value `,
    );
  });
});

describe('options', () => {
  test('--lang zh prints Chinese', () => {
    expect(built.run(['bad.json', 'broken.json', '--lang', 'zh'])).toEqual({
      status: 2,
      stdout: 'bad.json:2:11 name 内容为空，请填写。 (table 3)\n',
      stderr:
        'broken.json:2:16 JSON 不允许最后一项后面有逗号，请将其删除。\n' +
        '2 个文件，1 个错误，0 个警告，1 个无法读取\n',
    });
  });

  test('--edition decides which rules apply', () => {
    built.write('three.json', bodyText({}).replace('"replicas": 1', '"replicas": 3'));
    expect(built.run(['three.json']).stdout).toMatch(
      /^three\.json:14:17 deployment\.replicas .+ \(R\d+\)$/m,
    );
    expect(built.run(['three.json', '--edition=platinum']).stdout).not.toContain('professional');
  });

  test('--generation decides which fields exist', () => {
    expect(built.run(['warned.json', '--generation', '2024-04']).stdout).toContain(
      'dns_policy warning: ',
    );
    expect(built.run(['warned.json', '--generation', '2025'])).toMatchObject({
      status: 0,
      stdout: expect.not.stringContaining('dns_policy'),
    });
  });

  test('--json prints one array for all files, [] without problems', () => {
    const { status, stdout } = built.run(['--json', 'bad.json', 'good.json', 'warned.json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'bad.json',
        line: 2,
        column: 11,
        path: 'name',
        segments: ['name'],
        severity: 'error',
        message: { en: 'This is empty. Enter a value.', zh: '内容为空，请填写。' },
        rule: null,
        field: expect.stringContaining('.name'),
        source: 'table 3',
      },
      expect.objectContaining({ file: 'warned.json', severity: 'warning', source: 'API Explorer' }),
    ]);
    // One problem on each line.
    expect(stdout.split('\n')).toHaveLength(5);
    expect(built.run(['--json', 'good.json']).stdout).toBe('[]\n');
    expect(built.run(['--json', 'broken.json'])).toMatchObject({ status: 2, stdout: '[]\n' });
  });

  test('--help and --version print to standard output', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(built.run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(built.run(['--help']).stdout).toContain('--generation 2024-04|2025');
    expect(built.run(['--help', '--lang=zh']).stdout).toContain('退出码：');
  });
});

describe('output', () => {
  test('lists at most a thousand problems per file, and gives the number of the others', () => {
    const input = `{"name": "", ${'"name": "",\n'.repeat(700_000)}"x": 1}`;
    const { status, stdout } = built.run([], { input });
    const lines = stdout.trimEnd().split('\n');
    expect([status, lines.length]).toEqual([1, 1_001]);
    expect(lines.at(-1)).toMatch(
      /^<stdin>:\d+:\d+ \$ note: 699,00\d more problems are not listed\. /,
    );
    expect(lines.filter((line) => line.includes(' name This is empty. '))).toHaveLength(1);
    const asJson = JSON.parse(built.run(['--json'], { input }).stdout) as readonly unknown[];
    expect(asJson).toHaveLength(1_001);
    expect(asJson.at(-1)).toMatchObject({
      severity: 'note',
      path: '$',
      message: { en: expect.stringMatching(/^699,00\d more/) },
    });
  });

  test('notes a byte order mark, which does not change the exit code', () => {
    const { status, stdout } = built.run([], { input: `\ufeff${bodyText({})}` });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^<stdin>:1:1 \$ note: .*byte order mark.* \(RFC 8259, section 8\.1\)\n$/,
    );
  });

  test('may be cut off by its reader without an error, and the exit code stays correct', async () => {
    const containers = Array.from({ length: 5_000 }, () => ({ name: '' }));
    built.write('many.json', JSON.stringify({ deployment: { template: { containers } } }));
    for (const args of [['many.json'], ['many.json', '--json']]) {
      expect(await readOneLine(args)).toEqual({
        status: 1,
        stdout: expect.stringMatching(/^(?:many\.json:|\[$)/),
        stderr: '',
      });
    }
  });

  test('contains no control characters from names, keys or values', () => {
    const name = built.write(
      '\u001b[31m\n.json',
      '{"na\\u001bme": 1, "\\u009b": 1, "\\u009b": 2, "name": "\\u001b[2J\\u202e", "source": "\u202e\u009b"}',
    );
    for (const args of [[name], [name, '--json'], [`${name}\u0007`]]) {
      const { stdout, stderr } = built.run(args);
      expect(stdout + stderr).not.toBe('');
      expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/\p{C}/u);
    }
    expect(built.run([name]).stdout).toContain(String.raw`\u001b[31m\u000a.json:1:`);
  });

  test('is understood by the problem matcher of docs/cli.md', () => {
    const tasks = /```json\n(\{\n {2}"version": "2\.0\.0"[^`]+)```/.exec(
      readFileSync('docs/cli.md', 'utf8'),
    );
    const { pattern } = JSON.parse(tasks![1]!).tasks[0].problemMatcher;
    const matcher = new RegExp(pattern.regexp);
    const read = (line: string) => {
      const found = matcher.exec(line);
      return [pattern.file, pattern.line, pattern.column, pattern.severity].map(
        (index) => found?.[index],
      );
    };
    const { stdout, stderr } = built.run(['bad.json', 'warned.json', 'broken.json']);
    expect([...stdout.trimEnd().split('\n'), stderr.split('\n')[0]!].map(read)).toEqual([
      ['bad.json', '2', '11', undefined],
      ['warned.json', '18', '23', 'warning'],
      ['broken.json', '2', '16', undefined],
    ]);
  });
});

describe('the built file', () => {
  test('is one executable file with a line that names node', () => {
    expect(statSync(built.program).mode & 0o111).toBe(0o111);
    expect(readFileSync(built.program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const { status } = spawnSync(built.program, ['good.json'], { cwd: built.folder });
    expect(status).toBe(0);
  });

  test('imports nothing that could reach a network', () => {
    expect(built.imports.toSorted()).toEqual(['node:events', 'node:fs', 'node:util']);
    // It does not get a module or client in any other way either.
    expect(readFileSync(built.program, 'utf8')).not.toMatch(
      /\b(?:fetch|WebSocket|EventSource|getBuiltinModule|createRequire|require|import)\s*\(/,
    );
  });

  test('prints the same if every network function throws', () => {
    const hook = built.write('no-network.cjs', noNetwork);
    const nodeArgs = ['--require', join(built.folder, hook)];
    for (const name of ['good.json', 'bad.json', 'warned.json']) {
      expect(built.run([name], { nodeArgs })).toEqual(built.run([name]));
    }
    // The trap works: code that uses the network triggers it.
    for (const use of [
      'net.connect(9)',
      'http.get("http://127.0.0.1:9")',
      'dns.lookup("localhost", () => {})',
    ]) {
      const [module] = use.split('.');
      const { status, stderr } = spawnSync(
        process.execPath,
        [...nodeArgs, '-e', `const ${module} = require('node:${module}'); ${use}`],
        { encoding: 'utf8' },
      );
      expect(status).not.toBe(0);
      expect(stderr).toContain('no network here');
    }
  });

  test(`finishes within ${MOST_MS} ms of CPU time`, () => {
    // CPU time, not wall time, so that other work of the machine does not count.
    const meter = built.write(
      'meter.mjs',
      `import { writeFileSync } from 'node:fs';
       process.on('exit', () => {
         const { user, system } = process.cpuUsage();
         writeFileSync('spent.txt', String((user + system) / 1000));
       });`,
    );
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const { status } = built.run(['page.json'], { nodeArgs: ['--import', `./${meter}`] });
      best = Math.min(best, Number(readFileSync(join(built.folder, 'spent.txt'), 'utf8')));
      expect(status).toBe(0);
    }
    process.stdout.write(`ief-validate took ${best.toFixed(0)} ms of CPU time\n`);
    expect(best).toBeGreaterThan(0);
    expect(best).toBeLessThan(MOST_MS);
  });
});

/** Loaded before the program: makes names, sockets and datagrams throw. fetch and http go through sockets. */
const noNetwork = `
const trap = () => { throw new Error('no network here'); };
const net = require('node:net');
net.Socket.prototype.connect = trap;
net.Server.prototype.listen = trap;
require('node:dgram').Socket.prototype.bind = trap;
require('node:dgram').Socket.prototype.send = trap;
const dns = require('node:dns');
for (const name of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(name)) dns[name] = trap;
globalThis.fetch = trap;
`;

/** Runs the program, takes its first piece of output and closes the pipe, as \`head\` does. */
function readOneLine(args: readonly string[]): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built.program, ...args], { cwd: built.folder });
    let stdout = '';
    let stderr = '';
    child.stdout.once('data', (piece: Buffer) => {
      stdout = piece.toString().split('\n')[0]!;
      child.stdout.destroy();
    });
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
