import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { screenRequest } from './screen-request.ts';

/** Thrown by a handler in place of an answer, when the connection itself is to fail. */
export interface ConnectionEnd {
  readonly kind: 'refused' | 'reset' | 'closed' | 'cut';
  /** For `cut`: the answer of which half is sent. */
  readonly answer?: Response | undefined;
}

/** How a listener treats what is not plain asking and answering. */
export interface ListenerOptions {
  /** Refuse odd requests before the handler sees them. The mock takes what Node takes. */
  readonly screen: boolean;
  /** Reads a thrown error as an end of the connection; undefined if it is none. */
  readonly asConnectionEnd?: (error: unknown) => ConnectionEnd | undefined;
}

/**
 * Makes a listener for Node's HTTP server out of a function from Request to Response.
 * What the function throws must be a connection end, else the answer is a bare 500.
 */
export function createNodeListener(
  handle: (request: Request, remote?: string) => Promise<Response>,
  { screen, asConnectionEnd }: ListenerOptions,
): RequestListener {
  const serve = getRequestListener(
    async (request, env) => {
      try {
        return await handle(request, (env.incoming as IncomingMessage).socket.remoteAddress);
      } catch (error) {
        const end = asConnectionEnd?.(error);
        if (end !== undefined)
          await endConnection(end, env.incoming as IncomingMessage, env.outgoing as ServerResponse);
        throw error;
      }
    },
    // Nothing to answer: either the connection is gone, or Node closes it on the empty answer.
    { errorHandler: (error) => (asConnectionEnd?.(error) === undefined ? bare500() : undefined) },
  );
  /** Connections that had a request refused: what was sent behind it is not looked at. */
  const refused = new WeakSet<object>();
  return (incoming, outgoing) => {
    if (refused.has(incoming.socket)) return;
    const status = screen ? screenRequest(incoming) : undefined;
    if (status === undefined) {
      void serve(incoming, outgoing);
      return;
    }
    refused.add(incoming.socket);
    outgoing.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    outgoing.end(
      JSON.stringify({
        error_code: 'BUILDER.bad_request',
        error_msg: 'The request line or a header is not acceptable.',
      }),
    );
    incoming.resume();
  };
}

function bare500(): Response {
  return new Response(null, { status: 500 });
}

async function endConnection(
  { kind, answer }: ConnectionEnd,
  { socket }: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (kind === 'cut' && answer !== undefined) {
    const body = Buffer.from(await answer.arrayBuffer());
    outgoing.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'application/json',
      'content-length': Math.max(body.byteLength, 1),
    });
    const half = body.subarray(0, Math.floor(body.byteLength / 2));
    await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
    socket.destroy();
  } else if (kind === 'closed') socket.destroy();
  else socket.resetAndDestroy();
}
