import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

const body = JSON.stringify({
  error_code: 'BUILDER.bad_request',
  error_msg: 'The request is not proper HTTP, or did not arrive in time.',
});

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
