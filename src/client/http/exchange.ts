interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: string | undefined;
}

interface ReceivedResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: string;
}

type Header = readonly [name: string, value: string];

/** A request and its response as shown to the user. Never contains a token. */
export interface Exchange {
  readonly request: SentRequest;
  /** Absent while the request is pending, and if no response arrived. */
  readonly response?: ReceivedResponse;
}

const MASK = '[token]';
const TOKEN_HEADER = 'X-Auth-Token';

/** The headers of a response that are specific to the request. */
const recordedHeaders = [
  'content-type',
  'date',
  'retry-after',
  'idempotency-replayed',
  'x-request-id',
  'x-upstream-request-id',
  'x-upstream-status',
  'x-upstream-date',
];

/** Records a request without its token. */
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

/** Records a response. If it repeats the token of its request, the token is masked. */
export function recordResponse(
  response: Response,
  text: string,
  requestHeaders: Readonly<Record<string, string>>,
): ReceivedResponse {
  const token = requestHeaders[TOKEN_HEADER] ?? '';
  const mask = (value: string) => (token === '' ? value : value.replaceAll(token, MASK));
  const headers = recordedHeaders.flatMap((name): Header[] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, mask(value)]];
  });
  return { status: response.status, headers, body: mask(text) };
}
