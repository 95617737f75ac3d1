// The requests of the leak check, with the secrets in every part of a request.
import { manners, projectOf } from './echo-target.mjs';

/** @typedef {Parameters<typeof import('./client.mjs').ask>[2]} Request */
/** @typedef {Record<'token' | 'accessSecret' | 'wrongSecret' | 'envValue' | 'rawPath', string>} Secrets */

/**
 * Every route of every target, with every kind of response, for every kind of caller.
 * @param {Secrets} secrets
 * @param {string} seal
 * @param {string} body
 * @param {boolean} isShort
 * @returns {Generator<Request>}
 */
export function* listRequests(secrets, seal, body, isShort) {
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
          yield {
            method,
            path: `/ief/${id}${path}`,
            headers: { ...caller, ...(hasBody ? { 'content-type': 'application/json' } : {}) },
            ...(hasBody ? { body } : {}),
          };
        }
      }
    }
  }
}

/**
 * Requests that the server rejects, with the secrets in every place a caller could put them.
 * @param {Secrets} secrets
 * @param {string} seal
 * @param {string} body
 * @returns {Request[]}
 */
export function listBadRequests(secrets, seal, body) {
  const list = `/ief/person${routes(projectOf('good'))[0]?.[1]}`;
  const path = encodeURIComponent(secrets.rawPath);
  const headers = { 'x-auth-token': secrets.token };
  return [
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
}

/**
 * Requests that are not valid HTTP.
 * @param {Secrets} secrets
 * @param {number} port
 */
export function listBadTexts(secrets, port) {
  const path = encodeURIComponent(secrets.rawPath);
  return [`GET /${path} HTTP/9.9`, `GET //${path}/ HTTP/1.1`, `${path} / HTTP/1.1`].map(
    (line) =>
      `${line}\r\nHost: 127.0.0.1:${port}\r\nX-Auth-Token: ${secrets.token}\r\nX_${path}: 1\r\n\r\n`,
  );
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
