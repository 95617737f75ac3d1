import { asObject } from '#src/json/value.ts';
import { basePath } from '../base-path.ts';
import { ContractError, HttpError, NetworkError, TimeoutError } from './errors.ts';
import { recordRequest, recordResponse, type Exchange } from './exchange.ts';

/** The browser waits longer than the server does for its target (60 s), so that the server's verdict arrives. */
const WAIT_SECONDS = 75;

interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The exact text of the body. */
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Called with what goes out, and again with what came back; neither holds a token. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** A good answer: its JSON (undefined if it has no body) and the id of the request. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly requestId: string | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if the answer carried no time. */
  readonly clockOffsetMs: number | undefined;
}

/** What a client needs from outside. */
interface ClientOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
}

/** Sends requests to our server. */
interface Client {
  /**
   * Sends one request. Throws {@link NetworkError}, {@link TimeoutError}, {@link HttpError} for any status that is not
   * 2xx, and {@link ContractError} for a good status with a body that is no JSON.
   */
  send(path: string, ask?: Ask): Promise<Answer>;
}

/** A client with this `fetch` and this clock. */
export function createClient(options: ClientOptions): Client {
  return { send: (path, ask) => sendWith(options, path, ask) };
}

/** The client of the page. */
const pageClient = createClient({
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
});

let client = pageClient;

/** Sends every later request with another client. For tests; without an argument, the page's client is back. */
export function replaceClient(next: Client = pageClient): void {
  client = next;
}

/** Sends one request as {@link Client.send} does. */
export async function send(path: string, ask?: Ask): Promise<Answer> {
  return client.send(path, ask);
}

async function sendWith(options: ClientOptions, path: string, ask: Ask = {}): Promise<Answer> {
  const { method = 'GET', body, signal, onExchange } = ask;
  const url = basePath + path;
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    'X-Ief-Builder': '1',
    ...ask.headers,
  };
  const request = onExchange && recordRequest(method, url, headers, body);
  if (request) onExchange({ request });
  const timeout = AbortSignal.timeout(WAIT_SECONDS * 1000);
  let response: Response;
  let text: string;
  try {
    response = await options.fetch(url, {
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
  const clockOffsetMs = clockOffset(response, options.now());
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

function toHttpError(
  response: Response,
  json: unknown,
  text: string,
  { requestId, clockOffsetMs }: Pick<Answer, 'requestId' | 'clockOffsetMs'>,
) {
  const body = asObject(json);
  // IAM has an envelope of its own: {"error":{"code":401,"message":"...","title":"..."}}.
  const iam = asObject(body.error);
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  return new HttpError({
    status: response.status,
    code: word(body.error_code) || (typeof iam.code === 'number' ? String(iam.code) : ''),
    message:
      word(body.error_msg) ||
      word(iam.message) ||
      (json === notJson ? text.slice(0, 200) : '') ||
      response.statusText,
    requestId: word(body.request_id) || requestId,
    reason: word(body.reason),
    retryAfterS: wholeSeconds(response.headers.get('Retry-After')),
    clockOffsetMs,
    serverOffsetMs: serverOffset(response),
  });
}

function wholeSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** Our server passes the target's Date on under a name of its own; its own Date says nothing of the target. */
function clockOffset(response: Response, now: number): number | undefined {
  const theirs = Date.parse(response.headers.get('X-Upstream-Date') ?? '');
  return Number.isNaN(theirs) ? undefined : theirs - now;
}

/** Both clocks as one answer tells them: our server writes its own Date beside that of the target. */
function serverOffset(response: Response): number | undefined {
  const theirs = Date.parse(response.headers.get('X-Upstream-Date') ?? '');
  const ours = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(theirs) || Number.isNaN(ours) ? undefined : theirs - ours;
}
