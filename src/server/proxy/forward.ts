import { Problem, type ProblemCode } from '#src/server/http/kit/problem.ts';
import { readBody, type BodyResult, type Bytes } from '#src/server/http/body/read-body.ts';
import { bodyLimits, scanJson, type JsonFault } from '#src/server/http/body/scan-json.ts';
import type { ProxyAnswer } from './answer.ts';
import type { Attempts, Outcome } from './attempts.ts';
import { matchRoute, type ProxyRoute, type RouteMatch } from './routes.ts';
import { send } from './send.ts';
import type { Target } from './target.ts';
import { instanceFor, makeUpstreamHeaders, readCallerToken } from './upstream-headers.ts';
import type { Upstream, UpstreamRequest } from './upstream/upstream.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

const PROJECT_ID = /^[0-9a-f]{32}$/i;

/**
 * Finds the route for a path behind `/ief/{target}`. Throws Problem not_found, method_not_allowed, not_this_project,
 * or bad_project for an ID that no live project has; the mock answers that itself, as the service would.
 */
export function findRoute(method: string, path: string, target: Target): RouteMatch {
  const match = matchRoute(method, path);
  if ('allowed' in match && match.allowed.length > 0) {
    throw new Problem('BUILDER.method_not_allowed', 'This address is not made for this method.', {
      headers: { allow: match.allowed.join(', ') },
    });
  }
  if ('allowed' in match || (match.route.mockOnly && target.kind !== 'mock')) {
    throw new Problem('BUILDER.not_found', 'No such address behind this target.');
  }
  if (
    target.projectId !== null &&
    match.projectId.toLowerCase() !== target.projectId.toLowerCase()
  ) {
    throw new Problem('BUILDER.not_this_project', 'The target is bound to another project.');
  }
  if (target.kind === 'live' && target.projectId === null && !PROJECT_ID.test(match.projectId)) {
    throw new Problem('BUILDER.bad_project', 'A project ID has 32 hexadecimal digits.');
  }
  return match;
}

/** What is found out on the way, for logs and figures. Milliseconds. */
export interface Seen {
  readonly upstreamStatus?: number;
  readonly upstreamMs?: number;
  readonly outcome?: string;
}

/** What passing a request through needs of the world. */
export interface PassOptions {
  readonly attempts: Attempts;
  /** How the caller came in, where the server itself opens the target: a session, or the access secret. */
  readonly passedBy?: readonly string[] | undefined;
  /** Milliseconds that have gone by; see clock.ts. */
  readonly elapsed: () => number;
  readonly note: (seen: Seen) => void;
  /** Called once the body is there. */
  readonly bodyArrived: () => void;
}

/**
 * Passes one request through to a target and gives back its answer: a new request with a checked
 * path, listed query keys and listed headers; the body byte for byte, if it is JSON within limits.
 * Throws Problem for everything that is not passed on or came to nothing.
 */
