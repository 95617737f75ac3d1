import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { EVENT_STREAM } from '#src/server/http/kit/json-headers.ts';
import { onResponseClosed } from './on-response-closed.ts';
import { refuseWithoutApp, writeRefusal, type Refuse } from '#src/server/http/kit/refusal.ts';
import { screenRequest } from './screen-request.ts';
import { limitWriting } from './write-timeout.ts';

/** Thrown by a handler to make the connection itself fail. */
export interface ConnectionEnd {
  readonly kind: 'refused' | 'reset' | 'closed' | 'cut';
  /** For `cut`: the response of which half is sent. */
  readonly response?: Response | undefined;
}

export interface ListenerOptions {
  /** Refuse unusual requests before the handler sees them. The mock accepts whatever Node does. */
  readonly screen: boolean;
  /** How long a response waits for a client that does not read; see write-timeout.ts. */
  readonly writeTimeoutMs?: number;
  /** Converts a thrown error to a ConnectionEnd; undefined for any other error. */
  readonly asConnectionEnd?: (error: unknown) => ConnectionEnd | undefined;
}

/** Registers a callback that gets the size of the response once it was sent or its connection is closed. */
export type OnSent = (then: (bytes: number) => void) => void;

/** A function from Request to Response. */
export interface Handler {
  (request: Request, remote?: string, onSent?: OnSent): Promise<Response>;
  /** Creates the response to requests that could not be parsed. Without it, refusals lack our headers. */
  readonly refuse?: Refuse;
}

/** A listener for Node's HTTP server; `refuse` responds to requests Node cannot parse. */
export type Listener = RequestListener & { readonly refuse?: Refuse };

/**
 * Turns a function from Request to Response into a listener for Node's HTTP server. The function may throw a
 * ConnectionEnd; any other error becomes an empty 500.
 */
export function createNodeListener(
  handle: Handler,
  { screen, asConnectionEnd, writeTimeoutMs }: ListenerOptions,
): Listener {
  const { refuse = refuseWithoutApp } = handle;
  const serve = getRequestListener(
    async (request, env) => {
      const incoming = env.incoming as IncomingMessage;
      const outgoing = env.outgoing as ServerResponse;
      try {
        const { remoteAddress } = incoming.socket;
        const response = await handle(request, remoteAddress, (then) =>
          onceSent(incoming, outgoing, then),
        );
        // A stream of events stays open; it has limits of its own.
        if (response.headers.get('content-type') !== EVENT_STREAM)
          limitWriting(incoming.socket, outgoing, writeTimeoutMs);
        return response;
      } catch (error) {
        const end = asConnectionEnd?.(error);
        if (end !== undefined) await endConnection(end, incoming, outgoing);
        throw error;
      }
    },
    {
      errorHandler(error) {
        // The connection is closed, so there is no response.
        if (asConnectionEnd?.(error) !== undefined) return undefined;
        // Host and path do not form a valid URL, so the handler cannot get a Request.
        return error instanceof Error && error.name === 'RequestError' ? refuse(400) : bare500();
      },
    },
  );
  /** Connections with a refused request; requests pipelined behind it are ignored. */
  const refused = new WeakSet<object>();
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (refused.has(incoming.socket)) return;
    const status = screen ? screenRequest(incoming) : undefined;
    if (status === undefined) {
      void serve(incoming, outgoing);
      return;
    }
    refused.add(incoming.socket);
    void writeRefusal(refuse(status, incoming.method), outgoing);
    incoming.resume();
  };
  return Object.assign(listener, { refuse });
}

function bare500(): Response {
  return new Response(null, { status: 500 });
}

/** Bytes of each connection that are already counted, so that each response counts only its own. */
const countedBytes = new WeakMap<object, number>();

function onceSent(
  { socket }: IncomingMessage,
  outgoing: ServerResponse,
  then: (bytes: number) => void,
): void {
  onResponseClosed(socket, outgoing, () => {
    const bytes = socket.bytesWritten;
    then(bytes - (countedBytes.get(socket) ?? 0));
    countedBytes.set(socket, bytes);
  });
}

async function endConnection(
  { kind, response }: ConnectionEnd,
  { socket }: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (kind === 'cut' && response !== undefined) {
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, {
      'content-type': response.headers.get('content-type') ?? 'application/json',
      'content-length': Math.max(body.byteLength, 1),
    });
    const half = body.subarray(0, Math.floor(body.byteLength / 2));
    await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
    socket.destroy();
  } else if (kind === 'closed') socket.destroy();
  else socket.resetAndDestroy();
}
