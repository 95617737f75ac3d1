/** Snippets, run by the real programs against the real mock. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentText } from '#src/document/document-text.ts';
import { setIn } from '#src/document/edits.ts';
import { anyJson } from '#src/document/documents.testing.ts';
import type { Json } from '#src/json/value.ts';
import { createNodeListener } from '#src/server/http/listen/node-listener.ts';
import { serve, type Running } from '#src/server/http/listen/serve.ts';
import { createMockIef } from '#src/server/mock-ief/mock-ief.ts';
import { makeBody } from '#src/server/scene.fixture.ts';
import { systemClock } from '#src/server/time/clock.ts';
import { exportDocument } from './export-document.ts';
import type { ExportKind, ExportPlace, SecretHandling } from './request/export-request.ts';
import { quoteShell } from './quoting/quote-shell.ts';
import { rawGoText } from './snippets/go.ts';
import { quotePowerShell } from './snippets/powershell.ts';

const PROJECT = '05e1aef9040010e22fccc009adecb056';
const ODD = `it's "odd"\n\t\\n $HOME \`date\` $(id) \${x} ’@ '@ %s 温度 😀 \u202e @0@`;

interface Received {
  readonly body: string;
  readonly token: string | null;
  readonly instanceId: string | null;
}

let running: Running;
let received: Received[] = [];

beforeAll(async () => {
  const mock = createMockIef({ clock: systemClock, newId: randomUUID });
  const listener = createNodeListener(
    async (request) => {
      const body = await request.clone().text();
      const { headers } = request;
      const [token, instanceId] = [headers.get('x-auth-token'), headers.get('ief-instance-id')];
      received.push({ body, token, instanceId });
      return mock(request);
    },
    { screen: false, asConnectionEnd: () => undefined },
  );
  running = await serve(listener, { host: '127.0.0.1', port: 0 });
});

afterAll(() => running.stop());

/** Runs a program with a script as its input; the environment holds what snippets take from it. */
async function run(
  program: string,
  args: readonly string[],
  input: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(program, [...args], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LANG: 'C.UTF-8',
      IEF_ENDPOINT: `http://127.0.0.1:${running.port}`,
      IEF_PROJECT_ID: PROJECT,
      IEF_TOKEN: 'a token',
      HUAWEICLOUD_SDK_AK: 'a ',
      HUAWEICLOUD_SDK_SK: 'token',
      ...env,
    },
  });
  const outputs = [child.stdout, child.stderr].map(async (stream) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await ended;
  const [stdout = '', stderr = ''] = await Promise.all(outputs);
  return { code, stdout, stderr };
}

const python = await hasProgram('python3');
const go = await hasProgram('gofmt', ['-h']);
async function hasProgram(name: string, args = ['--version']): Promise<boolean> {
  const child = spawn(name, args, { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    // `gofmt` ends its help with 2.
    child.on('close', (code) => resolve(code === 0 || code === 2));
  });
}

const container = ['deployment', 'template', 'containers', 0] as const;

function bodyWith(name: string, value: string, more: Json = []): Json {
  const body = makeBody(name) as Json;
  return setIn(setIn(body, [...container, 'envs'], [{ name: 'DB_PASSWORD', value }]), ['x'], more);
}

/**
 * The part of the SDK that the snippet uses, with a token in place of the signature. As in the SDK, `call_api` encodes a
 * text and changes nothing else (docs/decisions/0053).
 */
const fakeSdk = `import sys, types, urllib.error, urllib.request

class BasicCredentials:
    def __init__(self, ak, sk, project_id):
        self.token, self.project_id = ak + sk, project_id

class ServiceResponseException(Exception):
    def __init__(self, error):
        self.status_code, self.error_code, self.error_msg = error.code, "", error.read()

class IefClient:
    @classmethod
    def new_builder(cls):
        return cls()

    def with_credentials(self, credentials):
        self.credentials = credentials
        return self

    def with_endpoint(self, endpoint):
        self.endpoint = endpoint
        return self

    def build(self):
        return self

    def call_api(self, resource_path, method, header_params, body, response_type):
        path = resource_path.replace("{project_id}", self.credentials.project_id)
        headers = {**header_params, "X-Auth-Token": self.credentials.token}
        request = urllib.request.Request(self.endpoint + path, body.encode("utf-8"), headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return types.SimpleNamespace(raw_content=response.read())
        except urllib.error.HTTPError as error:
            raise ServiceResponseException(error)

for name, member in [
    ("huaweicloudsdkcore.auth.credentials", BasicCredentials),
    ("huaweicloudsdkcore.exceptions.exceptions", ServiceResponseException),
    ("huaweicloudsdkief.v1", IefClient),
]:
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        sys.modules.setdefault(".".join(parts[:count]), types.ModuleType(parts[count - 1]))
    setattr(sys.modules[name], member.__name__, member)
exec(sys.stdin.read())
`;

