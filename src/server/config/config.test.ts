import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from './environment.ts';
import { readConfig, readMockMainConfig } from './config.ts';
import { warningOfHosts } from './listen-config.ts';
import { makeAuthority } from '#src/testing/certificates.ts';
import { classifyAddress, findEndpointError } from '#src/server/proxy/upstream/endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = {
  id: 'prod',
  label: 'Production',
  endpoint: 'https://ief.cn-north-4.myhuaweicloud.com',
  region: 'cn-north-4',
  auth: { kind: 'token' },
};

function targetsFile(content: unknown): string {
  const path = join(folder, 'targets.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function errorsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
  return [];
}

const errorsIn = (content: unknown, env: Record<string, string> = {}) =>
  errorsOf(() => readConfig({ IEF_TARGETS: targetsFile(content), ...env }));

describe('server', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({
      listen: { hosts: ['127.0.0.1', '::1'], port: 8080, tls: undefined, metrics: undefined },
      limits: { loginsPerMinute: 5, concurrency: { inFlight: 256, perPeer: 64 } },
      logLevel: 'info',
      targets: [],
    });
    expect(readMockMainConfig({})).toMatchObject({ host: '127.0.0.1', port: 8090 });
  });

  it('reports all errors at once', () => {
    const env = {
      PORT: 'many',
      PUBLIC_ORIGIN: 'builder.example.com/x',
      BASE_PATH: 'ief-builder',
      ALLOWED_HOSTS: '*.example.com',
      LIVE_REQUESTS_PER_MINUTE: '-1',
      MAX_IN_FLIGHT: 'all',
      LOG_LEVEL: 'loud',
      TRUSTED_PROXIES: '10.0.0.0/33',
      METRICS_PORT: '99999',
      ACCESS_SECRET: 'short',
      SESSION_KEY: 'short',
      TLS_CERT_FILE: '/nowhere/cert.pem',
      MOCK_AK: 'only-one',
      MOCK_CREATE_STATUS: '202',
      MOCK_GENERATION: '2026',
      MOCK_STRICT_REFERENCES: 'yes',
      MOCK_SLOW_MS: '3s',
      MOCK_MAX_MB: '1.5',
      MOCK_MAX_DEPLOYMENTS: '-1',
      MOCK_CREATES_PER_SECOND: 'few',
      MOCK_NODES: '10001',
      IEF_MOCK: 'no',
    };
    const names = errorsOf(() => readConfig(env)).map((one) => /^[A-Z_]+/.exec(one)?.[0]);
    expect(names.sort()).toEqual(Object.keys(env).sort());
  });

  it.each([
    ['/ief-builder', '/ief-builder'],
    ['/ief-builder/', '/ief-builder'],
    ['/tools/ief_2.0', '/tools/ief_2.0'],
    ['/', ''],
    ['', ''],
  ])('reads %s as the base path %s', (BASE_PATH, basePath) => {
    expect(readConfig({ BASE_PATH }).listen.basePath).toBe(basePath);
  });

  it.each([
    'a',
    '/a//b',
    '/../a',
    '/a/.',
    '/a b',
    '/a?b',
    '/a%2fb',
    '/中文',
    `/${'a'.repeat(101)}`,
  ])('refuses the base path %s', (BASE_PATH) => {
    expect(errorsOf(() => readConfig({ BASE_PATH }))).toEqual([
      expect.stringMatching(/^BASE_PATH: /),
    ]);
  });

  it('refers an origin with a path to BASE_PATH', () => {
    const PUBLIC_ORIGIN = 'https://example.com/ief-builder';
    expect(errorsOf(() => readConfig({ PUBLIC_ORIGIN }))).toEqual([
      'PUBLIC_ORIGIN: must be an origin such as https://builder.example.com; put a path in BASE_PATH',
    ]);
  });

  it.each(['PORT', 'METRICS_PORT'])('takes only digits for %s', (name) => {
    for (const text of [' ', '0x50', '1e3', '80.0', '65536'])
      expect(errorsOf(() => readConfig({ [name]: text }))).toEqual([
        `${name}: must be a whole number from 0 to 65535`,
      ]);
    expect(readConfig({ PORT: ' 80 ' }).listen.port).toBe(80);
  });

  it.each([' a secret of 20 chars', 'a secret of 20 chars ', 'a secret of 20 chars\u3000'])(
    'refuses the access secret “%s”, which the page would send without the space',
    (ACCESS_SECRET) => {
      expect(errorsOf(() => readConfig({ ACCESS_SECRET }))).toEqual([
        'ACCESS_SECRET: must not begin or end with a space',
      ]);
    },
  );

  it('reads the variables of the mock', () => {
    const { mock } = readConfig({
      MOCK_TOKENS: 'a, b,',
      MOCK_AK: 'ak',
      MOCK_SK: 'sk',
      MOCK_CREATE_STATUS: '201',
      MOCK_GENERATION: '2025',
      MOCK_STRICT_REFERENCES: '1',
      MOCK_SEED: '7',
      MOCK_LATE_MS: '500',
      MOCK_MAX_MB: '2',
      MOCK_MAX_DEPLOYMENTS: '0',
      MOCK_CREATES_PER_SECOND: '7',
      MOCK_NODES: '50',
    });
    expect(mock).toEqual({
      tokens: ['a', 'b'],
      keys: { access: 'ak', secret: 'sk' },
      createStatus: 201,
      generation: '2025',
      strictReferences: true,
      seed: '7',
      lateMs: 500,
      limits: { bytes: 2 * 1024 * 1024, deployments: 0, createsPerSecond: 7 },
      nodeCount: 50,
    });
  });

  it('limits creates on the embedded mock by default, but not on the standalone mock', () => {
    const limits = { bytes: 128 * 1024 * 1024, deployments: 20_000 };
    expect(readConfig({}).mock?.limits).toEqual({ ...limits, createsPerSecond: 20 });
    expect(readMockMainConfig({}).mock.limits).toEqual({ ...limits, createsPerSecond: 0 });
  });

  it('removes the mock with IEF_MOCK=off if a target remains', () => {
    expect(errorsOf(() => readConfig({ IEF_MOCK: 'off' }))).toEqual([
      'IEF_MOCK: off leaves no target; set IEF_TARGETS to a targets file, or remove IEF_MOCK',
    ]);
    const file = targetsFile({ targets: [good] });
    const config = readConfig({ IEF_MOCK: 'off', IEF_TARGETS: file });
    expect([config.mock, config.targets.length]).toEqual([undefined, 1]);
    expect(readConfig({ IEF_MOCK: 'on' }).mock).toBeDefined();
  });

  it('refuses to listen beyond loopback without TLS or a trusted proxy', () => {
    const origin = 'https://builder.example.com';
    const refused = [
      {},
      { PUBLIC_ORIGIN: origin },
      { TRUSTED_PROXIES: '10.0.0.0/8' },
      { PUBLIC_ORIGIN: 'http://builder.example.com', TRUSTED_PROXIES: '10.0.0.0/8' },
    ];
    for (const env of refused) {
      expect(errorsOf(() => readConfig({ HOST: '0.0.0.0', ...env }))).toEqual([
        expect.stringContaining('HOST: an address that others can reach needs TLS'),
      ]);
    }
    const proxied = { HOST: '0.0.0.0', PUBLIC_ORIGIN: origin, TRUSTED_PROXIES: '10.0.0.0/8,::1' };
    expect(readConfig(proxied).listen.hosts).toEqual(['0.0.0.0']);
    for (const HOST of ['127.0.0.1', '::1', 'localhost', '[::1]', ' 127.0.0.1 ']) {
      const plain = HOST.replaceAll(/[[\] ]/g, '');
      expect(readConfig({ HOST }).listen.hosts).toEqual([plain]);
      const { metrics } = readConfig({ METRICS_PORT: '9090', METRICS_HOST: HOST }).listen;
      expect(metrics?.host).toBe(plain);
    }
  });

  it('warns if others can connect, but by no name', () => {
    const plain = { isLoopback: false, publicOrigin: undefined, allowedHosts: [] };
    expect(warningOfHosts(plain)).toContain('set PUBLIC_ORIGIN');
    expect(warningOfHosts({ ...plain, isLoopback: true })).toBe('');
    expect(warningOfHosts({ ...plain, publicOrigin: 'https://builder.example.com' })).toBe('');
    expect(warningOfHosts({ ...plain, allowedHosts: ['builder.example.com'] })).toBe('');
  });

  it('requires an access secret beyond loopback if it holds credentials', () => {
    const target = { ...good, auth: { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' } };
    const env = {
      HOST: '0.0.0.0',
      PUBLIC_ORIGIN: 'https://builder.example.com',
      TRUSTED_PROXIES: '10.0.0.0/8',
      A: 'ak',
      S: 'sk',
    };
    expect(errorsIn({ targets: [target] }, env)).toEqual([
      expect.stringContaining('ACCESS_SECRET: '),
    ]);
    const secret = { ...env, ACCESS_SECRET: 'a word of sixteen' };
    expect(errorsIn({ targets: [target] }, secret)).toEqual([]);
    expect(errorsIn({ targets: [good] }, env)).toEqual([]);
  });

  it('requires https beyond loopback if it holds credentials', () => {
    const target = { ...good, auth: { kind: 'aksk', accessKeyEnv: 'A', secretKeyEnv: 'S' } };
    const mistakesAt = (PUBLIC_ORIGIN: string, one: object) =>
      errorsIn({ targets: [one] }, { A: 'ak', S: 'sk', PUBLIC_ORIGIN });
    expect(mistakesAt('http://builder.lan', target)).toEqual([
      expect.stringContaining('PUBLIC_ORIGIN: '),
    ]);
    expect(mistakesAt('http://127.0.0.1:81', target)).toEqual([]);
    expect(mistakesAt('https://builder.lan', target)).toEqual([]);
    expect(mistakesAt('http://builder.lan', good)).toEqual([]);
  });

  it('refuses live targets with certificate checks disabled', () => {
    const off = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(errorsIn({ targets: [good] }, off)[0]).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  });
});

