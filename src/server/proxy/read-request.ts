import { FORBIDDEN_KEY } from '#src/domain/core/json-text/forbidden-keys.ts';
import { HttpProblem, type ProblemCode } from '#src/server/http/kit/problem.ts';
import { readBody, type BodyResult, type Bytes } from '#src/server/http/body/read-body.ts';
import { bodyLimits, scanJson, type JsonError } from '#src/server/http/body/scan-json.ts';
import type { ProxyRoute } from './routes.ts';
import type { ProxyTarget } from './target.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * Returns the query to forward, with its question mark. Throws HttpProblem bad_query for a key the route does not
 * have and for a number out of range; the mock checks its numbers itself.
 */
export function readQuery(search: string, route: ProxyRoute, { kind }: ProxyTarget): string {
  if (search === '') return '';
  refuseBadEscapes(search);
  const passed = new URLSearchParams();
  for (const [key, value] of new URLSearchParams(search)) {
    if (!route.query.includes(key) || passed.has(key)) {
      throw new HttpProblem('BUILDER.bad_query', 'A query parameter is unknown or repeated.');
    }
    if (kind === 'live') checkNumber(key, value, route);
    passed.append(key, value);
  }
  return passed.size === 0 ? '' : `?${passed.toString()}`;
}

/** URLSearchParams would replace invalid UTF-8 by U+FFFD, and the target would search for that. */
function refuseBadEscapes(search: string): void {
  let text: string;
  try {
    text = decodeURIComponent(search);
  } catch {
    throw new HttpProblem(
      'BUILDER.bad_query',
      'The query contains a percent escape that is not UTF-8.',
    );
  }
  if (/\p{Cc}/u.test(text)) {
    throw new HttpProblem('BUILDER.bad_query', 'The query contains a control character.');
  }
}

function checkNumber(key: string, value: string, { numbers = {} }: ProxyRoute): void {
  const range = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
  if (range === undefined) return;
  const { min, max } = range;
  if (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max) return;
  const limits = max < Number.MAX_SAFE_INTEGER ? ` from ${min} to ${max}` : `, at least ${min}`;
  throw new HttpProblem('BUILDER.bad_query', `${key} must be a whole number${limits}.`);
}

/** Returns the Idempotency-Key, if any. Throws HttpProblem bad_header for an invalid one. */
export function readKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw new HttpProblem(
    'BUILDER.bad_header',
    'Idempotency-Key must be 1 to 255 visible characters without spaces.',
  );
}

const errorCodes = {
  malformed: ['BUILDER.not_json', 'The body is not JSON in UTF-8.'],
  'too-deep': ['BUILDER.too_deep', 'The body is nested deeper than 64 levels.'],
  'too-many-values': [
    'BUILDER.too_many_values',
    `The body has more than ${bodyLimits.values} values.`,
  ],
  'too-many-keys': ['BUILDER.too_many_values', `The body has more than ${bodyLimits.keys} keys.`],
  'forbidden-key': [
    'BUILDER.not_json',
    'The body contains the key __proto__, which is not allowed.',
  ],
} as const satisfies Record<JsonError['kind'], readonly [ProblemCode, string]>;

/**
 * Returns the bytes of a JSON body; undefined for routes that forward none. Throws HttpProblem if the body is not
 * JSON within our limits.
 */
export async function readJsonBody(
  request: Request,
  route: ProxyRoute,
  { kind }: ProxyTarget,
  arrived: () => void,
): Promise<Bytes | undefined> {
  if (route.method === 'GET') return undefined;
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() !== 'identity') {
    throw new HttpProblem(
      'BUILDER.encoding_refused',
      'Compressed request bodies are not accepted.',
    );
  }
  let read: BodyResult;
  try {
    read = await readBody(request);
    arrived();
  } catch (cause) {
    throw new HttpProblem('BUILDER.bad_request', 'The body is incomplete.', { cause });
  }
  if (read.kind === 'oversized') {
    throw new HttpProblem('BUILDER.payload_too_large', 'The body is larger than 1 MiB.', {
      headers: read.drained ? {} : { connection: 'close' },
    });
  }
  // Only create and update forward a body; that of a delete or restart is read and dropped.
  if (!route.sendsBody) return undefined;
  // The mock refuses this key itself. All other bytes are forwarded unchanged, for the target to judge: repeated
  // keys, a byte order mark, NUL and lone surrogates too. The page and the command line warn about them.
  const forbiddenKey = kind === 'live' ? FORBIDDEN_KEY : undefined;
  const scan = scanJson(read.bytes, bodyLimits, forbiddenKey);
  if (scan.ok) return read.bytes;
  const [code, message] = errorCodes[scan.error.kind];
  throw new HttpProblem(code, message);
}