const programs: readonly (readonly [ExportKind, string, readonly string[]])[] = [
  ['curl', 'bash', []],
  ['curl', 'sh', []],
  ...(python
    ? ([
        ['python', 'python3', ['-']],
        ['python-sdk', 'python3', ['-c', fakeSdk]],
      ] as const)
    : []),
];

describe.each(programs)('the %s snippet, run by %s,', (to, program, args) => {
  const send = async (
    document: Json,
    place: ExportPlace = {},
    secrets: SecretHandling = 'keep',
    env: Readonly<Record<string, string>> = {},
  ) => {
    received = [];
    const { text } = exportDocument({ document, to, place, secrets });
    return run(program, args, text, env);
  };

  test.each([
    ['short', bodyWith(`short-${to}-${program}`, 'plain')],
    ['odd', bodyWith(`odd-${to}-${program}`, ODD)],
    ['long', bodyWith(`long-${to}-${program}`, 'plain', 'x'.repeat(200_000))],
  ])('sends a %s body byte for byte', async (_, document) => {
    const { code, stdout, stderr } = await send(document);
    expect(received).toEqual([
      { body: documentText(document), token: 'a token', instanceId: null },
    ]);
    expect([code, stderr.includes('Traceback')]).toEqual([0, false]);
    expect(JSON.parse(stdout)).toMatchObject({ id: expect.any(String) });
  });

  test('sends the instance of the platinum edition, from the variable or from the target', async () => {
    const place = { endpoint: `http://127.0.0.1:${running.port}/`, projectId: 'f'.repeat(32) };
    const name = `edition-${to}-${program}`;
    await send(bodyWith(name, 'x'), {}, 'keep', { IEF_INSTANCE_ID: 'my-instance' });
    expect(received[0]?.instanceId).toBe('my-instance');
    await send(bodyWith(name, 'x'), { ...place, instanceId: 'i-1' });
    expect(received[0]?.instanceId).toBe('i-1');
    await send(bodyWith(name, 'y'), { ...place, instanceId: '' }, 'keep', {
      IEF_INSTANCE_ID: 'no',
    });
    expect(received[0]?.instanceId).toBeNull();
  });

  test('fails if the service refuses the body', async () => {
    const { code } = await send(bodyWith('Not a name', 'x'));
    expect(code).not.toBe(0);
  });

  test('takes secrets from variables', async () => {
    // The shell of `sh` has no way to replace characters in a text; bash is what the page names.
    const isPlain = program === 'sh';
    const secret = isPlain ? 'plain' : ODD;
    const document = setIn(
      bodyWith(`secret-${to}-${program}`, 'kept here'),
      [...container, 'args'],
      ['--token=abc def'],
    );
    const { text } = exportDocument({ document, to, secrets: 'variable' });
    expect(text).not.toContain('kept here');
    expect(text).not.toContain('abc def');
    if (isPlain) return;
    await send(document, {}, 'variable', { DB_PASSWORD: secret, TOKEN: secret });
    const sent = JSON.parse(received[0]!.body) as Json;
    expect(sent).toEqual(
      setIn(
        setIn(document, [...container, 'envs', 0, 'value'], secret),
        [...container, 'args', 0],
        `--token=${secret}`,
      ),
    );
  });
});

test('python3 parses the snippet of any document', async () => {
  const documents = fc.sample(anyJson, 60);
  const texts = documents.flatMap((document) =>
    (['keep', 'variable'] as const).flatMap((secrets) =>
      (['python', 'python-sdk'] as const).map(
        (to) => exportDocument({ document: { document }, to, secrets }).text,
      ),
    ),
  );
  const script = `import ast, json, sys
for text in json.load(sys.stdin):
    tree = ast.parse(text)
    body = [n.value for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == "body"][0]
    if isinstance(body, ast.Call):
        json.loads(eval(compile(ast.Expression(body), "body", "eval")))
`;
  const { stderr } = python
    ? await run('python3', ['-c', script], JSON.stringify(texts))
    : { stderr: '' };
  expect(stderr).toBe('');
});

