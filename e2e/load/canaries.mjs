// Every secret of the server and its callers is a word of its own; whatever the server is asked, good or bad, and
// whatever targets answer, none of these words may come out of it.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { ask, makeAgent } from './client.mjs';
import { manners, projectOf, startEchoTarget } from './echo-target.mjs';
import { freePort, makeBody, noLimits, startProgram, writeTargetList } from './programs.mjs';

/** A word nobody else says, with characters that are written differently in JSON, URLs and shells. */
const word = (/** @type {string} */ name) =>
  `${name}%+/"${Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join('')}`;

/** All forms of the part of a word that no encoding of characters changes. */
function formsOf(/** @type {string} */ secret) {
  const core = secret.slice(secret.indexOf('"') + 1);
  const bytes = Buffer.from(core);
  // In Base64 a text looks different at each of three places.
  const base64 = [0, 1, 2].map((lead) =>
    Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(lead === 0 ? 0 : lead + 1, -2),
  );
  return [core, ...base64, bytes.toString('hex'), [...core].reverse().join('')];
}

/** @param {boolean} isShort */
export async function sweepCanaries(isShort) {
  const secrets = {
    token: word('token'),
    iamToken: word('iamToken'),
    password: word('password'),
    accessKey: word('accessKey'),
    secretKey: word('secretKey'),
    securityToken: word('securityToken'),
    accessSecret: word('accessSecret'),
    sessionKey: word('sessionKey-of-thirty-two-and-more'),
    wrongSecret: word('wrongSecret'),
    envValue: word('envValue'),
    rawPath: word('rawPath'),
  };
  const target = await startEchoTarget(secrets.iamToken);
  const endpoint = `http://127.0.0.1:${target.port}`;
  const common = { endpoint, region: 'lab' };
  const metricsPort = await freePort();
  const app = await startProgram('app.main', {
    ...noLimits,
    LOGINS_PER_MINUTE_PER_PEER: '0',
    LOG_LEVEL: 'info',
    METRICS_PORT: String(metricsPort),
    ACCESS_SECRET: secrets.accessSecret,
    SESSION_KEY: secrets.sessionKey,
    A_PASSWORD: secrets.password,
    AN_ACCESS_KEY: secrets.accessKey,
    A_SECRET_KEY: secrets.secretKey,
    A_SECURITY_TOKEN: secrets.securityToken,
    IEF_TARGETS: writeTargetList([
      { id: 'person', label: 'Person', ...common, auth: { kind: 'token' } },
      {
        id: 'password',
        label: 'Password',
        ...common,
        auth: {
          kind: 'password',
          domain: 'd',
          user: 'u',
          passwordEnv: 'A_PASSWORD',
          iamEndpoint: endpoint,
        },
      },
      {
        id: 'keys',
        label: 'Keys',
        ...common,
        auth: {
          kind: 'aksk',
          accessKeyEnv: 'AN_ACCESS_KEY',
          secretKeyEnv: 'A_SECRET_KEY',
          securityTokenEnv: 'A_SECURITY_TOKEN',
        },
      },
    ]),
  });
  const agent = makeAgent(16);
  /** Heads of all answers, and bodies of those that are the server's own words or a refusal. */
  let heads = '';
  let refusals = '';
  let good = '';
  let requests = 0;
  const once = async (/** @type {Parameters<typeof ask>[2]} */ one) => {
    const answer = await ask(agent, app.port, one);
    requests += 1;
    heads += `${answer.head}\n`;
    if (answer.status >= 400) refusals += answer.text;
    else good += answer.text;
    return answer;
  };

  const log = await once({
    method: 'POST',
    path: '/api/session',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secrets.accessSecret }),
  });
  // The cookie is a seal: it goes to the browser in this one head, and nowhere else.
  const seal = /ief_sid=([^;]+)/.exec(log.head)?.[1] ?? '';
  heads = '';
  const body = makeBody('app', undefined, secrets.envValue);
  /** @type {Record<string, string>[]} */
  const callers = [
    {},
    { 'x-auth-token': secrets.token },
    { 'x-auth-token': secrets.token, 'x-ief-access': secrets.accessSecret },
    { 'x-auth-token': secrets.token, cookie: `ief_sid=${seal}`, 'x-ief-builder': '1' },
    { 'x-ief-access': secrets.wrongSecret },
    { cookie: `ief_sid=${secrets.wrongSecret.replaceAll('"', '')}`, 'x-ief-builder': '1' },
  ];
  const asked = isShort ? [0, 1, 4, 5] : [...routes('').keys()];
  for (const id of ['mock', 'person', 'password', 'keys']) {
    for (const manner of manners) {
      for (const at of asked) {
        const [method = '', path = ''] = routes(projectOf(manner))[at] ?? [];
        for (const caller of callers) {
          const hasBody = method === 'POST' || method === 'PUT';
          await once({
            method,
            path: `/ief/${id}${path}`,
            headers: { ...caller, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
            ...(hasBody ? { body } : {}),
          });
        }
      }
    }
  }

  // What is refused before it goes anywhere, with the words in every place a person could put them.
  const list = `/ief/person${routes(projectOf('good'))[0]?.[1]}`;
  const path = encodeURIComponent(secrets.rawPath);
  const headers = { 'x-auth-token': secrets.token };
  /** @type {Parameters<typeof ask>[2][]} */
  const bad = [
    { path: `/${path}` },
    { path: `/ief/${path}/v3/x` },
    { path: `${list}/${path}` },
    { path: `${list}?${path}=${path}`, headers },
    { path: `${list}?limit=${path}`, headers },
    { path: list, headers: { ...headers, 'ief-instance-id': secrets.rawPath } },
    { path: list, headers: { ...headers, 'x-mock-fault': secrets.rawPath } },
    { path: list, headers: { ...headers, origin: `http://${path}.test` } },
    { path: list, headers: { ...headers, host: 'evil.test' } },
    { path: list, headers: { 'x-auth-token': `${secrets.token} ${secrets.token}` } },
    { method: 'POST', path: list, headers, body: `{"envs":"${secrets.envValue}` },
    { method: 'POST', path: list, headers, body: `${'['.repeat(70)}"${secrets.envValue}"` },
    { method: 'POST', path: list, headers, body: body.padEnd(1_100_000) },
    {
      method: 'POST',
      path: list,
      headers: { ...headers, 'idempotency-key': `a ${secrets.rawPath}` },
      body,
    },
    { method: 'POST', path: list, headers: { ...headers, 'content-encoding': 'gzip' }, body },
    { method: 'POST', path: '/api/session', body: JSON.stringify({ secret: secrets.wrongSecret }) },
    { method: 'POST', path: '/api/session', body: secrets.wrongSecret },
    { method: 'DELETE', path: '/api/session', headers: { cookie: `ief_sid=${seal}` } },
    {
      method: 'POST',
      path: '/csp-report',
      body: JSON.stringify({
        'csp-report': {
          'violated-directive': secrets.rawPath,
          'document-uri': `http://127.0.0.1/${path}`,
        },
      }),
    },
  ];
  for (const one of bad) await once(one);
  for (const line of [`GET /${path} HTTP/9.9`, `GET //${path}/ HTTP/1.1`, `${path} / HTTP/1.1`]) {
    const answer = await exchange(
      app.port,
      `${line}\r\nHost: 127.0.0.1:${app.port}\r\nX-Auth-Token: ${secrets.token}\r\nX_${path}: 1\r\n\r\n`,
    );
    requests += 1;
    heads += answer;
  }

  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const argv = readFileSync(`/proc/${app.pid}/cmdline`, 'utf8');
  const exit = await app.stop();
  agent.destroy();
  target.stop();
  const output = app.output();
  const places = { output, heads, refusals, metrics, argv };
  /** @type {string[]} */
  const hits = [];
  for (const [name, secret] of Object.entries({ ...secrets, seal: `"${seal}` })) {
    for (const [place, text] of Object.entries({ ...places, good })) {
      // What a person wrote comes back to them; what the server holds never does.
      const isOwn = place === 'good' && ['envValue', 'token', 'rawPath'].includes(name);
      if (!isOwn && formsOf(secret).some((form) => text.includes(form)))
        hits.push(`${name} in ${place}`);
    }
  }
  /** The sweep sees something only if the words were really in use: these had to arrive at the target. */
  const unused = /** @type {const} */ ([
    'token',
    'iamToken',
    'password',
    'accessKey',
    'securityToken',
    'envValue',
  ]).filter((name) => !formsOf(secrets[name]).some((form) => target.received().includes(form)));
  return {
    requests,
    arrived: target.requests(),
    logLines: output.split('\n').length,
    hits,
    unused,
    exit,
  };
}

/**
 * Every route to a target.
 * @param {string} project
 * @returns {[string, string][]}
 */
function routes(project) {
  const [v3, v2] = [`/v3/${project}/edgemgr`, `/v2/${project}/edgemgr`];
  const id = '9ebd8efb-9fdd-44a1-abda-9cdbc287a867';
  return [
    ['GET', `${v3}/deployments`],
    ['POST', `${v3}/deployments`],
    ['GET', `${v3}/deployments/${id}`],
    ['PUT', `${v3}/deployments/${id}`],
    ['DELETE', `${v3}/deployments/${id}`],
    ['GET', `${v3}/pods`],
    ['POST', `${v3}/deployments/${id}/pods/app-1/restart`],
    ...['nodes', 'groups', 'configmaps', 'secrets'].flatMap(
      (kind) =>
        /** @type {[string, string][]} */ ([
          ['GET', `${v2}/${kind}`],
          ['GET', `${v2}/${kind}/${id}`],
        ]),
    ),
    ['GET', `${v2}/quotas`],
    ['GET', '/v3/projects'],
  ];
}

/**
 * Writes raw text and gives what comes back.
 * @param {number} port
 * @param {string} text
 * @returns {Promise<string>}
 */
function exchange(port, text) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}
