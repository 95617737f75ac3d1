import { randomBytes } from 'node:crypto';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import { pagePolicy } from '#src/server/http/kit/security-headers.ts';
import { NONCE_PLACEHOLDER, type StaticFile, type StaticFiles } from './static-files.ts';

export interface PageOptions {
  readonly staticFiles: StaticFiles;
  /** Such as `/ief-builder`; empty at the root. */
  readonly basePath: string;
  /** True if users reach the server over https. */
  readonly secure: boolean;
}

/**
 * Serves a file of the build, or the page if the last part of the path has no dot (the page's own routes, such as
 * `/new/basics`). Throws HttpProblem not_found for anything else, and if there is no build.
 */
export function serveStatic(request: Request, pathname: string, options: PageOptions): Response {
  const { staticFiles } = options;
  const file = staticFiles.files.get(pathname);
  if (file !== undefined) return serveFile(request, file, options);
  const lastPart = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (lastPart.includes('.')) throw new HttpProblem('BUILDER.not_found', 'No such file.');
  if (staticFiles.page === undefined) {
    throw new HttpProblem('BUILDER.not_found', 'The page is not built. Run: npm run build');
  }
  return servePage(staticFiles.page, pathname, options);
}

/** The paths of forms, which have a rail of steps. The skeleton of other pages has none (`skeleton.css`). */
const FORM_PATH = /^\/(?:$|new(?:\/|$)|deployments\/[^/]+\/update\/)/;

function servePage(page: string, pathname: string, { basePath, secure }: PageOptions): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = FORM_PATH.test(pathname) ? page : page.replace('<html', '<html data-page="plain"');
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), {
    headers: {
      'reporting-endpoints': `csp="${basePath}/csp-report"`,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(nonce, secure, basePath),
      'cache-control': 'no-store',
    },
  });
}

function serveFile(
  request: Request,
  file: StaticFile,
  { basePath, secure }: PageOptions,
): Response {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase());
  const headers: Record<string, string> = {
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    // A worker takes its policy from its own script; scripts do not need the nonce.
    'content-security-policy': pagePolicy('none', secure, basePath),
    vary: 'Accept-Encoding',
  };
  for (const [coding, bytes] of [
    ['br', file.br],
    ['gzip', file.gzip],
  ] as const) {
    // Rare forms such as `br;q=0` do not match and get the plain file.
    if (bytes === undefined || !accepted.includes(coding)) continue;
    return new Response(bytes, { headers: { ...headers, 'content-encoding': coding } });
  }
  return new Response(file.bytes, { headers });
}