test.runIf(go)('gofmt parses the snippet of any document and has nothing to change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ief-go-'));
  try {
    const documents: readonly Json[] = [...fc.sample(anyJson, 60), ODD, `\uFEFF${ODD}`];
    const files = documents.flatMap((document, index) =>
      (['keep', 'variable'] as const).flatMap((secrets) =>
        (['go', 'go-sdk'] as const).map((to) => {
          const place =
            index % 2 === 0 ? {} : { endpoint: 'https://ief.example.com', instanceId: ODD };
          const { text } = exportDocument({
            document: { document, token: 'x' },
            to,
            place,
            secrets,
          });
          return writeFile(join(folder, `${index}-${secrets}-${to}.go`), text);
        }),
      ),
    );
    await Promise.all(files);
    expect(await run('gofmt', ['-l', '-e', folder], '')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('quoting', () => {
  const odd = fc.string({
    unit: fc.constantFrom(...'\'"\\$`\n\r\t !*?[]{}()<>|&;#~=%@^,’‘‚‛aZ0温'.split('')),
  });

  test('bash reads every quoted text as it was', async () => {
    const texts = fc.sample(odd, 200);
    const script = texts.map((text) => `printf '%s\\0' ${quoteShell(text)}\n`).join('');
    const { stdout } = await run('bash', [], script);
    expect(stdout.split('\0').slice(0, -1)).toEqual(texts);
  });

  test('PowerShell reads every quoted text as it was', () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(readPowerShell(quotePowerShell(text))).toBe(text);
      }),
    );
  });

  test('a here-string of PowerShell ends after the body and nowhere before', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = documentText({ value });
        const script = exportDocument({ document: { value }, to: 'powershell' }).text;
        const [, rest = ''] = script.split("$body = @'\n");
        const [end] = /^['‘’‚‛]@/m.exec(rest)!;
        expect(rest.slice(0, rest.search(/\n['‘’‚‛]@/))).toBe(text);
        expect(end).toBe("'@");
      }),
    );
  });

  test('the SDK of Go gets the body as a raw string, and the path of an endpoint', () => {
    const document = bodyWith('go-sdk', ODD);
    const endpoint = 'http://127.0.0.1:8080/base/ief/mock/';
    const { text } = exportDocument({ document, to: 'go-sdk', place: { endpoint } });
    const [, body = ''] = /Body: ([^]*)}\n\tif id/.exec(text)!;
    expect(readGo(body)).toBe(documentText(document));
    expect(text).toContain('WithEndpoint("http://127.0.0.1:8080")');
    expect(text).toContain('"/base/ief/mock/v3/{project_id}/edgemgr/deployments"');
  });

  test('a raw string of Go holds every body', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (value) => {
        const text = documentText({ value, mark: '\uFEFF`' });
        const parts = rawGoText(text).split(' + ');
        // A text with " + " inside a raw string is split too; joining restores it.
        expect(readGo(parts.join(' + '))).toBe(text);
      }),
    );
  });
});

/** What PowerShell makes of a text in single quotes: two single quotes of any form are the second one. */
function readPowerShell(source: string): string {
  expect(source).toMatch(/^'[^]*'$/);
  let text = '';
  for (let at = 1; at < source.length - 1; at++) {
    if (/['‘’‚‛]/.test(source[at]!)) {
      expect(source[at + 1]).toMatch(/['‘’‚‛]/);
      expect(at + 1).toBeLessThan(source.length - 1);
      at += 1;
    }
    text += source[at];
  }
  return text;
}

/** What Go makes of raw and quoted strings joined by plus signs. */
function readGo(source: string): string {
  let text = '';
  let rest = source;
  while (rest !== '') {
    const [whole, raw, quoted] = /^(?: \+ )?(?:`([^`]*)`|("(?:[^"\\]|\\.)*"))/.exec(rest)!;
    text += raw ?? (JSON.parse(quoted!) as string);
    expect(raw ?? '').not.toContain('\uFEFF');
    rest = rest.slice(whole.length);
  }
  return text;
}
