import { Problem } from '#src/server/http/problem.ts';

const SAFE_METHODS = ['GET', 'HEAD'];

/**
 * Throws Problem origin_refused for a request another page made a browser send
 * (docs/sources.md, section 8). A browser is known by `Origin` or `Sec-Fetch-Site`; its changing
 * requests also need `X-Ief-Builder: 1`, which no form and no simple request can carry.
 * `ownOrigin` is where the page is served; a client that is no browser passes.
 */
export function refuseOtherOrigins(request: Request, ownOrigin: string): void {
  const { headers, method } = request;
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin === null && site === null) return;
  if (origin !== null && origin !== ownOrigin) {
    throw new Problem('BUILDER.origin_refused', 'The request comes from another origin.');
  }
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    throw new Problem('BUILDER.origin_refused', 'The request comes from another site.');
  }
  if (!SAFE_METHODS.includes(method) && headers.get('x-ief-builder') !== '1') {
    throw new Problem(
      'BUILDER.origin_refused',
      'A request from a browser that changes something needs the header X-Ief-Builder: 1.',
    );
  }
}
