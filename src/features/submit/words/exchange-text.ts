import type { Exchange } from '#src/client/http/exchange.ts';
import type { Attempt } from '../attempt/attempt.ts';

/** The request as text; after a reload only its recorded parts. */
export function requestText(attempt: Attempt, exchange: Exchange | undefined): string {
  if (exchange === undefined) return `Idempotency-Key: ${attempt.key}\n\n${attempt.body}`;
  const { method, path, headers, body = '' } = exchange.request;
  return `${method} ${path}\n${lines(headers)}\n${body}`;
}

/** The response as text; undefined if there was none. */
export function answerText(exchange: Exchange | undefined): string | undefined {
  if (exchange?.response === undefined) return undefined;
  const { status, headers, body } = exchange.response;
  return `${status}\n${lines(headers)}\n${body}`;
}

function lines(headers: readonly (readonly [name: string, value: string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}\n`).join('');
}
