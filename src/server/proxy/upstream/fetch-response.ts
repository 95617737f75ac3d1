import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { joinBytes } from '#src/server/http/body/read-body.ts';
import { watchForExcess } from './excess-bytes.ts';
import {
  MAX_RESPONSE_BYTES,
  UpstreamFailure,
  type UpstreamResponse,
  type UpstreamRequest,
} from './upstream.ts';

/** Gateways send about twenty. */
const MAX_RESPONSE_HEADERS = 200;
/** The maximum number of 1xx responses before the final one. */
const MAX_INTERIM = 20;

/** The whole request took too long. */
export class OutOfTime extends Error {}

export interface FetchResponseOptions {
  /** In milliseconds. */
  readonly totalMs: number;
  readonly explain: (error: Error) => UpstreamFailure;
}

/**
 * Sends one request and collects its response, at most {@link MAX_RESPONSE_BYTES}, within `totalMs`. It uses undici's
 * `dispatch()` because `request()` hides the moment of sending and excess bytes. Rejects with the result of `explain`
 * for undici's errors and {@link OutOfTime}; with UpstreamFailure too_large; or with bad_answer for bytes after the
 * end, more than {@link MAX_RESPONSE_HEADERS} headers or more than {@link MAX_INTERIM} interim responses.
 */
export function fetchResponse(
  pool: Pick<Dispatcher, 'dispatch'>,
  { method, path, headers, body }: UpstreamRequest,
  { totalMs, explain }: FetchResponseOptions,
): Promise<UpstreamResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let status = 0;
    let responseHeaders: IncomingHttpHeaders = {};
    let sent: Dispatcher.DispatchController | undefined;
    let isLate = false;
    let interim = 0;
    let hasExcess = () => false;
    /** Rejects and closes the connection; only the first call counts. */
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error instanceof UpstreamFailure ? error : explain(error));
      sent?.abort(error);
    };
    const timer = setTimeout(() => {
      isLate = true;
      // While connecting, rely on the connector's own timeout: it knows the cause, and that nothing was sent.
      if (sent !== undefined) fail(new OutOfTime('out of time'));
    }, totalMs);
    const count = (bytes: number) => {
      size += bytes;
      if (size > MAX_RESPONSE_BYTES) fail(new UpstreamFailure('too_large', true));
    };
    pool.dispatch(
      { method: method as 'GET', path, headers, body: body ?? null },
      {
        onRequestStart(controller) {
          sent = controller;
          hasExcess = watchForExcess();
          if (isLate) fail(new OutOfTime('out of time'));
        },
        onResponseStart(_controller, code, received) {
          const isOdd = Object.keys(received).length > MAX_RESPONSE_HEADERS;
          if (isOdd) fail(new UpstreamFailure('bad_answer', true));
          // 1xx: the final response is still to come.
          if (code < 200) {
            interim += 1;
            if (interim > MAX_INTERIM) fail(new UpstreamFailure('bad_answer', true));
            return;
          }
          status = code;
          responseHeaders = received;
          if (Number(single(received['content-length']) ?? 0) > MAX_RESPONSE_BYTES) count(Infinity);
        },
        onResponseData(_controller, chunk) {
          count(chunk.byteLength);
          chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(timer);
          const response: UpstreamResponse = {
            status,
            headers: { get: (name) => single(responseHeaders[name]) },
            // A copy, because the chunks would keep their larger buffers in memory.
            body: joinBytes(chunks, size),
          };
          // The parser sees excess bytes only after this.
          setImmediate(() => {
            if (hasExcess()) fail(new UpstreamFailure('bad_answer', true));
            else resolve(response);
          });
        },
        onResponseError: (_controller, error) => fail(error),
      },
    );
  });
}

function single(value: string | string[] | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : (value[0] ?? null);
}
