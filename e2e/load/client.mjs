// A client of many keep-alive connections, which tells a request that was lost from one that was refused.
import { Agent, request } from 'node:http';

/**
 * One request; `status` is 0 where no answer came.
 * @param {Agent} agent
 * @param {number} port
 * @param {{ method?: string, path: string, headers?: Record<string, string>, body?: string | Buffer }} ask
 * @returns {Promise<{ status: number, ms: number, head: string, text: string, code: string, reused: boolean }>}
 */
export function ask(agent, port, { method = 'GET', path, headers = {}, body }) {
  const begin = performance.now();
  return new Promise((resolve) => {
    let text = '';
    let head = '';
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      (answer) => {
        head = answer.rawHeaders.join('\n');
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => end(answer.statusCode ?? 0, ''));
        answer.on('error', () => end(0, 'cut'));
      },
    );
    const end = (/** @type {number} */ status, /** @type {string} */ code) =>
      resolve({
        status,
        ms: performance.now() - begin,
        head,
        text,
        code,
        reused: asked.reusedSocket,
      });
    asked.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      end(0, error.code ?? 'error'),
    );
    asked.end(body);
  });
}

/** @param {number} sockets */
export function makeAgent(sockets) {
  return new Agent({ keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets });
}

/**
 * So many workers, each asking one after the other until told to end.
 * @param {number} workers
 * @param {(at: number) => Promise<boolean>} once Says whether to go on.
 */
export async function inParallel(workers, once) {
  await Promise.all(
    Array.from({ length: workers }, async (_, at) => {
      while (await once(at));
    }),
  );
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function quantile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}
