// Gives every secret of the server and its callers a unique value, sends good and bad requests, and checks that no
// response, log or metric contains one.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { ask, makeAgent } from './client.mjs';
import { listBadRequests, listBadTexts, listRequests } from './canary-requests.mjs';
import { startEchoTarget } from './echo-target.mjs';
import { freePort, makeBody, noLimits, startProgram, writeTargetList } from './programs.mjs';

/** A unique value with characters that JSON, URLs and shells escape differently. */
const word = (/** @type {string} */ name) =>
  `${name}%+/"${Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join('')}`;

/** Every encoding of the part of a secret that character escapes do not change. */
function formsOf(/** @type {string} */ secret) {
  const core = secret.slice(secret.indexOf('"') + 1);
  const bytes = Buffer.from(core);
  // A text has three different Base64 forms, depending on its offset.
  const base64 = [0, 1, 2].map((lead) =>
    Buffer.concat([Buffer.alloc(lead), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(lead === 0 ? 0 : lead + 1, -2),
  );
  return [core, ...base64, bytes.toString('hex'), [...core].reverse().join('')];
}

/** @typedef {ReturnType<typeof makeSecrets>} Secrets */

/** @param {boolean} isShort */
export async function sweepCanaries(isShort) {
  const secrets = makeSecrets();
  const target = await startEchoTarget(secrets.iamToken);
  const metricsPort = await freePort();
  const app = await startApp(secrets, `http://127.0.0.1:${target.port}`, metricsPort);
  const agent = makeAgent(16);
  /** The headers of all responses, and the bodies that the server wrote itself or that report an error. */
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
  // The cookie is a sealed token: only this one header may contain it.
  const seal = /ief_sid=([^;]+)/.exec(log.head)?.[1] ?? '';
  heads = '';
  const body = makeBody('app', undefined, secrets.envValue);
  for (const one of listRequests(secrets, seal, body, isShort)) await once(one);
  for (const one of listBadRequests(secrets, seal, body)) await once(one);
  for (const text of listBadTexts(secrets, app.port)) {
    const answer = await exchange(app.port, text);
    requests += 1;
    heads += answer;
  }

  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const argv = readFileSync(`/proc/${app.pid}/cmdline`, 'utf8');
  const exit = await app.stop();
  agent.destroy();
  target.stop();
  const output = app.output();
  const places = { output, heads, refusals, metrics, argv, good };
  return {
    requests,
    arrived: target.requests(),
    logLines: output.split('\n').length,
    hits: findHits({ ...secrets, seal: `"${seal}` }, places),
    unused: findUnused(secrets, target.received()),
    exit,
  };
}

function makeSecrets() {
  return {
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
}

/**
 * @param {Secrets} secrets
 * @param {string} endpoint
 * @param {number} metricsPort
 */
function startApp(secrets, endpoint, metricsPort) {
  return startProgram('app.main', {
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
    IEF_TARGETS: listTargets(endpoint),
  });
}

/** @param {string} endpoint */
function listTargets(endpoint) {
  const common = { endpoint, region: 'lab' };
  return writeTargetList([
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
  ]);
}

/**
 * Lists the places where a secret leaked.
 * @param {Record<string, string>} secrets
 * @param {Record<string, string>} places
 */
function findHits(secrets, places) {
  /** @type {string[]} */
  const hits = [];
  for (const [name, secret] of Object.entries(secrets)) {
    for (const [place, text] of Object.entries(places)) {
      // Callers may see their own input again, but never the server's secrets.
      const isOwn = place === 'good' && ['envValue', 'token', 'rawPath'].includes(name);
      if (!isOwn && formsOf(secret).some((form) => text.includes(form)))
        hits.push(`${name} in ${place}`);
    }
  }
  return hits;
}

/**
 * Proves that the secrets were in use: these must have reached the target.
 * @param {Secrets} secrets
 * @param {string} received
 */
function findUnused(secrets, received) {
  return /** @type {const} */ ([
    'token',
    'iamToken',
    'password',
    'accessKey',
    'securityToken',
    'envValue',
  ]).filter((name) => !formsOf(secrets[name]).some((form) => received.includes(form)));
}

/**
 * Writes raw text and returns the response.
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
