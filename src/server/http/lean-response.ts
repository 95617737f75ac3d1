import type { Bytes } from './read-body.ts';

/** What an answer is made of. */
export interface Parts {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Bytes | null;
}

const PARTS = Symbol('parts');

/** A Response that remembers its parts. */
interface LeanResponse extends Response {
  readonly [PARTS]?: Parts;
}

/**
 * Makes a Response that tells its parts again. @hono/node-server writes an answer straight from such parts as long as
 * nobody has touched its `headers` or `body`: a Headers object and a stream cost more than the rest of an answer.
 */
export function respond(parts: Parts): Response {
  const { body, status, headers } = parts;
  return Object.assign(new Response(body, { status, headers: { ...headers } }), { [PARTS]: parts });
}

/** The bytes of an answer's body, as far as they are known; of a text, its characters. */
export function sizeOf({ [PARTS]: parts }: LeanResponse): number {
  const body = parts?.body ?? '';
  return typeof body === 'string' ? body.length : body.byteLength;
}

/** As {@link respond}, for a value in JSON. */
export function respondJson(value: unknown, status = 200): Response {
  return respond({
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  });
}

/** The same answer with these headers in addition; its own of the same name win. */
export function withHeaders(
  response: LeanResponse,
  more: Readonly<Record<string, string>>,
): Response {
  const { [PARTS]: parts } = response;
  if (parts !== undefined) {
    const { body, status, headers } = parts;
    return new Response(body, { status, headers: { ...more, ...headers } });
  }
  const { headers } = response;
  for (const [name, value] of Object.entries(more)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return response;
}
