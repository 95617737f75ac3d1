import { asObject } from '#src/json/value.ts';
import { basePath } from '../base-path.ts';
import { ContractError, HttpError, NetworkError, TimeoutError } from './errors.ts';
import { recordRequest, recordResponse, type Exchange } from './exchange.ts';

/** Longer than the server waits for its target (60 s), so that the response of the server arrives in time. */
const WAIT_SECONDS = 75;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The exact text of the body. */
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Called with the request, and again with its response; neither contains a token. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** A successful response. Its JSON is undefined if it has no body. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly requestId: string | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if the response carried no time. */
  readonly clockOffsetMs: number | undefined;
}

interface ClientOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}

/** Sends requests to our server. */
interface Client {
  /**
   * Sends one request. Throws {@link NetworkError}, {@link TimeoutError}, {@link HttpError} for any status that is not
   * 2xx, and {@link ContractError} for a 2xx response whose body is not JSON.
   */
  send(path: string, options?: RequestOptions): Promise<Answer>;
}

export function createClient(options: ClientOptions): Client {
  return { send: (path, request) => sendWith(options, path, request) };
}

const pageClient = createClient({
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
});

let client = pageClient;

/** Replaces the client, for tests. Without an argument, restores the page's own. */
export function replaceClient(next: Client = pageClient): void {
  client = next;
}

/** Sends one request as {@link Client.send} does. */
export async function send(path: string, options?: RequestOptions): Promise<Answer> {
  return client.send(path, options);
}

async function sendWith(
  { fetch, now }: ClientOptions,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const { method = 'GET', body, signal, onExchange } = options;
  const url = basePath + path;
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    'X-Ief-Builder': '1',
    ...options.headers,
  };
  const request = onExchange && recordRequest(method, url, headers, body);
  if (request) onExchange({ request });
  const timeout = AbortSignal.timeout(WAIT_SECONDS * 1000);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      ...(body !== undefined && { body }),
      headers,
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (timeout.aborted) throw new TimeoutError(WAIT_SECONDS);
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  }
  if (request) onExchange({ request, response: recordResponse(response, text, headers) });
  const requestId =
    response.headers.get('X-Upstream-Request-Id') ??
    response.headers.get('X-Request-Id') ??
    undefined;
  const json = parse(text);
  const clockOffsetMs = clockOffset(response, now());
  if (!response.ok) throw toHttpError(response, json, text, { requestId, clockOffsetMs });
  if (json === notJson) throw new ContractError('the answer is not JSON');
  return { status: response.status, json, requestId, clockOffsetMs };
}

const notJson = Symbol('not JSON');

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

/** The error of a response that is not 2xx. */
export function toHttpError(
  response: Response,
  json: unknown,
  responseText: string,
  { requestId, clockOffsetMs }: Pick<Answer, 'requestId' | 'clockOffsetMs'>,
) {
  const body = asObject(json);
  // IAM wraps its errors in its own envelope: {"error":{"code":401,"message":"...","title":"..."}}.
  const iam = asObject(body.error);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return new HttpError({
    status: response.status,
    code: text(body.error_code) || (typeof iam.code === 'number' ? String(iam.code) : ''),
    message:
      text(body.error_msg) ||
      text(iam.message) ||
      (json === notJson ? responseText.slice(0, 200) : '') ||
      response.statusText,
    requestId: text(body.request_id) || requestId,
    reason: text(body.reason),
    retryAfterS: wholeSeconds(response.headers.get('Retry-After')),
    clockOffsetMs,
    serverOffsetMs: serverOffset(response),
  });
}

function wholeSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** Our server forwards the target's Date as X-Upstream-Date. The Date header is its own. */
function clockOffset(response: Response, now: number): number | undefined {
  const theirs = Date.parse(response.headers.get('X-Upstream-Date') ?? '');
  return Number.isNaN(theirs) ? undefined : theirs - now;
}

function serverOffset(response: Response): number | undefined {
  const theirs = Date.parse(response.headers.get('X-Upstream-Date') ?? '');
  const ours = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(theirs) || Number.isNaN(ours) ? undefined : theirs - ours;
}
