import { randomBytes } from 'node:crypto';
import { pathOf } from './address.ts';
import { respond } from './lean-response.ts';
import { Problem } from './problem.ts';
import { pagePolicy } from './security-headers.ts';
import { NONCE_PLACEHOLDER, type StaticFile, type StaticFiles } from './static-files.ts';

/**
 * Answers a path with a file of the build, or with the page where the path has no dot in its
 * last part (the page's own routes, `/new/basics` and so on).
 * Throws Problem not_found for anything else, and while there is no build.
 */
export function answerPage(request: Request, built: StaticFiles, secure: boolean): Response {
  const pathname = pathOf(request);
  const file = built.files.get(pathname);
  if (file !== undefined) return answerFile(request, file, secure);
  const lastPart = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (lastPart.includes('.')) throw new Problem('BUILDER.not_found', 'There is no such file.');
  if (built.page === undefined) {
    throw new Problem('BUILDER.not_found', 'The page is not built. Run: npm run build');
  }
  return answerHtml(built.page, secure);
}

function answerHtml(page: string, secure: boolean): Response {
  const nonce = randomBytes(16).toString('base64');
  return respond({
    status: 200,
    body: page.replaceAll(NONCE_PLACEHOLDER, nonce),
    headers: {
      'reporting-endpoints': 'csp="/csp-report"',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(nonce, secure),
      'cache-control': 'no-store',
    },
  });
}

function answerFile(request: Request, file: StaticFile, secure: boolean): Response {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase());
  const headers: Record<string, string> = {
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
    // A worker takes its policy from its own script; nothing in a script needs the nonce.
    'content-security-policy': pagePolicy('none', secure),
    vary: 'Accept-Encoding',
  };
  for (const [coding, bytes] of [
    ['br', file.br],
    ['gzip', file.gzip],
  ] as const) {
    // `br;q=0` and other rarities are not matched and get the plain file.
    if (bytes === undefined || !accepted.includes(coding)) continue;
    return respond({
      status: 200,
      headers: { ...headers, 'content-encoding': coding },
      body: bytes,
    });
  }
  return respond({ status: 200, headers, body: file.bytes });
}
