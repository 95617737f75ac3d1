import { connect } from 'node:net';

/** A response as received. */
export interface RawResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** How long the first byte may take on a busy machine, in milliseconds. */
const FIRST_BYTE_MS = 60_000;

/**
 * Writes raw bytes to a port of this machine and returns everything received until the connection closes or goes
 * silent after a response. For tests.
 */
export function sendRaw(
  port: number,
  text: string | Uint8Array,
  silenceMs = 1_000,
): Promise<string> {
  return new Promise((resolve) => {
    let response = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    );
    const end = () => {
      socket.destroy();
      resolve(response);
    };
    socket.setTimeout(FIRST_BYTE_MS, end);
    socket.on('data', (chunk) => {
      response += chunk.toString('latin1');
      socket.setTimeout(silenceMs);
    });
    socket.on('error', end);
    socket.on('close', end);
  });
}

/** Splits received text into responses, which all need a Content-Length. For tests. */
export function parseResponses(text: string): RawResponse[] {
  const responses: RawResponse[] = [];
  for (let rest = text; rest !== '';) {
    const [head = '', ...tail] = rest.split('\r\n\r\n');
    const [line = '', ...lines] = head.split('\r\n');
    const headers = new Map(
      lines.map((header) => {
        const colon = header.indexOf(':');
        return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
      }),
    );
    const body = tail.join('\r\n\r\n');
    const length = Number(headers.get('content-length') ?? 0);
    responses.push({ status: Number(line.split(' ')[1]), headers, body: body.slice(0, length) });
    rest = body.slice(length);
  }
  return responses;
}
