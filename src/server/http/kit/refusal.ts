import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { makeProblemResponse, HttpProblem, type ProblemCode } from './problem.ts';

const refusals = {
  400: [
    'BUILDER.bad_request',
    'The request is not valid HTTP, or this server does not accept its form.',
  ],
  413: ['BUILDER.payload_too_large', 'The body is larger than 1 MiB.'],
  415: ['BUILDER.type_refused', 'The Content-Type must be application/json, given once.'],
  417: ['BUILDER.bad_request', 'The only expectation supported is 100-continue.'],
  431: ['BUILDER.bad_request', 'There are too many headers, or they are too long.'],
  503: ['BUILDER.busy', 'Too many connections are open.'],
  505: ['BUILDER.bad_request', 'This server supports HTTP 1.1 and 1.0.'],
} as const satisfies Record<number, readonly [ProblemCode, string]>;

/** The status of a response to a request that cannot be accepted. */
export type RefusalStatus = keyof typeof refusals;

/** Creates the response to a request that could not be parsed; `method` is undefined if it was unreadable. */
export type Refuse = (status: RefusalStatus, method?: string) => Promise<Response>;

export function makeRefusal(status: RefusalStatus): HttpProblem {
  const [code, message] = refusals[status];
  return new HttpProblem(code, message, { status, headers: { connection: 'close' } });
}

/** Used without an app around the listener. */
export const refuseWithoutApp: Refuse = async (status) =>
  makeProblemResponse(makeRefusal(status), randomUUID());

const refused = new WeakSet<ServerResponse>();

/** True from the moment a refusal is decided, before any of it is written. */
export function isRefused(outgoing: ServerResponse): boolean {
  return refused.has(outgoing);
}

/** Writes a refusal and then closes the connection. */
export async function writeRefusal(
  refusal: Promise<Response>,
  outgoing: ServerResponse,
): Promise<void> {
  refused.add(outgoing);
  const response = await refusal;
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': body.byteLength,
    connection: 'close',
  });
  outgoing.end(body);
}
