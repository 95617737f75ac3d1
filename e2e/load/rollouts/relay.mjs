// Stands between the server and the mock and counts creates. The mock refuses a second one of a name, which would hide it.
import { Agent, createServer, request } from 'node:http';

/**
 * @typedef {{
 *   port: number,
 *   creates: Map<string, number>,
 *   times: number[],
 *   stop: () => void,
 * }} Relay
 */

/**
 * Forwards to a port of this machine. `creates` counts the creates by name, `times` has when each successful one was
 * answered.
 * @param {number} port
 * @param {{ lose?: number }} options `lose`: the share of creates whose answer is lost.
 * @returns {Promise<Relay>}
 */
export async function startRelay(port, { lose = 0 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  /** @type {Map<string, number>} */
  const creates = new Map();
  /** @type {number[]} */
  const times = [];
  const server = createServer((incoming, outgoing) => {
    /** @type {Buffer[]} */
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { method, url: path, headers } = incoming;
      const isCreate = method === 'POST';
      const sent = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
        const isGood = answer.statusCode === 200;
        if (isCreate && answer.statusCode !== 429) {
          const { name } = JSON.parse(body.toString());
          creates.set(name, (creates.get(name) ?? 0) + 1);
        }
        if (isCreate && isGood) times.push(performance.now());
        if (isCreate && Math.random() < lose) {
          answer.resume();
          outgoing.destroy();
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      sent.on('error', () => outgoing.destroy());
      sent.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port: address.port,
    creates,
    times,
    stop() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}
