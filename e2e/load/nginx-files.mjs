// Tests the two configurations of deploy/nginx/ unchanged except for addresses, paths and directives this nginx is
// too old for: TLS, HTTP/2, error texts, and each attempt reaching one server only.
// oxlint-disable-next-line import/no-unassigned-import -- a polyfill that @peculiar/x509 requires
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, constants } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { ask, makeAgent } from './client.mjs';
import { startNginx, startNginxAs } from './nginx.mjs';
import {
  freePort,
  listNames,
  makeBody,
  newProject,
  noLimits,
  startProgram,
  writeTargets,
} from './programs.mjs';

const examples = join(import.meta.dirname, '../../deploy/nginx');

export async function tryNginxFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'ief-proxy-'));
  const ca = await writeCertificate(folder);
  cpSync(join(examples, 'proxy.conf'), join(folder, 'proxy.conf'));
  /** @type {Record<string, Record<string, boolean>>} */
  const shown = {};
  for (const name of ['ief-builder.conf', 'kubernetes.conf']) {
    shown[name] = await tryFile(readFileSync(join(examples, name), 'utf8'), folder, ca);
  }
  return shown;
}

/** @typedef {Awaited<ReturnType<typeof askOver>>} Answer */
/** @typedef {(headers: Record<string, string>, body?: string) => Promise<Answer>} Get */
/** @typedef {(key: string, more?: Record<string, string>) => Promise<Answer>} Create */
/** @typedef {Awaited<ReturnType<typeof startProgram>>} Program */

/**
 * @param {string} text
 * @param {string} folder
 * @param {string} ca
 */
