// A target and an IAM that echo requests in every way a broken or hostile one might.
import { createServer } from 'node:http';

/** The project ID selects the kind of response. */
export const manners = /** @type {const} */ ([
  'good',
  'refuses',
  'unauthorized',
  'fails',
  'page',
  'redirect',
  'heads',
  'cut',
  'reset',
]);

/** @param {typeof manners[number]} manner */
export function projectOf(manner) {
  return manners.indexOf(manner).toString(16).padStart(32, '0');
}

/**
 * @param {string} iamToken The token that IAM issues.
 */
export async function startEchoTarget(iamToken) {
  /** Everything received, headers and bodies. */
  let received = '';
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', rawHeaders, socket } = incoming;
    let body = '';
    incoming.on('data', (chunk) => (body += chunk));
    incoming.on('end', () => {
      requests += 1;
      const head = rawHeaders.join('\n');
      received += `${method} ${url}\n${head}\n${body}\n`;
      const json = (/** @type {number} */ status, /** @type {unknown} */ value, headers = {}) => {
        outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
        outgoing.end(JSON.stringify(value));
      };
      if (url.startsWith('/v3/auth/tokens')) {
        const expires = new Date(Date.now() + 3_600_000).toISOString().replace('Z', '000Z');
        json(201, { token: { expires_at: expires } }, { 'x-subject-token': iamToken });
        return;
      }
      // Parts of a request that a service might quote: its headers verbatim, in a URL, and each value in Base64.
      const coded = rawHeaders.filter((_, at) => at % 2 === 1).map(btoa);
      const quoted = {
        error_code: 'IEF.100001',
        error_msg: `${head} ${encodeURIComponent(head)} ${coded.join(' ')}`,
      };
      const manner = manners[Number.parseInt(/\/([0-9a-f]{32})\//.exec(url)?.[1] ?? '0', 16)];
      if (manner === 'refuses') json(400, quoted);
      else if (manner === 'unauthorized') json(401, quoted);
      else if (manner === 'fails') json(500, quoted);
      else if (manner === 'page') {
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${head}</h1>`);
      } else if (manner === 'redirect') {
        outgoing
          .writeHead(307, { location: `http://127.0.0.1:1/${encodeURIComponent(head)}` })
          .end();
      } else if (manner === 'heads') {
        const quote = encodeURIComponent(head);
        json(
          200,
          { id: 'a', name: 'app' },
          { 'x-request-id': quote, 'x-echo': quote, 'set-cookie': quote, 'retry-after': quote },
        );
      } else if (manner === 'cut') {
        outgoing.writeHead(400, { 'content-length': 1_000_000 });
        outgoing.write(head, () => socket.destroy());
      } else if (manner === 'reset') socket.resetAndDestroy();
      else json(200, { id: 'a', name: 'app', count: 0, deployments: [] });
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port: address.port,
    received: () => received,
    requests: () => requests,
    stop: () => server.closeAllConnections() ?? server.close(),
  };
}
