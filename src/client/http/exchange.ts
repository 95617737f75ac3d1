/** One request as the page sent it. */
interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
}

/** One answer as it came. */
interface ReceivedResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}

type Header = readonly [name: string, value: string];

/** A request and its answer, for people to read. Never holds a token. */
export interface Exchange {
  readonly request: SentRequest;
  /** Absent while it is under way, and if no answer came. */
  readonly response?: ReceivedResponse;
}

/** What stands in the place of a token. */
const MASK = '[token]';
const TOKEN_HEADER = 'X-Auth-Token';

/** Headers of an answer that say something of the request; the others are the same for every page. */
const toldHeaders = [
  'content-type',
  'date',
  'retry-after',
  'idempotency-replayed',
  'x-request-id',
  'x-upstream-request-id',
  'x-upstream-status',
  'x-upstream-date',
];

/** A request without its token. */
export function recordRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): SentRequest {
  const shown = Object.entries(headers).map(([name, value]): Header => [
    name,
    name === TOKEN_HEADER ? MASK : value,
  ]);
  return { method, path, headers: shown, body };
}

/** An answer, without the token of its request wherever it repeats that. */
export function recordResponse(
  response: Response,
  text: string,
  requestHeaders: Readonly<Record<string, string>>,
): ReceivedResponse {
  const token = requestHeaders[TOKEN_HEADER] ?? '';
  const mask = (value: string) => (token === '' ? value : value.replaceAll(token, MASK));
  const headers = toldHeaders.flatMap((name): Header[] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, mask(value)]];
  });
  return { status: response.status, headers, body: mask(text) };
}