describe('targets', () => {
  it('reads a valid file', async () => {
    const { ca } = await makeAuthority();
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, `Issued in 2026\n${ca}`);
    const target = { ...good, caFile, instanceId: 'inst-1', projectId: 'a'.repeat(32) };
    const { targets } = readConfig({ IEF_TARGETS: targetsFile({ targets: [target] }) });
    const rest = { ...good, instanceId: 'inst-1', projectId: 'a'.repeat(32) };
    expect(targets).toEqual([{ ...rest, ca: `Issued in 2026\n${ca}` }]);
  });

  it.each([
    ['is empty', ''],
    ['is not PEM', '0\x82\x03'],
    ['is cut off', '-----BEGIN CERTIFICATE-----\nMIIB'],
    ['is damaged', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  ])('refuses a certificate authority that %s', (_case, text) => {
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, text);
    expect(errorsIn({ targets: [{ ...good, caFile }] })).toEqual([
      'IEF_TARGETS: targets[0].caFile: the file must contain certificates in PEM format',
    ]);
  });

  it.each([
    ['cn-north-4', 'https://ief.cn-north-4.myhuaweicloud.com'],
    ['ief2/cn-north-4', 'https://ief2.cn-north-4.myhuaweicloud.com'],
  ])('knows the preset %s', (preset, endpoint) => {
    const { endpoint: _, region: __, ...rest } = good;
    const file = targetsFile({ targets: [{ ...rest, preset }] });
    expect(readConfig({ IEF_TARGETS: file }).targets[0]).toMatchObject({
      endpoint,
      region: 'cn-north-4',
    });
  });

  it.each([
    ['{', 'not JSON'],
    [[], 'the file: '],
    [{}, 'targets: '],
    [
      { targets: [{ ...good, id: 'mock' }] },
      'targets[0].id: "mock" is reserved for the embedded mock',
    ],
    [{ targets: [{ ...good, id: 'A/B' }] }, 'targets[0].id: '],
    [{ targets: [good, good] }, 'targets[1].id: "prod" is used by another target'],
    [{ targets: [{ ...good, label: ' ' }] }, 'targets[0].label: '],
    [{ targets: [{ ...good, projectId: 'x' }] }, 'targets[0].projectId: '],
    [{ targets: [{ ...good, instanceId: 'a b' }] }, 'targets[0].instanceId: '],
    [{ targets: [{ ...good, surprise: 1 }] }, 'targets[0]: '],
    [
      { targets: [{ ...good, auth: { kind: 'token', password: 'x' } }] },
      'targets[0].auth.password: secrets do not belong in this file; use passwordEnv',
    ],
    [{ targets: [{ ...good, auth: { kind: 'magic' } }] }, 'targets[0].auth: '],
    [{ targets: [{ ...good, auth: undefined }] }, 'targets[0].auth: needs "kind"'],
    [
      { targets: [{ ...good, preset: 'cn-north-4' }] },
      'targets[0].endpoint: must not be set together with a preset',
    ],
    [
      { targets: [{ id: 'a', label: 'A', preset: 'eu', auth: good.auth }] },
      'the presets are cn-north-4',
    ],
    [{ targets: [{ id: 'a', label: 'A', auth: good.auth }] }, 'targets[0].region: is missing'],
    [{ targets: [{ ...good, caFile: '/nowhere/ca.pem' }] }, 'targets[0].caFile: '],
    [{ targets: [{ ...good, endpoint: 'ftp://x' }] }, 'targets[0].endpoint: '],
  ])('refuses %j', (content, words) => {
    expect(errorsIn(content).join('\n')).toContain(words);
  });

  it('reports all errors of the file at once', () => {
    const wrong = {
      ...good,
      label: 5,
      endpoint: 'ftp://x',
      projectId: 'x',
      caFile: '/nowhere/ca.pem',
      auth: { kind: 'password', password: 'canary', user: 'U' },
    };
    const errors = errorsIn({ targets: [wrong, { ...wrong, preset: 'eu' }], more: 1 });
    expect(errors.map((one) => one.split(': ')[1]).sort()).toEqual(
      [
        'the file',
        ...['label', 'endpoint', 'projectId', 'caFile', 'auth', 'auth.password'].flatMap((key) => [
          `targets[0].${key}`,
          `targets[1].${key}`,
        ]),
        ...['id', 'preset', 'region'].map((key) => `targets[1].${key}`),
      ].sort(),
    );
    expect(errors.join()).not.toContain('canary');
  });

  it('reports a missing file without its path', () => {
    const errors = errorsOf(() => readConfig({ IEF_TARGETS: join(folder, 'none.json') }));
    expect(errors).toEqual(['IEF_TARGETS: the file cannot be read']);
  });
});

