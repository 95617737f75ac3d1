import { isObject } from '#src/domain/core/json.ts';
import { ContractError, HttpError, NetworkError, TimeoutError } from './errors.ts';
import { getSession } from './session.ts';

/** The browser waits longer than the server does for its target (60 s), so that the server's verdict arrives. */
const WAIT_SECONDS = 75;

interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The exact text of the body. */
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** A good answer: its JSON (undefined if it has no body) and the id of the request. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly requestId: string | undefined;
  /** The target's clock minus this machine's, in milliseconds; undefined if the answer carried no time. */
  readonly clockOffsetMs: number | undefined;
}

/**
 * Sends one request to our server. Throws {@link NetworkError}, {@link TimeoutError}, {@link HttpError} for
 * any status that is not 2xx, and {@link ContractError} for a good status with a body that is no JSON.
 */
export async function send(path: string, ask: Ask = {}): Promise<Answer> {
  const { method = 'GET', body, headers, signal } = ask;
  const timeout = AbortSignal.timeout(WAIT_SECONDS * 1000);
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      ...(body !== undefined && { body }),
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        'X-Ief-Builder': '1',
        ...headers,
      },
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    text = await response.text();
  } catch (error) {
    if (timeout.aborted) throw new TimeoutError(WAIT_SECONDS);
    throw new NetworkError(error instanceof Error ? error.message : String(error));
  }
  const requestId =
    response.headers.get('X-Upstream-Request-Id') ??
    response.headers.get('X-Request-Id') ??
    undefined;
  const json = parse(text);
  if (!response.ok) throw toHttpError(response, json, text, requestId);
  if (json === notJson) throw new ContractError('the answer is not JSON');
  return { status: response.status, json, requestId, clockOffsetMs: clockOffset(response) };
}

/** Any instance will do for the mock: its presence is what makes the edition platinum. */
const MOCK_INSTANCE = 'mock-platinum';

/** Path and headers of a request to the service behind the chosen target. */
export function toTarget(
  version: 'v2' | 'v3',
  resource: string,
): { path: string; headers: Record<string, string> } {
  const { targetId, projectId, edition, instanceId, token } = getSession();
  const instance = instanceId || (targetId === 'mock' ? MOCK_INSTANCE : '');
  return {
    path: `/ief/${targetId}/${version}/${projectId}/edgemgr/${resource}`,
    headers: {
      ...(token !== '' && { 'X-Auth-Token': token }),
      ...(edition === 'platinum' && instance !== '' && { 'ief-instance-id': instance }),
    },
  };
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
  requestId: string | undefined,
) {
  const body = isObject(json) ? json : {};
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  return new HttpError({
    status: response.status,
    code: word(body.error_code),
    message:
      word(body.error_msg) || (json === notJson ? text.slice(0, 200) : '') || response.statusText,
    requestId: word(body.request_id) || requestId,
    reason: word(body.reason),
    retryAfterS: wholeSeconds(response.headers.get('Retry-After')),
    clockOffsetMs: clockOffset(response),
  });
}

function wholeSeconds(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** Our server passes the target's Date on under a name of its own; its own Date says nothing of the target. */
function clockOffset(response: Response): number | undefined {
  const theirs = Date.parse(response.headers.get('X-Upstream-Date') ?? '');
  return Number.isNaN(theirs) ? undefined : theirs - Date.now();
}
