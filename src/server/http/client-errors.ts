import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

const body = JSON.stringify({
  error_code: 'BUILDER.bad_request',
  error_msg: 'The request is not proper HTTP, or did not arrive in time.',
});

/** What the server takes at most; a body that is announced to be larger is refused before it is sent. */
const MOST_BYTES = 1024 * 1024;

/**
 * Answers `Expect: 100-continue`: 413 for a body that would be too large, before a byte of it is sent; else the
 * client is told to go on.
 */
export function answerExpectations(server: Server): void {
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (Number(incoming.headers['content-length'] ?? 0) <= MOST_BYTES) {
      outgoing.writeContinue();
      server.emit('request', incoming, outgoing);
      return;
    }
    outgoing.writeHead(413, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    });
    outgoing.end(
      JSON.stringify({
        error_code: 'BUILDER.payload_too_large',
        error_msg: 'The body is larger than 1 MiB.',
      }),
    );
  });
}

/**
 * Answers what is no proper HTTP in words and closes the connection; what takes too long is closed without an answer:
 * a 408 would make a browser send a create again by itself (docs/sources.md, section 8).
 */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const code = error.code ?? '';
    if (!socket.writable || code === 'ECONNRESET' || code === 'ERR_HTTP_REQUEST_TIMEOUT') {
      socket.destroy();
      return;
    }
    // An answer may be on its way already, and two cannot be told apart.
    if (socket.bytesWritten > 0) {
      socket.destroy();
      return;
    }
    socket.end(
      [
        `HTTP/1.1 ${statuses[code] ?? '400 Bad Request'}`,
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Cache-Control: no-store',
        'X-Content-Type-Options: nosniff',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  });
}