async function tryFile(text, folder, ca) {
  const mock = await startProgram('mock-ief.main', {});
  const [port, plainPort] = [await freePort(), await freePort()];
  const env = {
    ...noLimits,
    IEF_TARGETS: writeTargets(mock.port),
    PUBLIC_ORIGIN: `https://127.0.0.1:${port}`,
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const servers = await Promise.all([startProgram('app.main', env), startProgram('app.main', env)]);
  const changed = adapt(text, folder, { servers, port, plainPort });
  const isWhole = /^http \{$/m.test(text);
  // As root, nginx would switch to another user, who may not write to our folder.
  const whole = process.getuid?.() === 0 ? `user root;\n${changed}` : changed;
  const nginx = await (isWhole ? startNginxAs(whole, folder, port) : startNginx(changed, port));
  const plain = makeAgent(2);
  const session = connect(`https://127.0.0.1:${port}`, { ca, maxSendHeaderBlockLength: 1 << 20 });
  const failed = new Promise((_resolve, reject) => session.on('error', reject));
  failed.catch(() => undefined);
  /** @type {Get} */
  const get = (headers, body = '') =>
    Promise.race([askOver(session, headers, body), failed]).then(
      (one) => /** @type {Answer} */ (one),
    );

  /** @type {Record<string, boolean>} */
  const shown = {};
  const page = await get({ ':path': '/' });
  shown['the page is served over HTTP/2 with its content security policy'] =
    page.status === 200 &&
    /nonce-/.test(page.headers['content-security-policy'] ?? '') &&
    page.headers['strict-transport-security'] !== undefined;

  const project = newProject();
  const path = `/ief/lab/v3/${project}/edgemgr/deployments`;
  /** @type {Create} */
  const create = (key, more = {}) =>
    get(
      { ':method': 'POST', ':path': path, 'x-auth-token': 't', 'idempotency-key': key, ...more },
      makeBody(key),
    );
  Object.assign(shown, await tryAttempts(create, servers, () => listNames(mock.port, project)));
  Object.assign(shown, await tryLimits(get, create, path));
  const second = await ask(plain, plainPort, { path: isWhole ? '/healthz' : '/new/basics' });
  shown['the second port responds correctly'] = isWhole
    ? second.status === 200
    : second.status === 301 && second.head.includes('https://builder.example.com/new/basics');

  await Promise.all(servers.map((one) => one.stop('SIGKILL')));
  const nobody = await create('nobody');
  shown['without a server the response reports an unknown outcome'] =
    nobody.status === 502 && JSON.parse(nobody.text).error_code === 'BUILDER.outcome_unknown';

  session.destroy();
  plain.destroy();
  nginx.stop();
  await mock.stop();
  return shown;
}

/**
 * The configuration with this machine's addresses, ports and paths, and without names that need a resolver.
 * @param {string} text
 * @param {string} folder
 * @param {{ servers: readonly [Program, Program], port: number, plainPort: number }} here
 */
function adapt(text, folder, { servers, port, plainPort }) {
  return (
    text
      .replaceAll('/tmp/', `${folder}/`)
      // Node gives a child its stderr as a socket, which cannot be opened by path.
      .replace('error_log /dev/stderr', `error_log ${folder}/error.log`)
      .replace(/(?:10\.0\.0\.11|\S*builder-0\S*):8080/g, `127.0.0.1:${servers[0].port}`)
      .replace(/(?:10\.0\.0\.12|\S*builder-1\S*):8080/g, `127.0.0.1:${servers[1].port}`)
      .replace(/listen (?:8)?443 /, `listen 127.0.0.1:${port} `)
      .replace(/listen (?:80|8081);/, `listen 127.0.0.1:${plainPort};`)
      .replaceAll(/\/(?:etc\/nginx\/ief-builder|run\/secrets\/tls)/g, folder)
      .replaceAll(' resolve ', ' ')
      .replace(/^ *resolver .*$/m, '')
  );
}

/**
 * @param {Create} create
 * @param {readonly Program[]} servers
 * @param {() => Promise<string[]>} list
 */
async function tryAttempts(create, servers, list) {
  /** @type {Answer[]} */
  const answers = [];
  // nginx allows 128 concurrent requests per connection.
  for (let batch = 0; batch < 4; batch++) {
    const some = Array.from({ length: 100 }, (_, at) => create(`app-${batch * 10 + (at % 10)}`));
    answers.push(...(await Promise.all(some)));
  }
  const names = await list();
  const logged = servers.map(({ output }) => output());
  const parts = logged.map((lines) => (lines.match(/"outcome":"created"/g) ?? []).length);
  return {
    '400 requests of 40 attempts are 40 creates':
      answers.every(({ status }) => status === 200) && names.length === 40,
    'both servers took part': parts.every((count) => count >= 4),
  };
}

/**
 * @param {Get} get
 * @param {Create} create
 * @param {string} path
 */
async function tryLimits(get, create, path) {
  /** @type {Record<string, boolean>} */
  const shown = {};
  const large = await get(
    { ':method': 'POST', ':path': path, 'x-auth-token': 't', 'idempotency-key': 'large' },
    makeBody('large').padEnd(1024 * 1024 + 1),
  );
  shown['a large body gets an error text, and the next request succeeds'] =
    large.status === 413 &&
    JSON.parse(large.text).error_code === 'BUILDER.payload_too_large' &&
    (await create('after-large')).status === 200;
  shown['1 MiB is accepted'] =
    (
      await get(
        { ':method': 'POST', ':path': path, 'x-auth-token': 't', 'idempotency-key': 'most' },
        makeBody('most').padEnd(1024 * 1024),
      )
    ).status === 200;
  const rollout = { ':method': 'POST', ':path': '/api/rollouts', 'x-ief-builder': '1' };
  const most = '{}'.padEnd(8 * 1024 * 1024);
  // Rollouts are off on these servers: their own 503 shows that the body passed.
  shown['a rollout of 8 MiB is forwarded, and not more'] =
    (await get(rollout, most)).status === 503 && (await get(rollout, `${most} `)).status === 413;
  shown['a token of 100,000 characters is forwarded'] =
    (await create('long-token', { 'x-auth-token': 't'.repeat(100_000) })).status === 200;
  return shown;
}

/**
 * @param {import('node:http2').ClientHttp2Session} session
 * @param {Record<string, string>} headers
 * @param {string} body
 * @returns {Promise<{ status: number, headers: Record<string, string | undefined>, text: string }>}
 */
function askOver(session, headers, body) {
  return new Promise((resolve, reject) => {
    const stream = session.request(
      body === '' ? headers : { 'content-type': 'application/json', ...headers },
      { endStream: body === '' },
    );
    let text = '';
    /** @type {Record<string, unknown>} */
    let head = {};
    stream.on('response', (seen) => (head = seen));
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => (text += chunk));
    stream.on('end', () =>
      resolve({
        status: Number(head[constants.HTTP2_HEADER_STATUS]),
        headers: /** @type {Record<string, string | undefined>} */ (head),
        text,
      }),
    );
    // The connection may be reset after the response to a rejected body.
    stream.on('error', (error) =>
      head[constants.HTTP2_HEADER_STATUS] ? undefined : reject(error),
    );
    if (body !== '') stream.end(body);
  });
}

/**
 * A self-signed certificate for this machine.
 * @param {string} folder
 */
async function writeCertificate(folder) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=127.0.0.1',
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
    },
    /** @type {Crypto} */ (webcrypto),
  );
  const pem = certificate.toString('pem');
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').replace(/.{64}/g, '$&\n');
  writeFileSync(join(folder, 'tls.crt'), pem);
  writeFileSync(
    join(folder, 'tls.key'),
    `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    { mode: 0o600 },
  );
  return pem;
}
