import { HttpProblem } from './problem.ts';

const SAFE_METHODS = ['GET', 'HEAD'];
const JSON_TYPE = /^application\/json(?: *; *charset="?utf-8"?)?$/i;

/** True for a browser's request: other programs send neither header. */
export function isBrowser(headers: Headers): boolean {
  return headers.has('origin') || headers.has('sec-fetch-site');
}

/**
 * Throws HttpProblem origin_refused for a request that a page of another origin made the browser send
 * (docs/sources.md, section 8). A browser is known by `Origin` or `Sec-Fetch-Site`; its changing
 * requests also need `X-Ief-Builder: 1`, which no form and no simple request can carry.
 * `ownOrigin` is where the page is served. Clients that are not browsers pass.
 */
export function requireSameOrigin(request: Request, ownOrigin: string): void {
  const { headers } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (!isBrowser(headers)) return;
  if (origin !== null && origin !== ownOrigin) {
    throw new HttpProblem('BUILDER.origin_refused', 'The request comes from another origin.');
  }
  // `none` is an address the user typed, and typed addresses only read.
  const isOwn =
    site === 'same-origin' || (site === 'none' && SAFE_METHODS.includes(request.method));
  if (site !== null && !isOwn) {
    throw new HttpProblem('BUILDER.origin_refused', 'The request comes from another site.');
  }
  requireBuilderHeader(request);
}

/**
 * Throws HttpProblem origin_refused for a changing request without `X-Ief-Builder: 1`, whoever sends it: over plain http
 * on a name that is not loopback, browsers send no word of themselves (docs/sources.md, section 8).
 */
export function requireBuilderHeader({ headers, method }: Request): void {
  if (SAFE_METHODS.includes(method) || headers.get('x-ief-builder') === '1') return;
  throw new HttpProblem(
    'BUILDER.origin_refused',
    'A request from a browser that changes something needs the header X-Ief-Builder: 1.',
  );
}

/**
 * Throws HttpProblem type_refused where a browser sends a body as anything but JSON in UTF-8: what forms and simple
 * requests can send is never taken. A program may leave the type out.
 */
export function requireJsonType({ headers }: Request): void {
  if (!isBrowser(headers) || JSON_TYPE.test(headers.get('content-type') ?? '')) return;
  throw new HttpProblem('BUILDER.type_refused', 'The Content-Type must be application/json.');
}
