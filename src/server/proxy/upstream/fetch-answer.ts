import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { joinBytes } from '#src/server/http/body/read-body.ts';
import { watchForExcess } from './answer-excess.ts';
import {
  MAX_ANSWER_BYTES,
  UpstreamFailure,
  type UpstreamAnswer,
  type UpstreamRequest,
} from './upstream.ts';

/** Most headers of an answer; gateways send about twenty. */
const MAX_ANSWER_HEADERS = 200;
/** Most answers of 1xx before the real one. */
const MAX_INTERIM = 20;

/** Rejected with when the whole exchange takes too long. */
export class OutOfTime extends Error {}

/** How an exchange is ended. */
export interface FetchAnswerOptions {
  /** In milliseconds. */
  readonly totalMs: number;
  readonly explain: (error: Error) => UpstreamFailure;
}

/**
 * Sends one request and gathers its answer, at most {@link MAX_ANSWER_BYTES}, within `totalMs`. Below undici's
 * `request()`: a stream for each answer, an iterator over it and a signal for its time cost more than all the rest.
 * Rejects with what `explain` makes of undici's errors and of {@link OutOfTime}, or with UpstreamFailure too_large;
 * bad_answer for an answer with bytes behind its end, more than {@link MAX_ANSWER_HEADERS} headers, or more than
 * {@link MAX_INTERIM} interim answers before it.
 */
export function fetchAnswer(
  pool: Pick<Dispatcher, 'dispatch'>,
  { method, path, headers, body }: UpstreamRequest,
  { totalMs, explain }: FetchAnswerOptions,
): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let status = 0;
    let answerHeaders: IncomingHttpHeaders = {};
    let sent: Dispatcher.DispatchController | undefined;
    let isLate = false;
    let interim = 0;
    let hasExcess = () => false;
    /** Ends the exchange and its connection; what comes after the first is not heard. */
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error instanceof UpstreamFailure ? error : explain(error));
      sent?.abort(error);
    };
    const timer = setTimeout(() => {
      isLate = true;
      // Without a connection, whoever is making one knows better what is wrong, and that nothing was sent.
      if (sent !== undefined) fail(new OutOfTime('out of time'));
    }, totalMs);
    const count = (bytes: number) => {
      size += bytes;
      if (size > MAX_ANSWER_BYTES) fail(new UpstreamFailure('too_large', true));
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
          const isOdd = Object.keys(received).length > MAX_ANSWER_HEADERS;
          if (isOdd) fail(new UpstreamFailure('bad_answer', true));
          // 1xx: the answer itself is still to come.
          if (code < 200) {
            interim += 1;
            if (interim > MAX_INTERIM) fail(new UpstreamFailure('bad_answer', true));
            return;
          }
          status = code;
          answerHeaders = received;
          if (Number(single(received['content-length']) ?? 0) > MAX_ANSWER_BYTES) count(Infinity);
        },
        onResponseData(_controller, chunk) {
          count(chunk.byteLength);
          chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(timer);
          const answer: UpstreamAnswer = {
            status,
            headers: { get: (name) => single(answerHeaders[name]) },
            // Copied: the pieces lie in larger buffers, which would be kept with them.
            body: joinBytes(chunks, size),
          };
          // What came behind the answer is looked at by the parser after this.
          setImmediate(() => {
            if (hasExcess()) fail(new UpstreamFailure('bad_answer', true));
            else resolve(answer);
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