export async function passThrough(
  request: Request,
  target: Target,
  match: RouteMatch,
  { attempts, passedBy, elapsed, note, bodyArrived }: PassOptions,
): Promise<ProxyAnswer> {
  const { route } = match;
  const query = readQuery(new URL(request.url).search, route, target);
  const instance = instanceFor(request.headers, target);
  // Before the body: what is going to be refused for its headers costs no more than they do.
  const callerToken = readCallerToken(request.headers, target);
  const key = route.creates ? readKey(request.headers) : undefined;
  const body = await readJsonBody(request, route, target, bodyArrived);
  const outgoing: UpstreamRequest = {
    method: route.method,
    path: match.path + query,
    headers: makeUpstreamHeaders(request.headers, target, {
      instance,
      hasBody: body !== undefined,
    }),
    body,
  };
  const upstream: Upstream = async (asked) => {
    const startedAt = elapsed();
    try {
      const answer = await target.upstream(asked);
      note({ upstreamStatus: answer.status });
      return answer;
    } finally {
      note({ upstreamMs: Math.round(elapsed() - startedAt) });
    }
  };
  const { authorizer } = target;
  const run = () => send({ authorizer, upstream }, outgoing, route, callerToken);
  const { outcome, replayed } =
    key === undefined || body === undefined
      ? { outcome: await run(), replayed: false }
      : await attempts.once(
          {
            scope: [target.id, match.projectId.toLowerCase(), instance],
            key,
            caller: passedBy ?? ['token', callerToken],
            body,
          },
          run,
        );
  const replay: Record<string, string> = replayed ? { 'idempotency-replayed': 'true' } : {};
  const { result } = outcome;
  if (route.creates) note({ outcome: replayed ? 'replayed' : sayOutcome(outcome) });
  if (!(result instanceof Problem)) return { ...result, headers: { ...result.headers, ...replay } };
  const { code, message, status, headers, reason, cause } = result;
  // A fresh one: a kept Problem may be thrown many times.
  throw new Problem(code, message, {
    status,
    headers: { ...headers, ...replay },
    cause,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** In one word, for logs and figures. */
function sayOutcome({ result, mayHaveCreated }: Outcome): string {
  if (!(result instanceof Problem) && result.status < 300) return 'created';
  if (mayHaveCreated) return 'unknown';
  return result instanceof Problem && result.code === 'BUILDER.not_sent' ? 'not_sent' : 'refused';
}

/** Throws Problem bad_query for what a list of the service has no answer to; numbers of the mock it judges itself. */
function readQuery(search: string, route: ProxyRoute, { kind }: Target): string {
  if (search === '') return '';
  refuseBadEscapes(search);
  const passed = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(search)) {
    if (!route.query.includes(key) || passed.has(key)) {
      throw new Problem('BUILDER.bad_query', 'A query key is unknown here, or given twice.');
    }
    if (kind === 'live') checkNumber(key, value, route);
    passed.append(key, value);
  }
  return passed.size === 0 ? '' : `?${passed.toString()}`;
}

/** URLSearchParams would put U+FFFD in the place of what is no UTF-8, and the target would look for that. */
function refuseBadEscapes(search: string): void {
  let text: string;
  try {
    text = decodeURIComponent(search);
  } catch {
    throw new Problem('BUILDER.bad_query', 'The query has a percent escape that is not UTF-8.');
  }
  if (/\p{Cc}/u.test(text)) {
    throw new Problem('BUILDER.bad_query', 'The query has a control character.');
  }
}

function checkNumber(key: string, value: string, { numbers = {} }: ProxyRoute): void {
  const range = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
  if (range === undefined) return;
  const { min, max } = range;
  if (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max) return;
  const limits = max < Number.MAX_SAFE_INTEGER ? `from ${min} to ${max}` : `from ${min} on`;
  throw new Problem('BUILDER.bad_query', `${key} must be a whole number ${limits}.`);
}

function readKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw new Problem(
    'BUILDER.bad_header',
    'Idempotency-Key needs 1 to 255 visible characters, no spaces.',
  );
}

const faultCodes = {
  malformed: ['BUILDER.not_json', 'The body is not JSON in UTF-8.'],
  'too-deep': ['BUILDER.too_deep', 'The body is nested deeper than 64 levels.'],
  'too-many-values': [
    'BUILDER.too_many_values',
    `The body has more than ${bodyLimits.values} values.`,
  ],
  'too-many-keys': ['BUILDER.too_many_values', `The body has more than ${bodyLimits.keys} keys.`],
  'forbidden-key': ['BUILDER.not_json', 'The body has a key __proto__, which is not sent.'],
} as const satisfies Record<JsonFault['kind'], readonly [ProblemCode, string]>;

/** The bytes of a body that must be JSON; undefined for routes that have none. */
async function readJsonBody(
  request: Request,
  route: ProxyRoute,
  { kind }: Target,
  arrived: () => void,
): Promise<Bytes | undefined> {
  if (route.method === 'GET') return undefined;
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() !== 'identity') {
    throw new Problem('BUILDER.encoding_refused', 'A compressed body is not taken.');
  }
  let read: BodyResult;
  try {
    read = await readBody(request);
    arrived();
  } catch (cause) {
    throw new Problem('BUILDER.bad_request', 'The body did not arrive whole.', { cause });
  }
  if (read.kind === 'oversized') {
    throw new Problem('BUILDER.payload_too_large', 'The body is larger than 1 MiB.', {
      headers: read.drained ? {} : { connection: 'close' },
    });
  }
  // Only create and update carry a body; that of a delete or restart is read and left behind.
  if (!route.sendsBody) return undefined;
  // The mock refuses it in its own words. All else goes on byte for byte, for the target to judge: repeated keys, a
  // byte order mark, NUL and lone surrogates too. Page and command line warn of them.
  const forbiddenKey = kind === 'live' ? '__proto__' : undefined;
  const scan = scanJson(read.bytes, bodyLimits, forbiddenKey);
  if (scan.ok) return read.bytes;
  const [code, message] = faultCodes[scan.fault.kind];
  throw new Problem(code, message);
}