describe('endpoint', () => {
  /** 127.0.0.1 in every notation. */
  const loopbackNotations = [
    '0x7f.1',
    '2130706433',
    '127.1',
    '0177.0.0.1',
    '[::ffff:7f00:1]',
    '[::ffff:127.0.0.1]',
    '①②⑦.0.0.1',
    '127。0。0。1',
  ];

  it.each([
    'https://ief.cn-north-4.myhuaweicloud.com',
    'https://ief.example.com:8443/',
    'https://8.8.8.8',
    'http://127.0.0.1:8090',
    'http://127.9.9.9',
    'http://[::1]:8090',
    ...loopbackNotations.map((host) => `http://${host}:8090`),
    ...loopbackNotations.map((host) => `https://${host}`),
  ])('accepts %s', (endpoint) => {
    expect(findEndpointError(endpoint, false)).toBeUndefined();
  });

  it.each([
    'http://ief.example.com',
    'http://localhost:8090',
    'http://10.0.0.1',
    'https://user@ief.example.com',
    'https://ief.example.com/path',
    'https://ief.example.com/?',
    'https://ief.example.com/?a=1',
    'https://ief.example.com#a',
    'https://169.254.169.254',
    'http://169.254.169.254',
    'https://[fe80::1]',
    'https://[::ffff:169.254.169.254]',
    'https://0.0.0.0',
    'https://10.1.2.3',
    'https://[fd00::1]',
    'https://0xa9fea9fe',
    'https://2852039166',
    'https://169.254.43518',
    'https://①⑥⑨.②⑤④.①⑥⑨.②⑤④',
    'https://[::ffff:a9fe:a9fe]',
    'https://[2002:a9fe:a9fe::]',
    'https://[2002:7f00:1::]',
    'https://[::a9fe:a9fe]',
    'https://[64:ff9b::a9fe:a9fe]',
    'https://[::ffff:0:a9fe:a9fe]',
    'https://[2001:0:a9fe:a9fe::1]',
    'https://192.0.0.8',
    'https://198.18.0.1',
    'https://198.19.255.254',
    'https://[fec0::1]',
    'https://ief.example.com:0',
    'http://127.0.0.1:0',
    'ief.example.com',
    '',
  ])('refuses %s', (endpoint) => {
    expect(findEndpointError(endpoint, false)).toEqual(expect.any(String));
  });

  it('accepts private addresses with allowPrivate, link-local ones never', () => {
    expect(findEndpointError('https://10.1.2.3', true)).toBeUndefined();
    expect(findEndpointError('http://10.1.2.3', true)).toEqual(expect.any(String));
    expect(findEndpointError('https://198.18.0.1', true)).toBeUndefined();
    for (const host of [
      '169.254.1.1',
      '[::ffff:a9fe:a9fe]',
      '[2002:a9fe:a9fe::]',
      '[::a9fe:a9fe]',
      '[64:ff9b::a9fe:a9fe]',
      '192.0.0.8',
    ]) {
      expect([host, findEndpointError(`https://${host}`, true)]).toEqual([
        host,
        expect.any(String),
      ]);
    }
  });

  it.each([
    ['8.8.8.8', 'public'],
    ['2001:4860:4860::8888', 'public'],
    ['172.16.0.1', 'private'],
    ['172.32.0.1', 'public'],
    ['100.64.0.1', 'private'],
    ['::1', 'loopback'],
    ['::ffff:10.0.0.1', 'private'],
    ['64:ff9b::a00:1', 'forbidden'],
    ['224.0.0.1', 'forbidden'],
    ['::ffff:7f00:1', 'loopback'],
    ['::FFFF:127.0.0.1', 'loopback'],
    ['0:0:0:0:0:ffff:a00:1', 'private'],
    ['::ffff:a9fe:a9fe', 'forbidden'],
    ['fe80::1%eth0', 'forbidden'],
    ['::a9fe:a9fe', 'forbidden'],
    ['::127.0.0.1', 'forbidden'],
    ['::', 'forbidden'],
    ['2002:808:808::1', 'forbidden'],
    ['2001:0:808:808::1', 'forbidden'],
    ['fec0::1', 'private'],
    ['198.18.0.1', 'private'],
    ['192.0.0.170', 'forbidden'],
    ['not an address', 'forbidden'],
    ['', 'forbidden'],
  ])('classifies %s as %s', (address, kind) => {
    expect(classifyAddress(address)).toBe(kind);
  });
});
