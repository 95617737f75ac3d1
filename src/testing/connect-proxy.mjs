// An HTTP proxy for tests that only supports CONNECT. Prints its address, then one line per CONNECT.
// Environment: PROXY_USER (required `user:password`), PROXY_STATUS (status of a refusal), PROXY_HANG (never responds).
import { createServer } from 'node:http';
import { connect } from 'node:net';

const { PROXY_USER: user, PROXY_STATUS: refusal, PROXY_HANG: hangs } = process.env;
const expectedAuth = user && `Basic ${Buffer.from(user).toString('base64')}`;

const server = createServer((_incoming, outgoing) => outgoing.writeHead(405).end());
server.on('connect', (request, near) => {
  near.on('error', () => near.destroy());
  process.stdout.write(`CONNECT ${request.url}\n`);
  if (hangs) return;
  const isAuthorized = !expectedAuth || request.headers['proxy-authorization'] === expectedAuth;
  const status = isAuthorized ? refusal : 407;
  if (status) {
    near.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  const { hostname, port } = new URL(`http://${request.url}`);
  // The proxy resolves names: those ending in .test point to this machine.
  const host = hostname.endsWith('.test') ? '127.0.0.1' : hostname;
  const far = connect(Number(port), host, () => {
    near.write('HTTP/1.1 200 Connection established\r\n\r\n');
    near.pipe(far).pipe(near);
  });
  far.on('error', () => near.end('HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n'));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object')
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
