import { HttpProblem } from './problem.ts';

const SAFE_METHODS = ['GET', 'HEAD'];
const JSON_TYPE = /^application\/json(?: *; *charset="?utf-8"?)?$/i;

/** Only browsers send these headers. */
export function isBrowser(headers: Headers): boolean {
  return headers.has('origin') || headers.has('sec-fetch-site');
}

/**
 * Throws HttpProblem origin_refused if a page of another origin made the browser send this request (docs/sources.md,
 * section 8). A request with `Origin` or `Sec-Fetch-Site` comes from a browser; if it is unsafe, it also needs
 * `X-Ief-Builder: 1`, which neither a form nor a simple request can carry. `ownOrigin` is the origin of the page.
 * Clients that are not browsers pass.
 */
export function requireSameOrigin(request: Request, ownOrigin: string): void {
  const { headers } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (!isBrowser(headers)) return;
  if (origin !== null && origin !== ownOrigin) {
    throw new HttpProblem('BUILDER.origin_refused', 'The request comes from another origin.');
  }
  // `none` means that the user typed the address, which can only be a read.
  const isOwn =
    site === 'same-origin' || (site === 'none' && SAFE_METHODS.includes(request.method));
  if (site !== null && !isOwn) {
    throw new HttpProblem('BUILDER.origin_refused', 'The request comes from another site.');
  }
  requireBuilderHeader(request);
}

/**
 * Throws HttpProblem origin_refused for an unsafe request without `X-Ief-Builder: 1`, whoever sends it. Over plain
 * http on a name that is not loopback, browsers do not send `Sec-Fetch-Site` (docs/sources.md, section 8).
 */
export function requireBuilderHeader({ headers, method }: Request): void {
  if (SAFE_METHODS.includes(method) || headers.get('x-ief-builder') === '1') return;
  throw new HttpProblem(
    'BUILDER.origin_refused',
    'A request from a browser that changes something needs the header X-Ief-Builder: 1.',
  );
}

/**
 * Throws HttpProblem type_refused if a browser sends a body other than JSON in UTF-8: the types that forms and simple
 * requests can send are never accepted. Programs may omit the type.
 */
export function requireJsonType({ headers }: Request): void {
  if (!isBrowser(headers) || JSON_TYPE.test(headers.get('content-type') ?? '')) return;
  throw new HttpProblem('BUILDER.type_refused', 'The Content-Type must be application/json.');
}
