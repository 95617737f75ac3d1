// A cheap client: bare sockets, prepared requests, responses read only up to their length. Node's own client is
// slower than the server under test.
import { connect } from 'node:net';
import { quantile } from './client.mjs';

/** The placeholder for a number of this width, a new one for each request. */
const COUNTER = '000000000000';

/**
 * A request as bytes; `COUNTER` in its key is replaced each time it is sent.
 * @param {{ port: number, path: string, body: string, headers: Record<string, string> }} of
 */
export function makeRequest({ port, path, body, headers }) {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Idempotency-Key: ${COUNTER}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return { port, bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`) };
}

/** @typedef {ReturnType<typeof makeRequest>} Prepared */

let sent = Math.floor(Math.random() * 1e9);

/**
 * One connection, for one request at a time. `onAnswer` gets the status, or 0 if the connection was lost.
 * @param {Prepared} request
 * @param {(status: number) => void} onAnswer
 */
function openConnection({ port, bytes }, onAnswer) {
  const own = Buffer.from(bytes);
  const at = own.indexOf(COUNTER);
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  let isBusy = false;
  let isClosed = false;
  /** @type {Buffer} */
  let seen = Buffer.alloc(0);
  const answer = (/** @type {number} */ status) => {
    isBusy = false;
    onAnswer(status);
  };
  socket.on('data', (chunk) => {
    seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
    const headEnd = seen.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = seen.toString('latin1', 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`An answer without a length: ${head}`);
    if (seen.length < headEnd + 4 + length) return;
    seen = seen.subarray(headEnd + 4 + length);
    answer(Number(head.slice(9, 12)));
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
    if (isBusy) answer(0);
  });
  return {
    isBusy: () => isBusy,
    /** The server closes connections that are idle for a while. */
    isClosed: () => isClosed,
    send() {
      isBusy = true;
      own.write(String((sent += 1)).padStart(COUNTER.length, '0'), at, 'latin1');
      socket.write(own);
    },
    close: () => socket.destroy(),
  };
}

/**
 * Measures the maximum throughput of a number of connections, in requests per second.
 * @param {Prepared} request
 * @param {{ connections: number, ms: number }} load
 * @returns {Promise<{ rps: number, bad: number }>}
 */
export async function saturate(request, { connections, ms }) {
  let good = 0;
  let bad = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise((/** @type {(value: undefined) => void} */ resolve) => {
          const connection = openConnection(request, (status) => {
            if (status === 200) good += 1;
            else bad += 1;
            if (status !== 0 && performance.now() < begin + ms) {
              connection.send();
              return;
            }
            connection.close();
            resolve(undefined);
          });
          connection.send();
        }),
    ),
  );
  return { rps: (good * 1000) / (performance.now() - begin), bad };
}

/**
 * Sends at a steady rate, however slow the responses are. Times in milliseconds count from when a request was due, so
 * that a stall counts for every request that waited behind it.
 * @param {Prepared} request
 * @param {{ rps: number, ms: number, connections: number }} load
 */
export async function stream(request, { rps, ms, connections }) {
  /** @type {number[]} */
  const times = [];
  /** @type {number[]} */
  const waiting = [];
  let bad = 0;
  /** @type {Record<number, number>} */
  const statuses = {};
  const pool = Array.from({ length: connections }, () => {
    let due = 0;
    const open = () => openConnection(request, onAnswer);
    const onAnswer = (/** @type {number} */ status) => {
      times.push(performance.now() - due);
      if (status !== 200) bad += 1;
      statuses[status] = (statuses[status] ?? 0) + 1;
      const next = waiting.shift();
      if (next !== undefined) begin(next);
    };
    let connection = open();
    const begin = (/** @type {number} */ when) => {
      due = when;
      if (connection.isClosed()) connection = open();
      connection.send();
    };
    return { isBusy: () => connection.isBusy(), close: () => connection.close(), begin };
  });
  const count = (rps * ms) / 1000;
  const start = performance.now() + 50;
  for (let at = 0; at < count; at++) {
    const due = start + (at * 1000) / rps;
    const wait = due - performance.now();
    // Timers have millisecond resolution: a request is sent late rather than early.
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
    const free = pool.find(({ isBusy }) => !isBusy());
    if (free === undefined) waiting.push(due);
    else free.begin(due);
  }
  while (times.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const { close } of pool) close();
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), bad, statuses };
}
