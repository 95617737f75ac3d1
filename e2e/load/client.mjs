// A client with many keep-alive connections that distinguishes a lost request from a rejected one.
import { Agent, request } from 'node:http';

/**
 * Sends one request; `status` is 0 if there was no response.
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
 * Runs `workers` loops, each sending one request after the other.
 * @param {number} workers
 * @param {(at: number) => Promise<boolean>} once Returns whether to continue.
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
